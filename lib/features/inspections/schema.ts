import { z } from "zod";
import {
  CaseStep,
  InspectionBody,
  InspectionMode,
  InspectionTopic,
  RecusalGround,
  ViolationLevel,
} from "@/lib/core/db/generated/enums";
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

/** A person as the caller names them: by id, or by the whole name with a word of the branch where names are alike. */
export type PersonRef = { readonly memberId: string } | { readonly name: string; readonly branch: string | null };

/** One line names one person: "Name" or "Name – branch". */
function personOf(line: string): PersonRef[] {
  const [name = "", branch = null] = line.split(/\s[-–—]\s/u).map((part) => part.trim());
  return name === "" ? [] : [{ name, branch }];
}

/** Persons by name, one a line. */
export const people = () => optionalNote(4_000).transform((lines) => (lines ?? "").split("\n").flatMap(personOf));
const person = () => optionalText(200).transform((line) => (line === null ? null : (personOf(line)[0] ?? null)));

/** The kinds of cases, the bodies that carry them out and their topics, in the order of the screen. */
export const inspectionModes = Object.values(InspectionMode);
export const inspectionBodies = Object.values(InspectionBody);
export const inspectionTopics = Object.values(InspectionTopic);

const caseControls = {
  year: count(2000, 2100),
  mode: choice(InspectionMode),
  body: choice(InspectionBody),
  title: text(300),
  decisionNumber: text(60),
  decidedOn: dayField(),
  startsOn: dayField(),
  lastDay: optionalDay(),
  periodFrom: optionalDay(),
  periodTo: optionalDay(),
  topics: several(choice(InspectionTopic)),
  branchIds: several(id()),
  members: people(),
  head: person(),
  team: people(),
  programmeLineId: optionalId(),
};

export const openInspectionInput = z.strictObject(caseControls);
/** What an inspection is about, when, by whom and of whom; the head is null only on a paper that names no team. */
export type CaseInput = z.output<typeof openInspectionInput>;

export const editInspectionInput = z.strictObject({ ...caseControls, id: id(), version: version() });
export type EditInspectionInput = z.output<typeof editInspectionInput>;

const yesNo = z.enum(["yes", "no"], { error: "refusals.fields.choose" }).transform((value) => value === "yes");
const conclusionControls = {
  conclusion: note(),
  conclusionNumber: optionalText(60),
  concludedOn: dayField(),
  disciplineFollows: yesNo,
};

export const concludeInspectionInput = z.strictObject({ id: id(), version: version(), ...conclusionControls });
export type ConcludeInspectionInput = z.output<typeof concludeInspectionInput>;

export const recordInspectionInput = z.strictObject({ ...caseControls, ...conclusionControls });
export type RecordInspectionInput = z.output<typeof recordInspectionInput>;

/** A step of a case with the day it was done; the version is that of an earlier entry of the step, absent where there is none. */
export const markStepInput = z.strictObject({
  id: id(),
  version: version().optional(),
  step: choice(CaseStep),
  doneOn: dayField(),
  remark: optionalNote(2_000),
});
export type MarkStepInput = z.output<typeof markStepInput>;

export const takeBackStepInput = z.strictObject({ id: id(), version: version(), step: choice(CaseStep) });
export type TakeBackStepInput = z.output<typeof takeBackStepInput>;

export const extendInspectionInput = z.strictObject({
  id: id(),
  days: count(1, 1200),
  grantedOn: dayField(),
  reason: note(2_000),
});
export type ExtendInspectionInput = z.output<typeof extendInspectionInput>;

export const writeDiaryInput = z.strictObject({ id: id(), happenedOn: dayField(), text: note(5_000) });
export type WriteDiaryInput = z.output<typeof writeDiaryInput>;

/** What was found of one subject, `id`; all of it may still be open. */
export const writeFindingInput = z.strictObject({
  id: id(),
  version: version(),
  strengths: optionalNote(5_000),
  finding: optionalNote(5_000),
  violation: optionalChoice(ViolationLevel),
});
export type WriteFindingInput = z.output<typeof writeFindingInput>;

export const addInspectionAddendumInput = z.strictObject({ id: id(), text: note(5_000), reason: note(1_000) });
export type AddInspectionAddendumInput = z.output<typeof addInspectionAddendumInput>;

/** What a second person may say to an addendum, in the order of the screen. */
export const addendumDecisions = ["CONFIRMED", "REFUSED"] as const;

/** The word of a second person on the addendum `id`; a refusal gives its reason. */
export const decideAddendumInput = z.strictObject({
  id: id(),
  decision: z.enum(addendumDecisions, { error: "refusals.fields.choose" }),
  refusal: optionalNote(1_000),
});
export type DecideAddendumInput = z.output<typeof decideAddendumInput>;

/** What can stand between a person and a case, in the order of the screen. */
export const recusalGrounds = Object.values(RecusalGround);

/** A conflict of one's own in the case `id`; understood is that one no longer sees it. */
export const declareRecusalInput = z.strictObject({
  id: id(),
  ground: choice(RecusalGround),
  words: note(2_000),
  understood: z.literal("yes", { error: "inspectionDuties.errors.notUnderstood" }),
});
export type DeclareRecusalInput = z.output<typeof declareRecusalInput>;

/** The person to be taken into the team of the case `id`, and why. */
export const askIntoTeamInput = z.strictObject({
  id: id(),
  person: text(200).transform((line): PersonRef => personOf(line)[0] ?? { name: line, branch: null }),
  words: note(1_000),
});
export type AskIntoTeamInput = z.output<typeof askIntoTeamInput>;

/** What a second person may say to a request, in the order of the screen. */
export const teamDecisions = ["TAKEN_IN", "REFUSED"] as const;

/** The word of a second person on the request `id`; a refusal gives its reason. */
export const decideTeamRequestInput = z.strictObject({
  id: id(),
  decision: z.enum(teamDecisions, { error: "refusals.fields.choose" }),
  endWords: optionalNote(1_000),
});
export type DecideTeamRequestInput = z.output<typeof decideTeamRequestInput>;

export const withdrawTeamRequestInput = z.strictObject({ id: id() });
export type WithdrawTeamRequestInput = z.output<typeof withdrawTeamRequestInput>;

/** The declaration `id` no longer holds, for that reason. */
export const liftRecusalInput = z.strictObject({ id: id(), reason: note(1_000) });
export type LiftRecusalInput = z.output<typeof liftRecusalInput>;

const lax = <T extends z.ZodType>(of: T) => of.nullable().catch(null);

/** What the list of a year is narrowed to by its address; anything unreadable counts as not asked for. */
export const inspectionFilter = z.object({
  year: lax(z.coerce.number<string>().int().min(2000).max(2100)),
  subjects: lax(z.enum(["branches", "members"])),
  mode: lax(z.enum(InspectionMode)),
  body: lax(z.enum(InspectionBody)),
  topic: lax(z.enum(InspectionTopic)),
  programme: lax(z.enum(["in", "out"])),
  violation: lax(z.enum(["found"])),
  discipline: lax(z.enum(["follows"])),
});
export type InspectionFilter = z.output<typeof inspectionFilter>;

/** The parts of the filter that say which cases, in the order of the screen. */
export const caseFilters = ["mode", "body", "topic", "programme", "violation", "discipline"] as const;
