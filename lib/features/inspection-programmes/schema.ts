import { z } from "zod";
import { InspectionBody, InspectionMode, InspectionTopic } from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  note,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalNote,
  optionalText,
  several,
  text,
  version,
} from "@/lib/core/fields";
import { people } from "@/lib/features/inspections/schema";

/** A programme is of a body of the committee or of a branch; exactly one of the two. */
export const openProgrammeInput = z.strictObject({
  year: count(2000, 2100),
  body: optionalChoice(InspectionBody),
  branchId: optionalId(),
});
export type OpenProgrammeInput = z.output<typeof openProgrammeInput>;

export const issueProgrammeInput = z.strictObject({
  id: id(),
  version: version(),
  documentNumber: text(60),
  issuedOn: dayField(),
});
export type IssueProgrammeInput = z.output<typeof issueProgrammeInput>;

/** Branches and members of the committee's programmes by name, members of a branch's plan by id; day and reason once it is issued. */
export const addLineInput = z.strictObject({
  programmeId: id(),
  mode: choice(InspectionMode),
  topic: choice(InspectionTopic),
  month: count(1, 12),
  branchIds: several(id()),
  members: people(),
  memberIds: several(id()),
  team: optionalText(300),
  remark: optionalNote(1000),
  addedOn: optionalDay(),
  addedReason: optionalNote(500),
});
export type AddLineInput = z.output<typeof addLineInput>;

export const takeOutLineInput = z.strictObject({ id: id(), version: version() });
export type TakeOutLineInput = z.output<typeof takeOutLineInput>;

export const dropLineInput = z.strictObject({ id: id(), version: version(), droppedOn: dayField(), reason: note(500) });
export type DropLineInput = z.output<typeof dropLineInput>;

export const markLineDoneInput = z.strictObject({
  id: id(),
  version: version(),
  doneOn: dayField(),
  result: note(1000),
  meetingId: optionalId(),
});
export type MarkLineDoneInput = z.output<typeof markLineDoneInput>;

/** How a line of an issued programme stands on a day. */
export const lineStandings = ["DONE", "UNDER_WAY", "DUE", "TO_COME", "DROPPED"] as const;
export type LineStanding = (typeof lineStandings)[number];

/** The topics that can be known a year ahead: the others start from a sign of violation, a denunciation or a complaint. */
export const plannedTopics: readonly InspectionTopic[] = Object.values(InspectionTopic).filter(
  (topic) => topic !== "SIGNS_OF_VIOLATION" && topic !== "DENUNCIATION" && topic !== "COMPLAINT",
);

const lax = <T extends z.ZodType>(of: T) => of.nullable().catch(null);

/** What a year's or a programme's page is narrowed to by its address; anything unreadable counts as not asked for. */
export const programmeFilter = z.object({
  year: lax(z.coerce.number<string>().int().min(2000).max(2100)),
  standing: lax(z.enum(lineStandings)),
});
export type ProgrammeFilter = z.output<typeof programmeFilter>;
