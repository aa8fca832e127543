import { z } from "zod";
import { Education, MemberStatusKind, Qualification, Sex, TheoryLevel } from "@/lib/core/db/generated/enums";
import {
  choice,
  dayField,
  id,
  name,
  optionalDay,
  optionalNote,
  optionalPartialDay,
  optionalText,
  partialDayField,
  text,
  version,
} from "@/lib/core/fields";

const digits = () => optionalText(20).transform((value) => value?.replace(/[\s.]/g, "") || null);

/** What everyone who keeps a member's record may edit. */
const personal = {
  fullName: name(),
  otherName: optionalText(120),
  sex: choice(Sex),
  birthOn: partialDayField(),
  birthCountry: optionalText(80),
  birthProvince: optionalText(80),
  birthPlace: optionalText(),
  homeCountry: optionalText(80),
  homeProvince: optionalText(80),
  homePlace: optionalText(),
  admittedAt: optionalText(),
  officialAt: optionalText(),
  firstIntroducer: optionalText(120),
  secondIntroducer: optionalText(120),
  youthUnionOn: optionalPartialDay(),
  recruitedOn: optionalPartialDay(),
  enlistedOn: optionalPartialDay(),
  dischargedOn: optionalPartialDay(),
  otherOrganizations: optionalText(),
  careerHistory: optionalNote(4000),
  familyClass: optionalText(80),
  occupation: optionalText(120),
  education: choice(Education),
  qualification: choice(Qualification),
  vocationalTraining: optionalText(),
  profession: optionalText(120),
  academicTitle: optionalText(120),
  theoryLevel: choice(TheoryLevel),
  foreignLanguages: optionalText(120),
  informatics: optionalText(120),
  trainingCourses: optionalNote(2000),
  badges: optionalText(),
  honours: optionalText(),
  rewards: optionalText(),
  ethnicity: text(40),
  religion: optionalText(40),
  phone: optionalText(20),
  permanentCountry: optionalText(80),
  permanentProvince: optionalText(80),
  permanentResidence: optionalText(),
  temporaryResidence: optionalText(),
  health: optionalText(),
  invalidGrade: optionalText(40),
  policyFamily: optionalText(120),
  economicSituation: optionalNote(2000),
  historicalNotes: optionalNote(2000),
  foreignRelations: optionalNote(2000),
  pastDiscipline: optionalNote(2000),
};

/** What only the office keeps: numbers and the dates of Party membership. */
const register = {
  admittedOn: dayField(),
  ceremonyOn: optionalDay(),
  officialOn: optionalDay(),
  officialDecidedOn: optionalDay(),
  cardNumber: digits(),
  oldCardNumber: digits(),
  cardIssuedBy: optionalText(),
  cardIssuedOn: optionalDay(),
  recordNumber: optionalText(20),
  idNumber: digits(),
  oldIdNumber: digits(),
};

export const addMemberInput = z.strictObject({
  branchId: id(),
  startsOn: dayField(),
  decisionNumber: optionalText(60),
  ...personal,
  ...register,
});
export type AddMemberInput = z.output<typeof addMemberInput>;

/** Everything a record may leave open: what a record begins with where only a few papers speak of the person. */
export const emptyEntry = {
  otherName: null,
  birthCountry: null,
  birthProvince: null,
  birthPlace: null,
  homeCountry: null,
  homeProvince: null,
  homePlace: null,
  admittedAt: null,
  officialAt: null,
  firstIntroducer: null,
  secondIntroducer: null,
  youthUnionOn: null,
  recruitedOn: null,
  enlistedOn: null,
  dischargedOn: null,
  otherOrganizations: null,
  careerHistory: null,
  familyClass: null,
  occupation: null,
  qualification: "NONE",
  vocationalTraining: null,
  profession: null,
  academicTitle: null,
  theoryLevel: "NONE",
  foreignLanguages: null,
  informatics: null,
  trainingCourses: null,
  badges: null,
  honours: null,
  rewards: null,
  religion: null,
  phone: null,
  permanentCountry: null,
  permanentProvince: null,
  permanentResidence: null,
  temporaryResidence: null,
  health: null,
  invalidGrade: null,
  policyFamily: null,
  economicSituation: null,
  historicalNotes: null,
  foreignRelations: null,
  pastDiscipline: null,
  ceremonyOn: null,
  officialOn: null,
  officialDecidedOn: null,
  cardNumber: null,
  oldCardNumber: null,
  cardIssuedBy: null,
  cardIssuedOn: null,
  recordNumber: null,
  idNumber: null,
  oldIdNumber: null,
} as const satisfies Partial<AddMemberInput>;

export const editMemberInput = z.strictObject({ id: id(), version: version(), ...personal });
export type EditMemberInput = z.output<typeof editMemberInput>;

/** An empty ID number leaves the stored one as it is. */
export const editRegisterEntryInput = z.strictObject({ id: id(), version: version(), ...register });
export type EditRegisterEntryInput = z.output<typeof editRegisterEntryInput>;

export const startStatusInput = z.strictObject({
  memberId: id(),
  kind: choice(MemberStatusKind),
  startsOn: dayField(),
  lastDay: optionalDay(),
  reason: optionalText(),
  decisionNumber: optionalText(60),
});
export type StartStatusInput = z.output<typeof startStatusInput>;

export const endStatusInput = z.strictObject({ id: id(), version: version(), lastDay: dayField() });
export type EndStatusInput = z.output<typeof endStatusInput>;

/** The offices a list of members can be narrowed to. */
export const heldOffices = ["COMMITTEE", "SECRETARY", "DEPUTY", "COMMITTEE_MEMBER", "VILLAGE_HEAD"] as const;

/** The columns that a file of members can have, in their order. */
export const memberFileColumns = [
  "number",
  "fullName",
  "sex",
  "birthOn",
  "ethnicity",
  "branch",
  "admittedOn",
  "officialOn",
  "cardNumber",
  "education",
  "theoryLevel",
  "status",
  "rating",
] as const;
export type MemberFileColumn = (typeof memberFileColumns)[number];

const years = () => z.coerce.number<string>().int().min(1).max(120).nullable().catch(null);

/** The address of a list of members: search, filters, page. Anything unreadable falls back to the default. */
export const memberListInput = z.object({
  q: z.string().max(200).catch(""),
  on: z.string().catch(""),
  branch: z.uuid().nullable().catch(null),
  status: z.enum(["OFFICIAL", "PROBATIONARY", "EXEMPT", "SUSPENDED", "INTERRUPTED"]).nullable().catch(null),
  sex: z.enum(Sex).nullable().catch(null),
  ethnicity: z.string().max(40).nullable().catch(null),
  education: z.enum(Education).nullable().catch(null),
  qualification: z.enum(Qualification).nullable().catch(null),
  theory: z.enum(TheoryLevel).nullable().catch(null),
  office: z.enum(heldOffices).nullable().catch(null),
  ageFrom: years(),
  ageTo: years(),
  partyFrom: years(),
  partyTo: years(),
  rating: z.enum(["EXCELLENT", "GOOD", "COMPLETED", "FAILED", "NOT_RATED"]).nullable().catch(null),
  year: z.coerce.number().int().min(1930).max(2200).nullable().catch(null),
  sort: z.enum(["name", "-name", "branch", "birth", "admitted"]).catch("name"),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.enum(["25", "50", "100", "all"]).catch("25"),
  cols: z.string().max(200).catch(""),
});
export type MemberListInput = z.output<typeof memberListInput>;

const chosenColumns = z
  .union([z.enum(memberFileColumns).transform((one) => [one]), z.array(z.enum(memberFileColumns))], {
    error: "refusals.fields.choose",
  })
  .transform((chosen) => memberFileColumns.filter((column) => chosen.includes(column)));

/** Whose ID numbers are to be shown in full, and what for. */
export const revealIdNumbersInput = z.strictObject({ memberId: id(), purpose: text(500) });
export type RevealIdNumbersInput = z.output<typeof revealIdNumbersInput>;

/** A file with sensitive columns as its form orders it: the list's address, the columns, and what the file is for. */
export const orderMembersFileInput = z
  .strictObject({ list: z.string().max(2000), columns: chosenColumns, purpose: text(500) })
  .transform(({ list, ...order }) => ({
    ...order,
    filters: memberListInput.parse(Object.fromEntries(new URLSearchParams(list))),
  }));
export type OrderMembersFileInput = z.output<typeof orderMembersFileInput>;
