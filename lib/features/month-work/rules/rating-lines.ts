import type { Day } from "@/lib/core/day";
import { NOBODY, type WorkLine } from "@/lib/features/month-work/rules/work-line";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** What ratings leave open: branches that have to propose, with how many members; decisions that wait, by when; deadlines to confirm. */
export type RatingWork = {
  readonly proposals: readonly {
    branchId: string;
    branch: string;
    period: RatingPeriod;
    on: Day;
    owed: number;
    can: { propose: boolean };
  }[];
  readonly ratings: readonly { period: RatingPeriod; dueOn: Day | null; toRecord: number; toConfirm: number }[];
  readonly deadlines: readonly RatingPeriod[];
};

/** What is open of ratings: branches that have to propose, decisions to record and to confirm; late once the deadline is over. */
export function ratingLines({ proposals, ratings, deadlines }: RatingWork, today: Day): WorkLine[] {
  return [
    ...proposals.map(
      (one): WorkLine => ({
        ...{ ...NOBODY, branchId: one.branchId, branch: one.branch, href: proposalPage(one) },
        ...{ kind: "RATING_TO_PROPOSE", name: String(one.owed), on: one.on, isLate: one.on < today },
      }),
    ),
    ...ratings.flatMap(({ period, dueOn, toRecord, toConfirm }): WorkLine[] => {
      const line = { ...NOBODY, name: period, on: dueOn, isLate: dueOn !== null && dueOn < today };
      const [record, confirm] = [`/ratings/${period}/record`, `/ratings/${period}/confirm`];
      return [
        ...(toRecord > 0 ? [{ ...line, kind: "RATINGS_TO_RECORD" as const, count: toRecord, href: record }] : []),
        ...(toConfirm > 0 ? [{ ...line, kind: "RATINGS_TO_CONFIRM" as const, count: toConfirm, href: confirm }] : []),
      ];
    }),
    ...deadlines.map(
      (period): WorkLine => ({
        ...NOBODY,
        ...{ kind: "DEADLINES_TO_CONFIRM", name: period, href: `/ratings/${period}/deadlines` },
      }),
    ),
  ];
}

function proposalPage({ period, branchId, owed, can }: RatingWork["proposals"][number]): string {
  if (owed === 0)
    return can.propose
      ? `/ratings/${period}/propose?branch=${branchId}`
      : `/ratings/${period}?tab=branches&branch=${branchId}`;
  return can.propose
    ? `/ratings/${period}/meeting?branch=${branchId}`
    : `/ratings/${period}?branch=${branchId}&state=toPropose`;
}
