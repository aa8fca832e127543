import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize } from "@/lib/core/errors";
import { canCheckChain } from "@/lib/features/audit/policy";
import { listScope } from "@/lib/features/audit/queries/list-events";

/**
 * What a check of the chain found. `brokenAfter` is the moment of the last event before the first fault that the reader sees,
 * null where there is none. No number is told: the sequence and its length would count the events of cases hidden from the reader.
 */
export type ChainState = { readonly id: string; readonly whole: boolean; readonly brokenAfter: string | null };

/**
 * Has the database recompute the whole chain of the committee, and notes in the chain itself that it was checked and with
 * what result. Refuses with FORBIDDEN who may not.
 */
export function checkChain(actor: Actor, input: object, sending: FormSending = {}): Promise<ChainState> {
  return runCommand(actor, { command: "checkChain", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canCheckChain(actor));
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
    const whole = fault === null;
    const brokenAfter = last?.at.toISOString() ?? null;
    audit({
      type: "auditChain.checked",
      subject: { kind: "committee", id: actor.committeeId, name: null },
      params: { intact: whole, brokenAfter },
      changes: [],
    });
    return { id: actor.committeeId, whole, brokenAfter };
  });
}
