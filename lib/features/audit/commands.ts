import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db/context";
import { authorize } from "@/lib/core/errors";
import { readAndLog } from "@/lib/core/query";
import { canCheckChain } from "@/lib/features/audit/policy";
import { listScope } from "@/lib/features/audit/queries/list-events";

/**
 * What a check of the chain found. `brokenAfter` is the moment of the last event before the first fault that the reader sees,
 * null where there is none. No number is told: the sequence and its length would count the events of cases hidden from the reader.
 */
export type ChainState = { readonly id: string; readonly whole: boolean; readonly brokenAfter: string | null };

/**
 * Has the database recompute the whole chain of the committee, and notes in the chain itself that it was checked and with
 * what result; in the access log while a restored state waits to be accepted, which is when it is asked for. Refuses with
 * FORBIDDEN who may not.
 */
export function checkChain(actor: Actor, input: object, sending: FormSending = {}): Promise<ChainState> {
  if (actor.pendingRestore) return checkRestored(actor);
  return runCommand(actor, { command: "checkChain", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canCheckChain(actor));
    const found = await recompute(tx, actor);
    audit({
      type: "auditChain.checked",
      subject: { kind: "committee", id: actor.committeeId, name: null },
      params: { intact: found.whole, brokenAfter: found.brokenAfter },
      changes: [],
    });
    return found;
  });
}

function checkRestored(actor: Actor): Promise<ChainState> {
  return readAndLog(actor, async (tx) => {
    authorize(canCheckChain(actor));
    const found = await recompute(tx, actor);
    const { whole: intact, brokenAfter } = found;
    await logAccess(tx, actor, { type: "auditChain.checked", params: { intact, brokenAfter } });
    return found;
  });
}

async function recompute(tx: Tx, actor: Actor): Promise<ChainState> {
  const [row] = await tx.$queryRaw<{ first_fault: bigint | null }[]>`SELECT first_fault FROM app.verify_audit()`;
  const fault = row?.first_fault ?? null;
  const last =
    fault === null
      ? null
      : await tx.auditEvent.findFirst({
          where: { AND: [listScope(actor), { seq: { lt: fault } }] },
          orderBy: { seq: "desc" },
          select: { at: true },
        });
  return { id: actor.committeeId, whole: fault === null, brokenAfter: last?.at.toISOString() ?? null };
}
