import "server-only";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { canConfirmDiscipline, canListDisciplines, canWithdrawDiscipline } from "@/lib/features/disciplines/policy";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import type { ConfirmDisciplineInput, WithdrawDisciplineInput } from "@/lib/features/disciplines/schema";

/**
 * Confirms a recorded decision, which is final from then on; a confirmed correction takes the place of the one it names. Refuses who has
 * entered it, whose own case it is (FORBIDDEN), what does not wait any more (RULE) and an older version (CONFLICT). Asks for the password again.
 */
export function confirmDiscipline(actor: Actor, input: ConfirmDisciplineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmDiscipline", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version } = input;
    const stored = await loadRecorded(context, id);
    authorize(canConfirmDiscipline(actor, stored), "disciplines.errors.ownHand");
    requireWaiting(stored);
    await requireRecentPassword(context);
    const { committeeId, accountId, displayName } = actor;
    const written = await tx.discipline.updateMany({
      where: { committeeId, id, version, state: "RECORDED" },
      data: {
        ...{ state: "CONFIRMED", confirmedById: accountId, confirmedBy: displayName, confirmedOn: toDbDate(today) },
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "discipline.confirmed",
      ...placeOf(context, stored),
      changes: [{ record: "Discipline", recordId: id, before: { state: "RECORDED" }, after: { state: "CONFIRMED" } }],
    });
    return { id };
  });
}

/** Takes back what was entered wrongly, before it is confirmed, with the reason. Refuses the own case (FORBIDDEN), what does not wait any more (RULE) and an older version (CONFLICT). */
export function withdrawDiscipline(actor: Actor, input: WithdrawDisciplineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "withdrawDiscipline", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, reason } = input;
    const stored = await loadRecorded(context, id);
    authorize(canWithdrawDiscipline(actor, stored));
    requireWaiting(stored);
    const hand = { withdrawnOn: toDbDate(today), withdrawnBy: actor.displayName, withdrawnReason: reason };
    const written = await tx.discipline.updateMany({
      where: { committeeId: actor.committeeId, id, version, state: "RECORDED" },
      data: { state: "WITHDRAWN", ...hand, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "discipline.withdrawn",
      ...placeOf(context, stored),
      reason,
      changes: [{ record: "Discipline", recordId: id, before: { state: "RECORDED" }, after: { state: "WITHDRAWN" } }],
    });
    return { id };
  });
}

async function loadRecorded({ tx, actor }: CommandContext, id: string) {
  const found = await tx.discipline.findFirst({
    where: { AND: [{ committeeId: actor.committeeId, id }, getReach(actor)] },
    select: { memberId: true, branchId: true, recordedById: true, state: true, decisionNumber: true },
  });
  if (!found || !canListDisciplines(actor)) throw notFound();
  return found;
}

function requireWaiting({ state }: { readonly state: string }) {
  if (state !== "RECORDED") throw new DomainError("RULE", "disciplines.errors.notWaiting");
}

/* The trail names the decision and not the person: a leader may be the one it is about, and reads the trail. */
function placeOf({ actor }: CommandContext, { decisionNumber }: { readonly decisionNumber: string }) {
  return { subject: { kind: "committee", id: actor.committeeId, name: decisionNumber } };
}
