import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { Sending } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db/context";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";

function inputHash(sending: Sending): Uint8Array<ArrayBuffer> {
  const hash = createHash("sha256").update(JSON.stringify([sending.command, sending.input]));
  return new Uint8Array(hash.digest());
}

/**
 * Takes the form key for this transaction, or returns the answer it was already given. A second sender of the same key
 * waits here until the first has committed. Refuses with CONFLICT where the key was used for other content, and with RULE
 * who has written more in the last minute than one person can.
 */
export async function claimReceipt<T>(tx: Tx, actor: Actor, sending: Sending): Promise<T | null> {
  if (!sending.formKey || !actor.accountId) return null;
  const hash = inputHash(sending);
  const [taken] = await tx.$queryRaw<{ written: number }[]>`
    INSERT INTO "CommandReceipt" ("committeeId", "accountId", "formKey", "command", "inputHash")
    VALUES (${actor.committeeId}::uuid, ${actor.accountId}::uuid, ${sending.formKey}::uuid, ${sending.command}, ${hash})
    ON CONFLICT DO NOTHING
    RETURNING (SELECT count(*) FROM "CommandReceipt" r WHERE r."committeeId" = ${actor.committeeId}::uuid
      AND r."accountId" = ${actor.accountId}::uuid AND r.at > now() - interval '1 minute')::int AS written`;
  if (taken) {
    const most = env().WRITES_PER_MINUTE;
    if (taken.written >= most) throw new DomainError("RULE", "refusals.tooManyWrites", { most });
    return null;
  }

  const [receipt] = await tx.$queryRaw<{ inputHash: Uint8Array; result: T }[]>`
    SELECT "inputHash", "result" FROM "CommandReceipt"
    WHERE "committeeId" = ${actor.committeeId}::uuid AND "accountId" = ${actor.accountId}::uuid
      AND "formKey" = ${sending.formKey}::uuid`;
  const isSame = receipt && Buffer.from(receipt.inputHash).equals(hash);
  if (!isSame) throw new DomainError("CONFLICT", "refusals.formKeyReused");
  return receipt.result;
}

/** Keeps the answer under the form key, in the same transaction as the write itself. */
export async function completeReceipt(
  tx: Tx,
  actor: Actor,
  sending: Sending,
  result: { id: string } | { ids: string[] },
): Promise<void> {
  if (!sending.formKey || !actor.accountId) return;
  await tx.$executeRaw`
    UPDATE "CommandReceipt" SET "result" = ${JSON.stringify(result)}::jsonb
    WHERE "committeeId" = ${actor.committeeId}::uuid AND "accountId" = ${actor.accountId}::uuid
      AND "formKey" = ${sending.formKey}::uuid`;
}
