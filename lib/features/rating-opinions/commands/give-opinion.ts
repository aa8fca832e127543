import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { loadSubject, type OpinedSubject } from "@/lib/features/rating-opinions/commands/opinion-facts";
import { canGiveOpinion, canWithdrawOpinion } from "@/lib/features/rating-opinions/policy";
import { decidedObstacle, handsOn, opinionObstacle } from "@/lib/features/rating-opinions/rules";
import type { GiveOpinionInput, WithdrawOpinionInput } from "@/lib/features/rating-opinions/schema";
import { loadRound } from "@/lib/features/ratings/commands/rating-facts";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/**
 * Enters what somebody says of a subject of a round, beside the self-review and the vote (of the place of residence: QĐ 213-QĐ/TW; that
 * the body above and mass organisations are asked is not confirmed). Refuses a subject that is not the actor's to hear of (NOT_FOUND), or is the
 * actor (FORBIDDEN); a giver that is not the hand's to name, a day to come, and what is said after the decision (RULE).
 */
export function giveOpinion(actor: Actor, input: GiveOpinionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "giveOpinion", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const round = await loadRound(context, input.roundId);
    const of = await loadSubject(context, round, input);
    authorize(canGiveOpinion(actor, of));
    const facts = { hands: handsOn(actor, of.branchId), state: of.state, closedOn: round.closedOn };
    requireNoObstacle(opinionObstacle(input, facts, today));

    const id = randomUUID();
    const { giver, giverName, givenOn, text, level } = input;
    const { committeeId, accountId, displayName } = actor;
    const { subject, memberId, branchId } = of;
    await tx.ratingOpinion.create({
      data: {
        ...{ committeeId, id, roundId: round.id, subject, memberId, branchId, giver, giverName, text, level },
        ...{ givenOn: toDbDate(givenOn), recordedById: accountId, recordedBy: displayName },
      },
      select: { id: true },
    });
    const after = { giver, giverName, givenOn, text, level };
    audit({
      type: "ratingOpinion.recorded",
      ...placeOf(context, of, round.period),
      changes: [{ record: "RatingOpinion", recordId: id, before: null, after }],
    });
    return { id, memberId, branchId, ratingId: of.ratingId };
  });
}

/**
 * Withdraws an opinion that was entered by mistake, with the reason; who did so and why is shown in its place. Refuses one that is not the actor's to see
 * (NOT_FOUND) or withdraw (FORBIDDEN), one that is withdrawn or whose subject is decided (RULE), and an older version (CONFLICT).
 */
export function withdrawOpinion(actor: Actor, input: WithdrawOpinionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "withdrawOpinion", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, reason } = input;
    const stored = await loadOpinion(context, id);
    authorize(canWithdrawOpinion(actor, stored));
    const round = await loadRound(context, stored.roundId);
    const of = await loadSubject(context, round, placeIn(stored));
    requireNoObstacle(decidedObstacle(of.state, round.closedOn));
    if (stored.withdrawnOn !== null) throw new DomainError("RULE", "ratingOpinions.errors.withdrawn");
    const hand = { withdrawnOn: toDbDate(today), withdrawnBy: actor.displayName, withdrawnReason: reason };
    const written = await tx.ratingOpinion.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...hand, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "ratingOpinion.withdrawn",
      ...placeOf(context, of, round.period),
      reason,
      changes: [{ record: "RatingOpinion", recordId: id, before: { giverName: stored.giverName }, after: null }],
    });
    return { id, memberId: of.memberId, branchId: of.branchId, ratingId: of.ratingId };
  });
}

async function loadOpinion({ tx, actor }: CommandContext, id: string) {
  const found = await tx.ratingOpinion.findFirst({
    where: { committeeId: actor.committeeId, id },
    select: {
      ...{ roundId: true, memberId: true, branchId: true, recordedById: true, giverName: true, withdrawnOn: true },
    },
  });
  if (!found) throw notFound();
  return found;
}

function placeIn({ memberId, branchId }: { memberId: string | null; branchId: string | null }) {
  return memberId === null ? { memberId, branchId } : { memberId, branchId: null };
}

function placeOf({ actor }: CommandContext, { memberId, branchId, name }: OpinedSubject, period: RatingPeriod) {
  const kind = memberId === null ? (branchId === null ? "committee" : "branch") : "member";
  return { subject: { kind, id: memberId ?? branchId ?? actor.committeeId, name }, branchId, params: { year: period } };
}
