import { z } from "zod";
import { CatchUpWay, DocumentAudience, DocumentDirection, PartyDocumentKind } from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  note,
  optionalDay,
  optionalNote,
  optionalText,
  several,
  text,
  version,
} from "@/lib/core/fields";

/** The highest number that the register takes. */
export const HIGHEST_NUMBER = 99_999;

const told = {
  issuedOn: dayField(),
  subjectLine: text(500),
  audience: choice(DocumentAudience),
  branchId: several(id()),
  deadlineOn: optionalDay(),
  enclosures: optionalNote(2000),
};
const received = {
  ...told,
  kind: choice(PartyDocumentKind),
  number: count(1, HIGHEST_NUMBER),
  sign: text(40),
  issuer: text(200),
  receivedOn: dayField(),
};

/** A paper of a superior body, with the number that it bears. */
export const receiveDocumentInput = z.strictObject(received);
export type ReceiveDocumentInput = z.output<typeof receiveDocumentInput>;

export const editReceivedInput = z.strictObject({ id: id(), version: version(), ...received });
export type EditReceivedInput = z.output<typeof editReceivedInput>;

/** A paper of the committee itself; its number is given, not typed. */
export const issueDocumentInput = z.strictObject({ kind: choice(PartyDocumentKind), ...told });
export type IssueDocumentInput = z.output<typeof issueDocumentInput>;

export const editIssuedInput = z.strictObject({ id: id(), version: version(), ...told });
export type EditIssuedInput = z.output<typeof editIssuedInput>;

/** From which number a kind goes on; the version is that of what was said before, 0 where nothing was. */
export const setFirstNumberInput = z.strictObject({
  kind: choice(PartyDocumentKind),
  version: count(),
  number: count(1, HIGHEST_NUMBER),
  reason: note(500),
});
export type SetFirstNumberInput = z.output<typeof setFirstNumberInput>;

export const annulDocumentInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type AnnulDocumentInput = z.output<typeof annulDocumentInput>;

/** What the register is narrowed to; what cannot be read narrows nothing. */
export const documentFilter = z.object({
  q: z.string().max(100).catch(""),
  direction: z.enum(DocumentDirection).nullable().catch(null),
  kind: z.enum(PartyDocumentKind).nullable().catch(null),
  year: count(1930, 2199).nullable().catch(null),
  order: z.enum(["newest", "oldest"]).catch("newest"),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.enum(["25", "50", "100", "all"]).catch("25"),
});
export type DocumentFilter = z.output<typeof documentFilter>;

/** A file as the route that counts it hands it over. */
export const attachFileInput = z.strictObject({
  documentId: z.uuid(),
  replacesId: z.uuid().nullable(),
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
});
export type AttachFileInput = z.output<typeof attachFileInput>;

/** How far a branch is with a paper that is for it. */
export type DisseminationStanding = "PASSED_ON" | "PASSED_LATE" | "OPEN" | "OVERDUE";

export const passOnInput = z.strictObject({ documentId: id(), branchId: id(), meetingId: id() });
export type PassOnInput = z.output<typeof passOnInput>;

export const correctPassingInput = z.strictObject({ id: id(), version: version(), meetingId: id() });
export type CorrectPassingInput = z.output<typeof correctPassingInput>;

const ofBranch = { documentId: id(), branchId: id() };

export const catchUpInput = z.strictObject({
  ...ofBranch,
  memberId: id(),
  way: choice(CatchUpWay),
  toldBy: optionalText(120),
  caughtUpOn: dayField(),
});
export type CatchUpInput = z.output<typeof catchUpInput>;

export const tellVillageInput = z.strictObject({
  ...ofBranch,
  villageId: id(),
  heldOn: dayField(),
  households: count(1, 5000),
});
export type TellVillageInput = z.output<typeof tellVillageInput>;

/** What was written down of catching up, or of telling a village, by mistake. */
export const takeBackInput = z.strictObject({ id: id() });
export type TakeBackInput = z.output<typeof takeBackInput>;
