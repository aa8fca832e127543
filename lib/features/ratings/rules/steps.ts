import { type Day, partsOf, typedForm } from "@/lib/core/day";
import type { NotRatedReason, RatingState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { partsOfPeriod, type RatingPeriod } from "@/lib/features/ratings/schema/periods";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

/** Whether a day lies in the year or quarter that a round is about. */
export function isInPeriod(period: RatingPeriod, on: Day): boolean {
  const { year, quarter } = partsOfPeriod(period);
  const { month, ...of } = partsOf(on);
  return of.year === year && (quarter === null || Math.ceil(month / 3) === quarter);
}

/** Why a round of that period cannot be reckoned on that day: a day outside of it. */
export function roundObstacle(period: RatingPeriod, reckoningOn: Day): Obstacle | null {
  if (isInPeriod(period, reckoningOn)) return null;
  const { year, quarter } = partsOfPeriod(period);
  const params = { year: String(year), quarter: quarter ?? 0, reckoningOn: typedForm(reckoningOn) };
  return { reason: "ratings.errors.otherPeriod", params, field: "reckoningOn" };
}

/** Why these rules have no round of a quarter: they review by years alone (quarters since QĐ 366-QĐ/TW, 2025). */
export function quarterlyObstacle(
  quarter: number | null,
  { quarterly }: Pick<RatingParameters, "quarterly">,
  document: string,
): Obstacle | null {
  if (quarter === null || quarterly.value) return null;
  return { reason: "ratings.errors.notQuarterly", params: { document }, field: "quarter" };
}

/** Why the branch can no longer propose: the committee's decision has been recorded from its minutes. */
export function lateProposalObstacle(state: RatingState | null): Obstacle | null {
  return state === "RECORDED" ? { reason: "ratings.errors.alreadyRecorded" } : null;
}

/** Why the branch's vote cannot be of that day: it has not come yet. */
export function voteDayObstacle(votedOn: Day | null, today: Day): Obstacle | null {
  return votedOn !== null && votedOn > today ? { reason: "ratings.errors.votedInFuture", field: "votedOn" } : null;
}

/** Why this reason cannot stand alone: one that the records do not show needs a note. */
export function reasonNoteObstacle(reason: NotRatedReason, note: string | null): Obstacle | null {
  const isByHand = reason === "OTHER" || reason === "ARRIVED_LATE";
  return isByHand && note === null ? { reason: "ratings.errors.noteMissing", field: "note" } : null;
}
