import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";
import { canReadSelfReview, canWriteSelfReview } from "@/lib/features/self-reviews/policy";
import { getReviewScope } from "@/lib/features/self-reviews/queries/list-self-reviews";
import { isAsked, reviewStanding, type StandingCounts, standingCounts } from "@/lib/features/self-reviews/rules";

/** How many members of a round stand where with their reviews, as the list of them tells it; reads nothing of the reviews but where they stand. */
export async function countSelfReviews(
  actor: Actor,
  { round, members }: Pick<RoundView, "round" | "members">,
): Promise<StandingCounts> {
  const rows = await readAs(actor, (tx) =>
    tx.selfReview.findMany({
      where: { AND: [getReviewScope(actor, round)], memberId: { not: null } },
      select: { memberId: true, state: true },
    }),
  );
  const states = new Map(rows.map(({ memberId, state }) => [memberId, state]));
  const readable = members.filter((one) => canReadSelfReview(actor, one));
  return standingCounts(
    readable.map((one) => {
      const state = states.get(one.memberId) ?? null;
      const isSeen = state === "HANDED_IN" || canWriteSelfReview(actor, one);
      return reviewStanding(isAsked(one.ruledOut, round.parameters), isSeen ? state : null);
    }),
  );
}
