import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { changeTransfer, loadTransfer, type StoredTransfer } from "@/lib/features/transfers/commands/load-transfer";
import { canAcceptTransfer, canCancelTransfer } from "@/lib/features/transfers/policy";
import { decisionObstacle, isAbout } from "@/lib/features/transfers/rules";
import type { CloseTransferInput } from "@/lib/features/transfers/schema";

type FormKey = FormSending;

/** Rejects a proposed transfer with the reason; nothing moves. Refuses who proposed it, and what is about oneself (RULE). */
export function rejectTransfer(actor: Actor, input: CloseTransferInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "rejectTransfer", input, ...sending }, async (context) => {
    const transfer = await loadTransfer(context, input.id);
    authorize(canAcceptTransfer(context.actor));
    requireNoObstacle(decisionObstacle(transfer, context.actor));
    await close(context, transfer, input, "REJECTED");
    context.audit({ type: "transfer.rejected", ...toldOf(transfer, input, "REJECTED") });
    return { id: transfer.id };
  });
}

/** Takes a proposed transfer back with the reason: who proposed it, or the office. Refuses one that is decided (RULE). */
export function cancelTransfer(actor: Actor, input: CloseTransferInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "cancelTransfer", input, ...sending }, async (context) => {
    const transfer = await loadTransfer(context, input.id);
    authorize(canCancelTransfer(context.actor, transfer));
    if (transfer.state !== "PENDING") throw new DomainError("RULE", "transfers.errors.alreadyDecided");
    if (isAbout(transfer, context.actor)) throw new DomainError("RULE", "transfers.errors.ownTransfer");
    await close(context, transfer, input, "CANCELLED");
    context.audit({ type: "transfer.cancelled", ...toldOf(transfer, input, "CANCELLED") });
    return { id: transfer.id };
  });
}

async function close(
  context: CommandContext,
  transfer: StoredTransfer,
  { version, reason }: CloseTransferInput,
  state: "REJECTED" | "CANCELLED",
): Promise<void> {
  const { actor, today } = context;
  const signature = { decidedById: actor.accountId, decidedBy: actor.displayName, decidedOn: toDbDate(today) };
  await changeTransfer(context, transfer, version, { state, ...signature, closeReason: reason });
}

function toldOf(transfer: StoredTransfer, { reason }: CloseTransferInput, state: "REJECTED" | "CANCELLED") {
  const { id, personName, direction, kind } = transfer;
  return {
    subject: { kind: "transfer", id, name: personName },
    branchId: transfer.fromBranchId ?? transfer.toBranchId,
    params: { direction, kind },
    reason,
    changes: [{ record: "Transfer", recordId: id, before: { state: "PENDING" }, after: { state } }],
  };
}
