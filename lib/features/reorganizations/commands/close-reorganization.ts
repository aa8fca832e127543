import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import {
  answerReorganization,
  loadReorganization,
  type StoredReorganization,
} from "@/lib/features/reorganizations/commands/load-reorganization";
import { canCancelReorganization, canConfirmReorganization } from "@/lib/features/reorganizations/policy";
import { answerObstacle } from "@/lib/features/reorganizations/rules/answer";
import type { CloseReorganizationInput } from "@/lib/features/reorganizations/schema";

type FormKey = FormSending;

/** Rejects a proposal with the reason; nothing changes. For leaders. Refuses who proposed it (RULE). */
export function rejectReorganization(actor: Actor, input: CloseReorganizationInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "rejectReorganization", input, ...sending }, async (context) => {
    const found = await loadReorganization(context, input.id);
    authorize(canConfirmReorganization(context.actor));
    requireNoObstacle(answerObstacle(found, context.actor.accountId));
    await close(context, input, "REJECTED");
    context.audit({ type: "reorganization.rejected", ...toldOf(found, input, "REJECTED") });
    return { id: found.id };
  });
}

/** Takes a proposal back with the reason. For the office. Refuses one that has been answered (RULE). */
export function cancelReorganization(actor: Actor, input: CloseReorganizationInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "cancelReorganization", input, ...sending }, async (context) => {
    const found = await loadReorganization(context, input.id);
    authorize(canCancelReorganization(context.actor));
    if (found.state !== "PROPOSED") throw new DomainError("RULE", "reorganizations.errors.alreadyAnswered");
    await close(context, input, "CANCELLED");
    context.audit({ type: "reorganization.cancelled", ...toldOf(found, input, "CANCELLED") });
    return { id: found.id };
  });
}

async function close(
  context: CommandContext,
  input: CloseReorganizationInput,
  state: "REJECTED" | "CANCELLED",
): Promise<void> {
  const { actor, today } = context;
  const hand = { decidedById: actor.accountId, decidedBy: actor.displayName, decidedOn: toDbDate(today) };
  await answerReorganization(context, input, { state, ...hand, closeReason: input.reason });
}

function toldOf({ id, kind, name }: StoredReorganization, { reason }: CloseReorganizationInput, state: string) {
  return {
    subject: { kind: "reorganization", id, name },
    params: { kind },
    reason,
    changes: [{ record: "Reorganization", recordId: id, before: { state: "PROPOSED" }, after: { state } }],
  };
}
