import { type Day, typedForm, yearOf } from "@/lib/core/day";
import type { NotRatedReason, RatingState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** Why a round of that year cannot be reckoned on that day: a day of another year. */
export function roundObstacle(year: number, reckoningOn: Day): Obstacle | null {
  const params = { year: String(year), reckoningOn: typedForm(reckoningOn) };
  return yearOf(reckoningOn) === year ? null : { reason: "ratings.errors.otherYear", params, field: "reckoningOn" };
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
