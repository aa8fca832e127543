import "server-only";
import type { CommandContext } from "@/lib/core/command";
import type { RatingState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { canReadOpinionsOn, type OpinionPlace } from "@/lib/features/rating-opinions/policy";
import { loadBranch, loadMembers, type Round } from "@/lib/features/ratings/commands/rating-facts";

/** Whom an opinion is about, and how far the rating is, as far as the actor knows. `ratingId` is null before there is one. */
export type OpinedSubject = OpinionPlace & {
  readonly subject: "MEMBER" | "BRANCH" | "COMMITTEE";
  /** Null of the committee. */
  readonly name: string | null;
  readonly ratingId: string | null;
  readonly state: RatingState | null;
};

/** The member, the branch, or, where neither is named, the committee. Refuses with NOT_FOUND what is not there or not the actor's to hear of. */
export async function loadSubject(context: CommandContext, round: Round, named: OpinionPlace): Promise<OpinedSubject> {
  const found = await subjectOf(context, round, named);
  if (!canReadOpinionsOn(context.actor, found)) throw notFound();
  return found;
}

async function subjectOf(
  context: CommandContext,
  round: Round,
  { memberId, branchId }: OpinionPlace,
): Promise<OpinedSubject> {
  if (memberId !== null) {
    const [found] = await loadMembers(context, round, [memberId]);
    if (!found) throw notFound();
    return { subject: "MEMBER", memberId, branchId: found.branchId, name: found.name, ...stepOf(found.rating) };
  }
  if (branchId !== null) {
    const { name, rating } = await loadBranch(context, round, branchId);
    return { subject: "BRANCH", memberId: null, branchId, name, ...stepOf(rating) };
  }
  const { tx, actor } = context;
  const rating = await tx.rating.findFirst({
    where: { committeeId: actor.committeeId, roundId: round.id, subject: "COMMITTEE", supersededById: null },
    orderBy: { state: "desc" },
    select: { id: true, state: true },
  });
  return { subject: "COMMITTEE", memberId: null, branchId: null, name: null, ...stepOf(rating) };
}

function stepOf(rating: { readonly id: string; readonly state: RatingState } | null) {
  return { ratingId: rating?.id ?? null, state: rating?.state ?? null };
}
