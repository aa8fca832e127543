import { z } from "zod";
import { type Day, lastDayOfQuarter } from "@/lib/core/day";
import { count, id, optionalDay, optionalText, version } from "@/lib/core/fields";
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

/* The fourth quarter is judged with the year. */
const quarterField = () =>
  z
    .union([z.literal("").transform(() => null), count(1, 3)])
    .optional()
    .transform((value) => value ?? null);

export const openRatingRoundInput = z
  .strictObject({ year: count(2000, 2100), quarter: quarterField(), reckoningOn: optionalDay(), ...deadlineControls })
  .transform(({ year, quarter, reckoningOn, ...deadlines }) => ({
    ...{ year, quarter, deadlines },
    reckoningOn: reckoningOn ?? lastDayOfQuarter(year, quarter ?? 4),
  }));

/** A round to open, of a whole year where no quarter is named; without `deadlines` its steps have none. */
export type OpenRatingRoundInput = {
  readonly year: number;
  readonly quarter?: number | null;
  readonly reckoningOn: Day;
  readonly deadlines?: Deadlines;
};

/** The deadlines of a round; `version` is null while it has none. The reason is needed once a branch has proposed. */
export const setRatingDeadlinesInput = z
  .strictObject({ roundId: id(), version: optionalVersion(), reason: optionalText(500), ...deadlineControls })
  .transform(({ roundId, version, reason, ...deadlines }) => ({ roundId, version, reason, deadlines }));
export type SetRatingDeadlinesInput = z.output<typeof setRatingDeadlinesInput>;

/** Of which round, and the version of its deadlines that was read. */
export const confirmRatingDeadlinesInput = z.strictObject({ roundId: id(), version: version() });
export type ConfirmRatingDeadlinesInput = z.output<typeof confirmRatingDeadlinesInput>;

export const closeRatingRoundInput = z.strictObject({ roundId: id(), version: version() });
export type CloseRatingRoundInput = z.output<typeof closeRatingRoundInput>;
