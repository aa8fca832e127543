import { NotRatedReason, RatingLevel } from "@/lib/core/db/generated/enums";

type Words = (key: `levels.${RatingLevel}` | `reasons.${NotRatedReason}`) => string;

/** The four levels, best first, for a drop-down. */
export function levelOptions(t: Words) {
  return Object.values(RatingLevel).map((value) => ({ value, label: t(`levels.${value}`) }));
}

/** The reasons for not rating, for a drop-down; who is not rated by quarters is in no round of one, and is entered by nobody. */
export function reasonOptions(t: Words) {
  const entered = Object.values(NotRatedReason).filter((value) => value !== "NOT_OF_QUARTER");
  return entered.map((value) => ({ value, label: t(`reasons.${value}`) }));
}
