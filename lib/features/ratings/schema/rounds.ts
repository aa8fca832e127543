import { z } from "zod";
import type { Day } from "@/lib/core/day";
import { count, dayField, id, optionalDay, optionalText, version } from "@/lib/core/fields";
import { optionalVersion } from "@/lib/features/ratings/schema";

/** The steps of a round in their order: self-review, the branch's meeting and vote, its proposal, the committee's decision, the results. */
export const ROUND_STEPS = ["selfReview", "meeting", "proposal", "decision", "announcement"] as const;
/** One of the steps. */
export type RoundStep = (typeof ROUND_STEPS)[number];

/** By which day each step is to be done; null where it has no deadline. */
export type Deadlines = Readonly<Record<`${RoundStep}DueOn`, Day | null>>;

/** A round without any deadline. */
export const NO_DEADLINES: Deadlines = {
  selfReviewDueOn: null,
  meetingDueOn: null,
  proposalDueOn: null,
  decisionDueOn: null,
  announcementDueOn: null,
};

const deadlineControls = {
  selfReviewDueOn: optionalDay(),
  meetingDueOn: optionalDay(),
  proposalDueOn: optionalDay(),
  decisionDueOn: optionalDay(),
  announcementDueOn: optionalDay(),
};

export const openRatingRoundInput = z
  .strictObject({ year: count(2000, 2100), reckoningOn: dayField(), ...deadlineControls })
  .transform(({ year, reckoningOn, ...deadlines }) => ({ year, reckoningOn, deadlines }));

/** A round to open; without `deadlines` its steps have none. */
export type OpenRatingRoundInput = {
  readonly year: number;
  readonly reckoningOn: Day;
  readonly deadlines?: Deadlines;
};

/** The deadlines of a round; `version` is null while it has none. The reason is needed once a branch has proposed. */
export const setRatingDeadlinesInput = z
  .strictObject({ roundId: id(), version: optionalVersion(), reason: optionalText(500), ...deadlineControls })
  .transform(({ roundId, version, reason, ...deadlines }) => ({ roundId, version, reason, deadlines }));
export type SetRatingDeadlinesInput = z.output<typeof setRatingDeadlinesInput>;

export const closeRatingRoundInput = z.strictObject({ roundId: id(), version: version() });
export type CloseRatingRoundInput = z.output<typeof closeRatingRoundInput>;
