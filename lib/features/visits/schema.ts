import { z } from "zod";
import { count, dayField, id, note, optionalId, optionalNote, text, version } from "@/lib/core/fields";

const report = {
  visitedOn: dayField(),
  meetingId: optionalId(),
  situation: note(5000),
  meetingOpinion: optionalNote(5000),
};

/** Without a visitor the report is on one's own visit. */
export const reportVisitInput = z.strictObject({ branchId: id(), visitorId: optionalId(), ...report });
export type ReportVisitInput = z.output<typeof reportVisitInput>;

export const editVisitInput = z.strictObject({ id: id(), version: version(), ...report });
export type EditVisitInput = z.output<typeof editVisitInput>;

export const raiseDifficultyInput = z.strictObject({
  branchId: id(),
  visitReportId: optionalId(),
  title: text(),
  text: note(5000),
  raisedOn: dayField(),
});
export type RaiseDifficultyInput = z.output<typeof raiseDifficultyInput>;

const step = { id: id(), version: version(), takenOn: dayField(), text: note(5000) };

/** Progress, the solution, or the answer that it cannot be done. */
export const difficultyStepInput = z.strictObject(step);
export type DifficultyStepInput = z.output<typeof difficultyStepInput>;

/** Without a seat the office itself is the owner. */
export const acceptDifficultyInput = z.strictObject({ ...step, ownerSeatId: optionalId(), deadlineOn: dayField() });
export type AcceptDifficultyInput = z.output<typeof acceptDifficultyInput>;

export const moveDeadlineInput = z.strictObject({ ...step, deadlineOn: dayField() });
export type MoveDeadlineInput = z.output<typeof moveDeadlineInput>;

/** Where a difficulty stands on a day; the first three are open. */
export const difficultyStandings = [
  "WAITING",
  "IN_HAND",
  "OVERDUE",
  "SOLVED_IN_TIME",
  "SOLVED_LATE",
  "DECLINED",
] as const;
export type DifficultyStanding = (typeof difficultyStandings)[number];

/** The year, branch and person in charge that lists are narrowed to; what cannot be read narrows nothing. */
export const visitFilter = z.object({
  year: count(1930, 2199).nullable().catch(null),
  branch: z.uuid().nullable().catch(null),
  person: z.uuid().nullable().catch(null),
});
export type VisitFilter = z.output<typeof visitFilter>;

/** Without a year the open difficulties of all years. */
export const difficultyFilter = visitFilter.extend({ standing: z.enum(difficultyStandings).nullable().catch(null) });
export type DifficultyFilter = z.output<typeof difficultyFilter>;

/** Which monthly meetings are listed: all held while somebody was in charge, or those attended. */
export const chargedMeetingFilter = visitFilter.extend({ part: z.enum(["ALL", "ATTENDED"]).catch("ALL") });
export type ChargedMeetingFilter = z.output<typeof chargedMeetingFilter>;
