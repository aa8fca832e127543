import type { RatingLevel } from "@/lib/core/db/generated/enums";
import type { VoteInput } from "@/lib/features/ratings/schema";

const NONE = { excellent: 0, good: 0, completed: 0, failed: 0, invalid: 0 };
/* What the one who sees it otherwise votes for. */
const OTHERWISE = {
  EXCELLENT: ["excellent", "good"],
  GOOD: ["good", "completed"],
  COMPLETED: ["completed", "good"],
  FAILED: ["failed", "completed"],
} as const;

/** An invented count of a branch's secret ballot: everybody has given one, all but one for the level that was proposed. */
export function inventBallots(level: RatingLevel, base: number): VoteInput {
  const [most, one] = OTHERWISE[level];
  const apart = base > 2 ? 1 : 0;
  return { ...NONE, base, given: base, returned: base, [most]: base - apart, [one]: apart };
}
