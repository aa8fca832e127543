import "server-only";
import { randomUUID } from "node:crypto";
import { hashCode } from "@/lib/core/auth/one-time-code";
import type { Tx } from "@/lib/core/db/context";
import type { CodePurpose } from "@/lib/core/db/generated/enums";
import { CODE_SECONDS } from "@/lib/features/accounts/rules/rights";

/** What is printed: the code is shown this once and kept nowhere. */
export type IssuedCode = { readonly code: string; readonly expiresAt: Date };

/** Stores the hash of a code for the account; every earlier code of the account is worth nothing from now on. */
export async function writeCode(tx: Tx, accountId: string, purpose: CodePurpose, code: string): Promise<IssuedCode> {
  const now = new Date();
  await tx.oneTimeCode.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } });
  const expiresAt = new Date(now.getTime() + CODE_SECONDS[purpose] * 1000);
  await tx.oneTimeCode.create({
    data: { id: randomUUID(), purpose, accountId, codeHash: hashCode(code), expiresAt },
    select: { id: true },
  });
  return { code, expiresAt };
}
