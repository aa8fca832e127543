import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { loadRound } from "@/lib/features/ratings/commands/rating-facts";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { loadReview, type StoredReview } from "@/lib/features/self-reviews/commands/load-self-review";
import { subjectOf } from "@/lib/features/self-reviews/commands/save-self-review";
import { canWriteSelfReview } from "@/lib/features/self-reviews/policy";
import { findIsPast } from "@/lib/features/self-reviews/queries/find-is-past";
import { changeObstacle, missingParts } from "@/lib/features/self-reviews/rules";
import { type MoveSelfReviewInput, marksFrom } from "@/lib/features/self-reviews/schema";

/**
 * Hands a review in, from when on it is read at the branch's meeting and by leadership. Refuses a review that is not the actor's to
 * see (NOT_FOUND) or hand in (FORBIDDEN); one with parts missing, handed in already, or voted on (RULE); an older version (CONFLICT).
 */
export function handInSelfReview(actor: Actor, input: MoveSelfReviewInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "handInSelfReview", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { stored, round } = await load(context, input.id);
    const isPast = await findIsPast(tx, round.id, stored);
    requireNoObstacle(changeObstacle(stored.state, isPast));
    const missing = missingParts({ ...stored, marks: marksFrom(stored.marks) }, round.parameters.review);
    if (missing.length > 0) {
      throw new DomainError("RULE", "selfReviews.errors.partsMissing", { count: missing.length });
    }
    const written = await tx.selfReview.updateMany({
      where: { committeeId: actor.committeeId, id: stored.id, version: input.version, state: "DRAFT" },
      data: { state: "HANDED_IN", handedInOn: toDbDate(today), version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "selfReview.sent",
      ...placeOf(context, stored, round.period),
      changes: [moved(stored, "HANDED_IN")],
    });
    return { id: stored.id };
  });
}

/**
 * Takes a review back to be changed, until the branch has voted on its subject. Refuses as `handInSelfReview` does, and a draft (RULE).
 */
export function takeBackSelfReview(actor: Actor, input: MoveSelfReviewInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeBackSelfReview", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { stored, round } = await load(context, input.id);
    requireNoObstacle(changeObstacle("DRAFT", await findIsPast(tx, round.id, stored)));
    if (stored.state === "DRAFT") throw new DomainError("RULE", "selfReviews.errors.notHandedIn");
    const written = await tx.selfReview.updateMany({
      where: { committeeId: actor.committeeId, id: stored.id, version: input.version, state: "HANDED_IN" },
      data: { state: "DRAFT", handedInOn: null, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "selfReview.withdrawn",
      ...placeOf(context, stored, round.period),
      changes: [moved(stored, "DRAFT")],
    });
    return { id: stored.id };
  });
}

async function load(context: CommandContext, id: string) {
  const stored = await loadReview(context, id);
  authorize(canWriteSelfReview(context.actor, stored));
  return { stored, round: await loadRound(context, stored.roundId) };
}

function placeOf(context: CommandContext, stored: StoredReview, period: RatingPeriod) {
  const { memberId, branchId } = stored;
  const name = stored.member?.fullName ?? stored.branch?.name ?? null;
  return { subject: subjectOf(context, { memberId, branchId, name }), branchId, params: { year: period } };
}

function moved({ id, state }: StoredReview, to: StoredReview["state"]) {
  return { record: "SelfReview", recordId: id, before: { reviewState: state }, after: { reviewState: to } };
}
