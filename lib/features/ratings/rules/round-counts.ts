import type { RatingLevel, RatingState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import {
  capObstacle,
  type ExcellentCap,
  excellentCap,
  type LevelCounts,
  levelCounts,
} from "@/lib/features/ratings/rules";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

/** A rating of a round as the cap counts it; `supersedesId` marks a correction that waits beside what it corrects. */
export type CountedRating = {
  readonly id: string;
  readonly branchId: string | null;
  readonly state: RatingState;
  readonly level: RatingLevel | null;
  readonly proposedLevel: RatingLevel | null;
  readonly supersedesId: string | null;
};

/**
 * How many would stand at each level once these decisions are recorded. Excellent counts only where it is recorded or
 * decided; the other levels count as proposed until then, so that a meeting can be recorded branch by branch.
 */
export function countsOnceRecorded(
  all: readonly CountedRating[],
  decisions: ReadonlyMap<string, RatingLevel | null>,
): LevelCounts {
  const levels = withoutWaiting(all, new Set()).map((one) => {
    const recorded = decisions.has(one.id) ? (decisions.get(one.id) ?? null) : one.level;
    if (recorded !== null || decisions.has(one.id) || one.state !== "PROPOSED") return recorded;
    return one.proposedLevel === "EXCELLENT" ? null : one.proposedLevel;
  });
  return levelCounts(levels);
}

/**
 * How many would stand at each level once these are confirmed. Excellent counts only where it is decided; the other levels
 * count as recorded, so that a decision is never confirmed on the strength of a proposal.
 */
export function countsOnceConfirmed(all: readonly CountedRating[], confirmed: ReadonlySet<string>): LevelCounts {
  const levels = withoutWaiting(all, confirmed).map((one) => {
    const isDecided = one.state === "DECIDED" || confirmed.has(one.id);
    if (one.level === "EXCELLENT") return isDecided ? one.level : null;
    return one.state === "PROPOSED" ? null : one.level;
  });
  return levelCounts(levels);
}

/**
 * Why a write cannot stand under the cap, comparing the counts before and after it. What neither adds an excellent nor lowers
 * what is allowed passes, also where the cap is exceeded already.
 */
export function capChangeObstacle(
  before: LevelCounts,
  after: LevelCounts,
  rule: RatingParameters["branchCap"],
  writtenReason: string | null,
): Obstacle | null {
  const [was, is]: ExcellentCap[] = [excellentCap(before, rule), excellentCap(after, rule)];
  if (!was || !is || (is.excellent <= was.excellent && is.allowed >= was.allowed)) return null;
  return capObstacle(is, writtenReason);
}

/** Of a decision and its waiting correction one counts: the correction once it is confirmed, the decision until then. */
function withoutWaiting(all: readonly CountedRating[], confirmed: ReadonlySet<string>): CountedRating[] {
  const isWaiting = (one: CountedRating) =>
    one.supersedesId !== null && one.state !== "DECIDED" && !confirmed.has(one.id);
  const replaced = new Set(all.filter((one) => confirmed.has(one.id)).map((one) => one.supersedesId));
  return all.filter((one) => !isWaiting(one) && !replaced.has(one.id));
}
