import type { useTranslations } from "next-intl";

/** A field of a member's record, which is also its message key and the name of its control. */
export type MemberField = Parameters<ReturnType<typeof useTranslations<"members.fields">>>[0];

/** How a field is asked for; `choice` takes its options from the codes of the record. */
export type FieldControl = "text" | "note" | "tel" | "digits" | "day" | "partialDay" | "choice";

/** One field of a form: how it is asked for, whether it must be filled, how long it may be. */
export type FieldRow = {
  readonly name: MemberField;
  readonly control: FieldControl;
  readonly required?: true;
  readonly max?: number;
  /** Takes the whole width of the form. */
  readonly wide?: true;
};

/** A part of a form under its own heading. */
export type FieldSection = { readonly section: SectionName; readonly fields: readonly FieldRow[] };

type SectionName = "person" | "places" | "party" | "education" | "history" | "private" | "numbers" | "dates";

const text = (name: MemberField, max = 200): FieldRow => ({ name, control: "text", max });
const wide = (row: FieldRow): FieldRow => ({ ...row, wide: true });
const note = (name: MemberField, max = 2000): FieldRow => wide({ name, control: "note", max });
const partial = (name: MemberField): FieldRow => ({ name, control: "partialDay" });
const day = (name: MemberField): FieldRow => ({ name, control: "day" });
const digits = (name: MemberField): FieldRow => ({ name, control: "digits", max: 20 });
const must = (row: FieldRow): FieldRow => ({ ...row, required: true });
const choice = (name: MemberField): FieldRow => ({ name, control: "choice", required: true });

/** What everyone who keeps the record may edit. */
export const personalSections: readonly FieldSection[] = [
  {
    section: "person",
    fields: [must(text("fullName", 120)), text("otherName", 120), choice("sex"), must(partial("birthOn"))],
  },
  {
    section: "places",
    fields: [
      wide(text("birthPlace")),
      text("birthProvince", 80),
      text("birthCountry", 80),
      wide(text("homePlace")),
      text("homeProvince", 80),
      text("homeCountry", 80),
    ],
  },
  {
    section: "party",
    fields: [
      text("admittedAt"),
      text("officialAt"),
      text("firstIntroducer", 120),
      text("secondIntroducer", 120),
      partial("youthUnionOn"),
      partial("recruitedOn"),
      partial("enlistedOn"),
      partial("dischargedOn"),
      text("otherOrganizations"),
      text("badges"),
      text("honours"),
      text("rewards"),
    ],
  },
  {
    section: "education",
    fields: [
      choice("education"),
      text("vocationalTraining"),
      choice("qualification"),
      text("profession", 120),
      text("academicTitle", 120),
      choice("theoryLevel"),
      text("foreignLanguages", 120),
      text("informatics", 120),
      text("occupation", 120),
      text("familyClass", 80),
    ],
  },
  { section: "history", fields: [note("careerHistory", 4000), note("trainingCourses")] },
  {
    section: "private",
    fields: [
      must(text("ethnicity", 40)),
      text("religion", 40),
      { name: "phone", control: "tel", max: 20 },
      wide(text("permanentResidence")),
      text("permanentProvince", 80),
      text("permanentCountry", 80),
      wide(text("temporaryResidence")),
      text("health"),
      text("invalidGrade", 40),
      text("policyFamily", 120),
      note("economicSituation"),
      note("historicalNotes"),
      note("foreignRelations"),
      note("pastDiscipline"),
    ],
  },
];

/** What only the office keeps: the dates of Party membership, and the numbers of card and papers. */
export const registerSections: readonly FieldSection[] = [
  {
    section: "dates",
    fields: [must(day("admittedOn")), day("ceremonyOn"), day("officialOn"), day("officialDecidedOn")],
  },
  {
    section: "numbers",
    fields: [
      digits("cardNumber"),
      digits("oldCardNumber"),
      text("cardIssuedBy"),
      day("cardIssuedOn"),
      text("recordNumber", 20),
      digits("idNumber"),
      digits("oldIdNumber"),
    ],
  },
];
