"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState, Problem } from "@/lib/core/action-state";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { type ChainState, checkChain } from "@/lib/features/audit/commands";
import { checkChainInput } from "@/lib/features/audit/schema";

export async function checkAuditChain(_state: ActionState, formData: FormData): Promise<ActionState> {
  return runAction(checkChainInput, formData, checkChain, async (found) => ({ message: await chainMessage(found) }));
}

async function chainMessage({ whole, brokenAfter }: ChainState): Promise<Problem> {
  if (whole) return { key: "audit.chain.whole" };
  if (brokenAfter === null) return { key: "audit.chain.broken" };
  const format = formatIn((await readPreferences()).locale);
  return { key: "audit.chain.brokenAfter", params: { moment: format.exactMoment(new Date(brokenAfter)) } };
}
