import { z } from "zod";
import { BreachKind, ComplaintOutcome, DisciplineBody, DisciplineForm } from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  note,
  optionalId,
  optionalNote,
  optionalText,
  text,
  version,
} from "@/lib/core/fields";

/** How long the words for a breach may be. */
export const BREACH_LENGTH = 2000;

const people = () => count(0, 1000);

/** A decision as its papers have it. `whoId` is a member of the branch, or the branch itself. */
export const recordDisciplineInput = z.strictObject({
  branchId: id(),
  whoId: id(),
  form: choice(DisciplineForm),
  body: choice(DisciplineBody),
  bodyName: text(200),
  decisionNumber: text(60),
  decidedOn: dayField(),
  bodyMembers: people(),
  present: people(),
  votesFor: people(),
  votesAgainst: people(),
  breach: note(BREACH_LENGTH),
  breachKind: choice(BreachKind),
  exceptionPaper: optionalText(200),
  breachOn: dayField(),
  concludedOn: dayField(),
  announcedOn: dayField(),
  correctsId: optionalId(),
  whyCorrected: optionalNote(500),
});
export type RecordDisciplineInput = z.output<typeof recordDisciplineInput>;

export const confirmDisciplineInput = z.strictObject({ id: id(), version: version() });
export type ConfirmDisciplineInput = z.output<typeof confirmDisciplineInput>;

export const withdrawDisciplineInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type WithdrawDisciplineInput = z.output<typeof withdrawDisciplineInput>;

/** How long the words of a complaint may be. */
export const COMPLAINT_LENGTH = 1000;

/** A complaint as it came in; `representative` speaks for an organization and is empty of a member. */
export const recordComplaintInput = z.strictObject({
  disciplineId: id(),
  receivedOn: dayField(),
  representative: optionalText(120),
  content: note(COMPLAINT_LENGTH),
  addressedTo: text(200),
});
export type RecordComplaintInput = z.output<typeof recordComplaintInput>;

/** How a complaint was settled, as the paper has it. */
export const settleComplaintInput = z.strictObject({
  id: id(),
  version: version(),
  outcome: choice(ComplaintOutcome),
  settlementNumber: text(60),
  settledOn: dayField(),
  settlingBody: text(200),
});
export type SettleComplaintInput = z.output<typeof settleComplaintInput>;

export const confirmComplaintInput = z.strictObject({ id: id(), version: version() });
export type ConfirmComplaintInput = z.output<typeof confirmComplaintInput>;

export const withdrawComplaintInput = z.strictObject({
  id: id(),
  version: version(),
  withdrawnOn: dayField(),
  reason: note(500),
});
export type WithdrawComplaintInput = z.output<typeof withdrawComplaintInput>;
