import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { type Share, shareOf } from "@/lib/core/share";
import {
  branchRatingsAddress,
  committeeRatingAddress,
  dashboardAddress,
  memberRatingsAddress,
} from "@/lib/features/dashboard/rules/addresses";
import type { RatingFigures, Tally } from "@/lib/features/dashboard/schema";

/** Part of a bar: a level, or two levels together where the single counts are hidden from this reader. */
export type TrendPart = {
  readonly key: RatingLevel | "GOOD_OR_BETTER" | "BELOW_GOOD";
  readonly count: number;
  readonly href: string | null;
};

/** The ratings of one kind of subject in a year; `target` in tenths of a percent. */
export type TrendTally = {
  readonly share: Share;
  readonly href: string | null;
  readonly parts: readonly TrendPart[];
  readonly target: number | null;
};

/** One year beside the others. */
export type TrendYear = {
  readonly year: number;
  readonly href: string;
  readonly members: TrendTally | null;
  readonly branches: TrendTally | null;
  readonly committee: { readonly level: RatingLevel; readonly href: string | null } | null;
};

/** The years in which anything was decided, newest first, with the lists behind their numbers. */
export function trendYears(years: readonly RatingFigures[], lists: { readonly ratings: boolean }): TrendYear[] {
  const [memberBars, branchBars] = [barsOf(years.map((one) => one.members)), barsOf(years.map((one) => one.branches))];
  return years
    .map(({ year, members, branches, committee, targets }): TrendYear => {
      const ofMembers = (level: Linked) => (lists.ratings ? memberRatingsAddress(year, level) : null);
      const ofBranches = (level: Linked) => (lists.ratings ? branchRatingsAddress(year, level) : null);
      const href = lists.ratings ? committeeRatingAddress(year) : null;
      return {
        year,
        href: dashboardAddress(year),
        members: tallyOf(members, targets.MEMBERS_GOOD_OR_BETTER, memberBars, ofMembers),
        branches: tallyOf(branches, targets.BRANCHES_GOOD_OR_BETTER, branchBars, ofBranches),
        committee: committee === null ? null : { level: committee, href },
      };
    })
    .filter((one) => one.members !== null || one.branches !== null || one.committee !== null)
    .toReversed();
}

/** Which levels every year can show apart; where one year cannot, no year does, so that the bars stay comparable. */
type Bars = { readonly better: "apart" | "together"; readonly rest: "apart" | "together" };

function barsOf(tallies: readonly (Tally | null)[]): Bars {
  const isHidden = (level: RatingLevel) => tallies.some((tally) => tally !== null && tally[level] === null);
  return {
    better: isHidden("EXCELLENT") || isHidden("GOOD") ? "together" : "apart",
    rest: isHidden("COMPLETED") || isHidden("FAILED") ? "together" : "apart",
  };
}

type Linked = RatingLevel | "GOOD_OR_BETTER";

function tallyOf(
  tally: Tally | null,
  target: number | undefined,
  bars: Bars,
  to: (level: Linked) => string | null,
): TrendTally | null {
  if (tally === null || tally.rated === 0) return null;
  const { EXCELLENT, GOOD, COMPLETED, FAILED, goodOrBetter, rated } = tally;
  const part = (key: RatingLevel, count: number | null): TrendPart => ({ key, count: count ?? 0, href: to(key) });
  const better =
    bars.better === "together"
      ? [{ key: "GOOD_OR_BETTER" as const, count: goodOrBetter, href: to("GOOD_OR_BETTER") }]
      : [part("EXCELLENT", EXCELLENT), part("GOOD", GOOD)];
  const rest =
    bars.rest === "together"
      ? [{ key: "BELOW_GOOD" as const, count: rated - goodOrBetter, href: null }]
      : [part("COMPLETED", COMPLETED), part("FAILED", FAILED)];
  return {
    share: shareOf(goodOrBetter, rated),
    href: to("GOOD_OR_BETTER"),
    parts: [...better, ...rest],
    target: target ?? null,
  };
}
