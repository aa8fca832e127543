import "server-only";
import type { Actor } from "@/lib/core/actor";
import { runCommand, type Sending } from "@/lib/core/command";
import { authorize } from "@/lib/core/errors";
import { canCheckChain } from "@/lib/features/audit/policy";

/** What a check of the chain found: how many events fit, and the number of the first that does not, or null. */
export type ChainState = { readonly id: string; readonly checked: number; readonly firstFault: number | null };

/**
 * Has the database recompute the whole chain of the committee, and notes in the chain itself that it was checked and with
 * what result. Refuses with FORBIDDEN who may not.
 */
export function checkChain(actor: Actor, input: object, sending: Pick<Sending, "formKey"> = {}): Promise<ChainState> {
  return runCommand(actor, { command: "checkChain", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canCheckChain(actor));
    const [row] = await tx.$queryRaw<{ checked: bigint; first_fault: bigint | null }[]>`
      SELECT checked, first_fault FROM app.verify_audit()`;
    const fault = row?.first_fault ?? null;
    const found = { checked: Number(row?.checked ?? 0), firstFault: fault === null ? null : Number(fault) };
    audit({
      type: "auditChain.checked",
      subject: { kind: "committee", id: actor.committeeId, name: null },
      params: found,
      changes: [],
    });
    return { id: actor.committeeId, ...found };
  });
}
