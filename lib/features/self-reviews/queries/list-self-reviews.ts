import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { NotRatedReason, RatingLevel } from "@/lib/core/db/generated/enums";
import type { SelfReviewWhereInput } from "@/lib/core/db/generated/models";
import { readAs } from "@/lib/core/query";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { listBranchLines, listMemberLines } from "@/lib/features/ratings/queries/round-rows";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import {
  canReadSelfReview,
  canWriteSelfReview,
  type ReviewedPlace,
  visibleSelfReviews,
} from "@/lib/features/self-reviews/policy";
import {
  contentColumns,
  getContent,
  type SelfReviewContent,
} from "@/lib/features/self-reviews/queries/self-review-columns";
import { isAsked, reviewStanding, type StandingCounts, standingCounts } from "@/lib/features/self-reviews/rules";
import type { ReviewStanding, SelfReviewFilter } from "@/lib/features/self-reviews/schema";

/** Where one subject of a round stands with the review. `canEnter` is true while it can be entered by the reader. */
export type ReviewLine = ReviewedPlace & {
  readonly name: string | null;
  readonly branch: string | null;
  readonly standing: ReviewStanding;
  readonly ruledOut: NotRatedReason | null;
  readonly reviewId: string | null;
  readonly points: number | null;
  readonly proposedLevel: RatingLevel | null;
  /** Who entered it for the person; null where the person did. */
  readonly onBehalfBy: string | null;
  readonly canEnter: boolean;
};

/** The reviews of a year's round in the reader's scope: all lines, what the filter leaves of them, and the counts before it. */
export type SelfReviewList = {
  readonly round: RoundHead;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly shown: readonly ReviewLine[];
  readonly counts: StandingCounts;
  readonly collectives: StandingCounts;
};

/** The members, or the branches and the committee, each with the review. Refuses with NOT_FOUND a year without a round. */
export function listSelfReviews(actor: Actor, period: RatingPeriod, filter: SelfReviewFilter): Promise<SelfReviewList> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const reviews = await listReviews(tx, actor, round);
    const members = (await listMemberLines(tx, actor, round)).map((one) =>
      lineOf(actor, round, { ...one, asked: isAsked(one.ruledOut, round.parameters) }, reviews.get(one.memberId)),
    );
    const ofBranches = (await listBranchLines(tx, actor, round)).map((one) =>
      lineOf(
        actor,
        round,
        { ...one, memberId: null, name: one.branch, asked: one.ruledOut === null },
        reviews.get(one.branchId),
      ),
    );
    const committee = {
      memberId: null,
      branchId: null,
      name: null,
      branch: null,
      ruledOut: null,
      proposedLevel: null,
      level: null,
      asked: true,
    };
    const collectives = [...ofBranches, lineOf(actor, round, committee, reviews.get(""))].filter((one) =>
      canReadSelfReview(actor, one),
    );
    const readable = members.filter((one) => canReadSelfReview(actor, one));
    const within = readable.filter((one) => filter.branch === null || one.branchId === filter.branch);
    const asked = filter.tab === "members" ? within : collectives;
    const names = new Map(readable.map(({ branchId, branch }) => [branchId ?? "", branch ?? ""]));
    return {
      round,
      branches: [...names].map(([id, name]) => ({ id, name })),
      shown: asked.filter((one) => filter.standing === null || one.standing === filter.standing),
      counts: countsOf(within),
      collectives: countsOf(collectives),
    };
  });
}

type Named = ReviewedPlace &
  Pick<ReviewLine, "name" | "branch" | "ruledOut"> & {
    readonly asked: boolean;
    readonly proposedLevel: RatingLevel | null;
    readonly level: RatingLevel | null;
  };

function lineOf(actor: Actor, round: RoundHead, of: Named, review: SelfReviewContent | undefined): ReviewLine {
  const { memberId, branchId, name, branch, ruledOut, asked } = of;
  const mayWrite = canWriteSelfReview(actor, of);
  const seen = review && (review.state === "HANDED_IN" || mayWrite) ? review : null;
  const standing = reviewStanding(asked, seen?.state ?? null);
  return {
    ...{ memberId, branchId, name, branch, ruledOut, standing },
    reviewId: seen?.id ?? null,
    points: seen?.points ?? null,
    proposedLevel: seen?.proposedLevel ?? null,
    onBehalfBy: seen?.isOnBehalf ? seen.recordedBy : null,
    canEnter:
      round.closedOn === null &&
      mayWrite &&
      asked &&
      (of.proposedLevel ?? of.level) === null &&
      standing !== "HANDED_IN",
  };
}

/** The reviews of a round in the reader's scope, in words; row level security says the same underneath. */
export function getReviewScope(actor: Actor, { id: roundId }: Pick<RoundHead, "id">): SelfReviewWhereInput {
  const { all, branchIds, memberId } = visibleSelfReviews(actor);
  const reach = all ? {} : { OR: [{ branchId: { in: branchIds } }, ...(memberId === null ? [] : [{ memberId }])] };
  return { committeeId: actor.committeeId, roundId, ...reach };
}

/* By member, by branch where no member is named, and under the empty word the committee's. */
async function listReviews(tx: Tx, actor: Actor, round: RoundHead): Promise<Map<string, SelfReviewContent>> {
  const rows = await tx.selfReview.findMany({
    where: getReviewScope(actor, round),
    relationLoadStrategy: "join",
    select: contentColumns,
  });
  return new Map(
    rows.map((row) => [row.memberId ?? row.branchId ?? "", getContent(row, round.parameters.review)] as const),
  );
}

const countsOf = (lines: readonly ReviewLine[]) => standingCounts(lines.map(({ standing }) => standing));
