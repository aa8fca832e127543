import { z } from "zod";
import { ReminderWay } from "@/lib/core/db/generated/enums";
import { choice, id, optionalText } from "@/lib/core/fields";

/** What is open, in the order in which a page shows it: what is late first, then what comes. */
export const workKinds = [
  "MEETING_MISSING",
  "MEETING_DUE",
  "MEETING_TO_OPEN",
  "INVITATION_TO_SEND",
  "MINUTES_TO_SEND",
  "MINUTES_TO_SIGN",
  "VISIT_TO_REPORT",
  "DOCUMENT_TO_PASS_ON",
  "TASK_OVERDUE",
  "TASK_TO_ACCEPT",
  "DIFFICULTY_OVERDUE",
  "DIFFICULTY_TO_ACCEPT",
  "PROBATION_ENDING",
  "CEREMONY_DUE",
  "TRANSFER_WAITING",
  "STATUS_ENDING",
  "DISCIPLINE_TO_CONFIRM",
  "DISCIPLINE_ENDING",
  "TEAM_REQUEST_TO_DECIDE",
  "ADDENDUM_TO_DECIDE",
  "COMPLAINT_TO_SETTLE",
  "COMPLAINT_TO_CONFIRM",
  "TERM_TO_RENEW",
  "REGULATION_MISSING",
  "BADGES_DUE",
  "RATING_TO_PROPOSE",
  "RATINGS_TO_RECORD",
  "RATINGS_TO_CONFIRM",
  "DEADLINES_TO_CONFIRM",
  "RULES_TO_CONFIRM",
  "GRADES_TO_DECIDE",
] as const;
export type WorkKind = (typeof workKinds)[number];

/** What a branch itself has to see to; the rest waits for somebody of the committee. */
export const branchKinds = [
  "MEETING_MISSING",
  "MEETING_DUE",
  "MEETING_TO_OPEN",
  "INVITATION_TO_SEND",
  "MINUTES_TO_SEND",
  "MINUTES_TO_SIGN",
  "DOCUMENT_TO_PASS_ON",
  "TASK_OVERDUE",
  "PROBATION_ENDING",
  "TERM_TO_RENEW",
  "REGULATION_MISSING",
  "RATING_TO_PROPOSE",
] as const satisfies readonly WorkKind[];

/** What is known to the circle of a case alone, and is not to stand in a message to others. */
export const secretKinds = ["TEAM_REQUEST_TO_DECIDE", "ADDENDUM_TO_DECIDE"] as const satisfies readonly WorkKind[];

/** Which branch the work is narrowed to; what cannot be read narrows nothing. */
export const workFilter = z.object({ branch: id().nullable().catch(null) });
export type WorkFilter = z.output<typeof workFilter>;

export const remindBranchInput = z.strictObject({ branchId: id(), way: choice(ReminderWay), note: optionalText(200) });
export type RemindBranchInput = z.output<typeof remindBranchInput>;
