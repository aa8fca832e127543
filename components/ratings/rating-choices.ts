import { NotRatedReason, RatingLevel } from "@/lib/core/db/generated/enums";

type Words = (key: `levels.${RatingLevel}` | `reasons.${NotRatedReason}`) => string;

/** The four levels, best first, for a drop-down. */
export function levelOptions(t: Words) {
  return Object.values(RatingLevel).map((value) => ({ value, label: t(`levels.${value}`) }));
}

/** The reasons for not rating, for a drop-down. */
export function reasonOptions(t: Words) {
  return Object.values(NotRatedReason).map((value) => ({ value, label: t(`reasons.${value}`) }));
}
