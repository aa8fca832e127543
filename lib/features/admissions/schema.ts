import { z } from "zod";
import {
  DecidingBody,
  DepartureGround,
  Education,
  IntroducerTie,
  PaperCode,
  SchoolingException,
  Sex,
  VoteMethod,
} from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  name,
  note,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalNote,
  optionalPartialDay,
  optionalText,
  partialDayField,
  text,
  version,
} from "@/lib/core/fields";
import { ballotControls } from "@/lib/features/votes/schema";

/** Who asks to be admitted. */
const person = {
  fullName: name(),
  sex: choice(Sex),
  birthOn: partialDayField(),
  ethnicity: text(40),
  religion: optionalText(40),
  education: choice(Education),
  occupation: optionalText(120),
  homePlace: optionalText(),
  permanentResidence: optionalText(),
  phone: optionalText(20),
  youthUnionOn: optionalPartialDay(),
};

export const openAdmissionInput = z.strictObject({ branchId: id(), openedOn: dayField(), ...person });
export type OpenAdmissionInput = z.output<typeof openAdmissionInput>;

export const editCandidateInput = z.strictObject({ id: id(), version: version(), ...person });
export type EditCandidateInput = z.output<typeof editCandidateInput>;

/** The most introducers a form asks for; how many are needed is a rule. */
export const INTRODUCERS = [1, 2] as const;

const introducer = {
  memberId: optionalId(),
  tie: optionalChoice(IntroducerTie),
  togetherSinceOn: optionalDay(),
};

/** What the Charter asks of the candidate: the certificate, the introducers, and the grounds of an exception. */
export const setConditionsInput = z
  .strictObject({
    id: id(),
    version: version(),
    certificateNumber: optionalText(60),
    certificateOn: optionalDay(),
    certificateBy: optionalText(120),
    schoolingException: optionalChoice(SchoolingException),
    overAgeConsent: optionalText(),
    introducer1: introducer.memberId,
    tie1: introducer.tie,
    togetherSinceOn1: introducer.togetherSinceOn,
    introducer2: introducer.memberId,
    tie2: introducer.tie,
    togetherSinceOn2: introducer.togetherSinceOn,
  })
  .transform(({ introducer1, tie1, togetherSinceOn1, introducer2, tie2, togetherSinceOn2, ...conditions }, context) => {
    const rows = [
      { place: 1, memberId: introducer1, tie: tie1, togetherSinceOn: togetherSinceOn1 },
      { place: 2, memberId: introducer2, tie: tie2, togetherSinceOn: togetherSinceOn2 },
    ];
    const introducers = rows.flatMap(({ place, memberId, tie, togetherSinceOn }) => {
      if (memberId === null) return [];
      if (tie !== null && togetherSinceOn !== null) return [{ memberId, tie, togetherSinceOn }];
      const [field, message] =
        tie === null ? ["tie", "refusals.fields.choose"] : ["togetherSinceOn", "refusals.fields.day.required"];
      context.addIssue({ code: "custom", message, path: [`${field}${place}`] });
      return [];
    });
    return { ...conditions, introducers };
  });
export type SetConditionsInput = z.output<typeof setConditionsInput>;

/** The day each paper of the check-list came in, by the paper's code; empty where it has not. */
export const receivePapersInput = z
  .object({ id: id(), version: version() })
  .catchall(optionalDay())
  .transform(({ id: dossierId, version: seen, ...days }, context) => {
    const papers = Object.entries(days).flatMap(([name, receivedOn]) => {
      const code = Object.values(PaperCode).find((one) => one === name);
      if (code) return [{ code, receivedOn }];
      context.addIssue({ code: "unrecognized_keys", keys: [name] });
      return [];
    });
    return { id: dossierId, version: seen, papers };
  });
export type ReceivePapersInput = z.output<typeof receivePapersInput>;

export const recordBranchVoteInput = z.strictObject({ id: id(), version: version(), ...ballotControls });
export type RecordBranchVoteInput = z.output<typeof recordBranchVoteInput>;

const optionalCount = () =>
  z
    .union([z.literal("").transform(() => null), count(0, 1000)])
    .optional()
    .transform((value) => value ?? null);

/** A decision from the minutes of who decides. The count of votes is asked of the committee and its standing part only. */
export const recordDecisionInput = z.strictObject({
  id: id(),
  version: version(),
  decidedBy: choice(DecidingBody),
  decisionNumber: text(60),
  decidedOn: dayField(),
  minutesNumber: optionalText(60),
  receivedOn: optionalDay(),
  effectiveOn: optionalDay(),
  method: optionalChoice(VoteMethod),
  present: optionalCount(),
  yes: optionalCount(),
  no: optionalCount(),
  blank: optionalCount(),
});
export type RecordDecisionInput = z.output<typeof recordDecisionInput>;

export const confirmDecisionInput = z.strictObject({ id: id(), version: version() });
export type ConfirmDecisionInput = z.output<typeof confirmDecisionInput>;

export const returnDecisionInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type ReturnDecisionInput = z.output<typeof returnDecisionInput>;

export const closeDossierInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type CloseDossierInput = z.output<typeof closeDossierInput>;

export const holdCeremonyInput = z.strictObject({
  id: id(),
  version: version(),
  ceremonyOn: dayField(),
  receivedOn: optionalDay(),
  helperId: optionalId(),
  lateConsent: optionalText(),
});
export type HoldCeremonyInput = z.output<typeof holdCeremonyInput>;

/** A ceremony as first typed, before it is checked. */
export const ceremonyDraftInput = holdCeremonyInput.omit({ version: true });

/** A dossier about a member of the branch that leads to an exemption or out of the Party. */
export const departureKinds = ["EXEMPTION", "RESIGNATION", "REMOVAL", "EXPULSION"] as const;

export const openDepartureInput = z.strictObject({
  memberId: id(),
  kind: z.enum(departureKinds, { error: "refusals.fields.choose" }),
  openedOn: dayField(),
  ground: optionalChoice(DepartureGround),
  reason: optionalNote(500),
});
export type OpenDepartureInput = z.output<typeof openDepartureInput>;

/** `isOpen` is the office's word that the person belongs to none of the groups that are not admitted again. */
export const openReadmissionInput = z.strictObject({
  memberId: id(),
  branchId: id(),
  openedOn: dayField(),
  isOpen: z.literal("yes", { error: "admissions.errors.readmissionUnchecked" }),
});
export type OpenReadmissionInput = z.output<typeof openReadmissionInput>;

export const recordDeathInput = z.strictObject({ memberId: id(), diedOn: dayField(), reason: optionalText() });
export type RecordDeathInput = z.output<typeof recordDeathInput>;

export const openRecognitionInput = z.strictObject({ memberId: id(), openedOn: dayField(), helperId: optionalId() });
export type OpenRecognitionInput = z.output<typeof openRecognitionInput>;

/** The reminder a probation has reached before its end, in days, or that it is over. */
export type ProbationMark = number | "OVER";

/** The mark that an address names; null for none. */
export function probationMarkIn(typed: string): ProbationMark | null {
  if (typed === "OVER") return typed;
  return /^\d{1,3}$/.test(typed) ? Number(typed) : null;
}
