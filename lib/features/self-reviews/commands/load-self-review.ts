import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { notFound } from "@/lib/core/errors";
import { loadBranch, loadMembers, type Round } from "@/lib/features/ratings/commands/rating-facts";
import { canReadSelfReview, type ReviewedPlace } from "@/lib/features/self-reviews/policy";
import { isAsked } from "@/lib/features/self-reviews/rules";

/** Whom a review of a round is about. `asked` is false where the rules ask none of this subject. */
export type Reviewed = ReviewedPlace & {
  readonly subject: "MEMBER" | "BRANCH" | "COMMITTEE";
  /** Null of the committee. */
  readonly name: string | null;
  readonly asked: boolean;
};

/** The member, the branch, or, where neither is named, the committee. Refuses with NOT_FOUND what is not there or not the actor's to see. */
export async function loadReviewed(
  context: CommandContext,
  round: Round,
  named: { readonly memberId: string | null; readonly branchId: string | null },
): Promise<Reviewed> {
  const reviewed = await subjectOf(context, round, named);
  if (!canReadSelfReview(context.actor, reviewed)) throw notFound();
  return reviewed;
}

async function subjectOf(
  context: CommandContext,
  round: Round,
  { memberId, branchId }: ReviewedPlace,
): Promise<Reviewed> {
  if (memberId !== null) {
    const [found] = await loadMembers(context, round, [memberId]);
    if (!found) throw notFound();
    const asked = isAsked(found.ruledOut, round.parameters);
    return { subject: "MEMBER", memberId, branchId: found.branchId, name: found.name, asked };
  }
  if (branchId !== null) {
    const { name, ruledOut } = await loadBranch(context, round, branchId);
    return { subject: "BRANCH", memberId: null, branchId, name, asked: ruledOut === null };
  }
  return { subject: "COMMITTEE", memberId: null, branchId: null, name: null, asked: true };
}

/** Columns of a review that commands judge and write by. */
const columns = {
  ...{ id: true, roundId: true, memberId: true, branchId: true, subject: true, state: true, version: true },
  ...{ form: true, strengths: true, shortcomings: true, causes: true, corrections: true, explanation: true },
  ...{ remedies: true, tasksTotal: true, tasksOnTime: true, tasksLate: true, tasksBeyond: true, proposedLevel: true },
  ...{ recordedBy: true, member: { select: { fullName: true } }, branch: { select: { name: true } } },
  marks: { select: { criterion: true, grade: true, points: true } },
} as const;

/** The review of a subject in a round; null where nothing was entered yet. */
export function loadReviewOf({ tx, actor }: CommandContext, roundId: string, { memberId, branchId }: ReviewedPlace) {
  const subject = memberId === null ? (branchId === null ? "COMMITTEE" : "BRANCH") : "MEMBER";
  return tx.selfReview.findFirst({
    where: { committeeId: actor.committeeId, roundId, subject, memberId, ...(memberId === null && { branchId }) },
    relationLoadStrategy: "join",
    select: columns,
  });
}

/** A review by its id. Refuses with NOT_FOUND. */
export async function loadReview({ tx, actor }: CommandContext, id: string): Promise<StoredReview> {
  const found = await tx.selfReview.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    select: columns,
  });
  if (!found || !canReadSelfReview(actor, found)) throw notFound();
  return found;
}

/** A review as it is stored, with its marks. */
export type StoredReview = NonNullable<Awaited<ReturnType<typeof loadReviewOf>>>;
