import "server-only";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import type { ComplaintState } from "@/lib/core/db/generated/enums";
import type { DisciplineComplaintUpdateManyMutationInput } from "@/lib/core/db/generated/models";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canConfirmSettlement, canHandleComplaints, canListDisciplines } from "@/lib/features/disciplines/policy";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { betweenObstacle } from "@/lib/features/disciplines/rules";
import type {
  ConfirmComplaintInput,
  SettleComplaintInput,
  WithdrawComplaintInput,
} from "@/lib/features/disciplines/schema";

const OPEN = ["RECEIVED", "TO_CONFIRM"] as const;

/**
 * Enters how a complaint was settled, to be confirmed by a second person; before that it may be entered again. Refuses the own case
 * (FORBIDDEN), what is not open and a day that cannot be (RULE), and an older version (CONFLICT).
 */
export function settleComplaint(actor: Actor, input: SettleComplaintInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "settleComplaint", input, ...sending }, async (context) => {
    const { actor, today } = context;
    const { settledOn, outcome, settlementNumber, settlingBody } = input;
    const stored = await loadComplaint(context, input.id);
    authorize(canHandleComplaints(actor, stored.discipline));
    requireState(stored, OPEN);
    requireNoObstacle(betweenObstacle("settledOn", settledOn, fromDbDate(stored.receivedOn), today));
    const hand = { settlementRecordedById: actor.accountId, settlementRecordedBy: actor.displayName };
    return close(context, stored, {
      ...{
        version: input.version,
        type: "disciplineComplaint.entered",
        told: { outcome, settlementNumber, settledOn },
      },
      data: { state: "TO_CONFIRM", outcome, settlementNumber, settledOn: toDbDate(settledOn), settlingBody, ...hand },
    });
  });
}

/**
 * Confirms how a complaint was settled, which is final from then on. Refuses who has entered it, whose own case it is (FORBIDDEN), what
 * does not wait (RULE) and an older version (CONFLICT). Asks for the password again.
 */
export function confirmComplaint(actor: Actor, input: ConfirmComplaintInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmComplaint", input, ...sending }, async (context) => {
    const { actor, today } = context;
    const stored = await loadComplaint(context, input.id);
    authorize(
      canConfirmSettlement(actor, stored.discipline, stored.settlementRecordedById),
      "disciplines.errors.ownHand",
    );
    requireState(stored, ["TO_CONFIRM"]);
    await requireRecentPassword(context);
    const hand = { confirmedById: actor.accountId, confirmedBy: actor.displayName, confirmedOn: toDbDate(today) };
    return close(context, stored, {
      ...{ version: input.version, type: "disciplineComplaint.settled", told: {} },
      data: { state: "SETTLED", ...hand },
    });
  });
}

/** Enters that who complained took it back. Refuses as the settlement does, and what waits to be confirmed (RULE). */
export function withdrawComplaint(actor: Actor, input: WithdrawComplaintInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "withdrawComplaint", input, ...sending }, async (context) => {
    const { actor, today } = context;
    const { withdrawnOn, reason } = input;
    const stored = await loadComplaint(context, input.id);
    authorize(canHandleComplaints(actor, stored.discipline));
    requireState(stored, ["RECEIVED"]);
    requireNoObstacle(betweenObstacle("withdrawnOn", withdrawnOn, fromDbDate(stored.receivedOn), today));
    const hand = { withdrawnOn: toDbDate(withdrawnOn), withdrawnBy: actor.displayName, withdrawnReason: reason };
    return close(context, stored, {
      ...{ version: input.version, type: "disciplineComplaint.withdrawn", told: { withdrawnOn }, reason },
      data: { state: "WITHDRAWN", ...hand },
    });
  });
}

type Stored = Awaited<ReturnType<typeof loadComplaint>>;

async function loadComplaint({ tx, actor }: CommandContext, id: string) {
  const { committeeId } = actor;
  const found = await tx.disciplineComplaint.findFirst({
    where: { committeeId, id, discipline: getReach(actor) },
    relationLoadStrategy: "join",
    select: {
      ...{ id: true, disciplineId: true, state: true, receivedOn: true, settlementRecordedById: true },
      discipline: { select: { memberId: true, branchId: true, decisionNumber: true } },
    },
  });
  if (!found || !canListDisciplines(actor)) throw notFound();
  return found;
}

function requireState({ state }: Stored, states: readonly ComplaintState[]) {
  if (!states.includes(state)) throw new DomainError("RULE", "disciplines.errors.complaintClosed");
}

type Closing = {
  readonly version: number;
  readonly type: `disciplineComplaint.${string}`;
  readonly told: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly data: DisciplineComplaintUpdateManyMutationInput & { readonly state: ComplaintState };
};

/* The trail names the decision and not the person, as it does of the decision itself. */
async function close({ tx, actor, audit }: CommandContext, stored: Stored, closing: Closing) {
  const { committeeId } = actor;
  const { id, state, disciplineId, discipline } = stored;
  const { version, type, told, reason = null, data } = closing;
  const written = await tx.disciplineComplaint.updateMany({
    where: { committeeId, id, version, state },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
  audit({
    type,
    subject: { kind: "committee", id: committeeId, name: discipline.decisionNumber },
    reason,
    changes: [
      { record: "DisciplineComplaint", recordId: id, before: { state }, after: { state: data.state, ...told } },
    ],
  });
  return { id: disciplineId };
}
