import type { RatingLevel, RatingState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { capObstacle, type ExcellentCap, excellentCap, type LevelCounts } from "@/lib/features/ratings/rules";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

/**
 * Ratings of a round as the cap counts them: one by its id, or `count` others that no write touches, all of the same standing.
 * `supersedesId` marks a correction that waits beside what it corrects.
 */
export type CountedRating = {
  readonly id: string | null;
  readonly branchId: string | null;
  readonly state: RatingState;
  readonly level: RatingLevel | null;
  readonly proposedLevel: RatingLevel | null;
  readonly supersedesId: string | null;
  readonly count: number;
};

/**
 * How many would stand at each level once these decisions are recorded. Excellent counts only where it is recorded or
 * decided; the other levels count as proposed until then, so that a meeting can be recorded branch by branch.
 */
export function countsOnceRecorded(
  all: readonly CountedRating[],
  decisions: ReadonlyMap<string, RatingLevel | null>,
): LevelCounts {
  return countLevels(withoutWaiting(all, new Set()), (one) => {
    const decided = one.id === null ? undefined : decisions.get(one.id);
    if (decided !== undefined) return decided;
    if (one.level !== null || one.state !== "PROPOSED") return one.level;
    return one.proposedLevel === "EXCELLENT" ? null : one.proposedLevel;
  });
}

/**
 * How many would stand at each level once these are confirmed. Excellent counts only where it is decided; the other levels
 * count as recorded, so that a decision is never confirmed on the strength of a proposal.
 */
export function countsOnceConfirmed(all: readonly CountedRating[], confirmed: ReadonlySet<string>): LevelCounts {
  return countLevels(withoutWaiting(all, confirmed), (one) => {
    const isDecided = one.state === "DECIDED" || isIn(confirmed, one);
    if (one.level === "EXCELLENT") return isDecided ? one.level : null;
    return one.state === "PROPOSED" ? null : one.level;
  });
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
    one.supersedesId !== null && one.state !== "DECIDED" && !isIn(confirmed, one);
  const replaced = new Set(all.filter((one) => isIn(confirmed, one)).map((one) => one.supersedesId));
  return all.filter((one) => !isWaiting(one) && (one.id === null || !replaced.has(one.id)));
}

const isIn = (ids: ReadonlySet<string>, { id }: CountedRating) => id !== null && ids.has(id);

function countLevels(all: readonly CountedRating[], levelOf: (one: CountedRating) => RatingLevel | null): LevelCounts {
  const counts = { EXCELLENT: 0, GOOD: 0, COMPLETED: 0, FAILED: 0 };
  for (const one of all) {
    const level = levelOf(one);
    if (level !== null) counts[level] += one.count;
  }
  return counts;
}
