import { isPartialDay } from "@/lib/core/day/partial-day";
import { recordKeyText } from "@/lib/features/imports/rules/record-key";
import { IMPORT_FIELDS, type ImportField, OFFICE_FIELDS } from "@/lib/features/imports/schema/fields";

/**
 * The columns of a branch's book, in their order. Nothing of what needs a purpose to be taken away is among them (SECURITY
 * FILE-05): ID numbers, ethnicity, religion, residence, telephone, health.
 */
export const BOOK_FIELDS = [
  "record",
  "fullName",
  "otherName",
  "sex",
  "birthOn",
  "branch",
  "admittedOn",
  "ceremonyOn",
  "officialDecidedOn",
  "officialOn",
  "cardNumber",
  "oldCardNumber",
  "cardIssuedBy",
  "cardIssuedOn",
  "recordNumber",
  "birthCountry",
  "birthProvince",
  "birthPlace",
  "homeCountry",
  "homeProvince",
  "homePlace",
  "occupation",
  "education",
  "qualification",
  "profession",
  "theoryLevel",
  "foreignLanguages",
  "informatics",
  "youthUnionOn",
  "enlistedOn",
  "dischargedOn",
] as const satisfies readonly ImportField[];

/** A column of the book. */
export type BookField = (typeof BOOK_FIELDS)[number];

/** The heads of the book, and how the codes of its columns are written. */
export type BookWords = {
  readonly heads: Readonly<Record<BookField, string>>;
  readonly choices: Readonly<
    Record<"sex" | "education" | "qualification" | "theoryLevel", Readonly<Record<string, string>>>
  >;
};

/** A member as the book writes it. */
export type BookMember = {
  readonly id: string;
  readonly version: number;
  readonly branchName: string | null;
  readonly values: Readonly<Record<string, string | null>>;
};

/** The columns that the book has for this reader: what only the office keeps is not in a secretary's. */
export function bookFields(reader: "OFFICE" | "SECRETARY"): BookField[] {
  return BOOK_FIELDS.filter((field) => reader === "OFFICE" || !OFFICE_FIELDS.includes(field));
}

/** What may be done with a column: the branch changes by a move only, and the record names the row. */
export function bookAccess(field: BookField): "EDIT" | "READ" | "HIDDEN" {
  if (field === "record") return "HIDDEN";
  return field === "branch" ? "READ" : "EDIT";
}

/** What may be chosen in a column; what is not known is left empty and is no choice. */
export function bookChoices(field: BookField, words: BookWords): string[] {
  const codes = choicesOf(field, words);
  return Object.entries(codes ?? {}).flatMap(([code, word]) => (code === "UNKNOWN" ? [] : [word]));
}

/** A member's row of the book. */
export function bookRow(member: BookMember, fields: readonly BookField[], words: BookWords): (string | null)[] {
  return fields.map((field) => {
    if (field === "record") return recordKeyText(member);
    if (field === "branch") return member.branchName;
    return written(field, member.values[field] ?? null, words);
  });
}

function written(field: BookField, value: string | null, words: BookWords): string | null {
  if (value === null || value === "" || value === "UNKNOWN") return null;
  const codes = choicesOf(field, words);
  if (codes) return codes[value] ?? null;
  const isDay = IMPORT_FIELDS[field] === "day" || IMPORT_FIELDS[field] === "partialDay";
  return isDay && isPartialDay(value) ? value.split("-").toReversed().join("/") : value;
}

function choicesOf(field: BookField, { choices }: BookWords): Readonly<Record<string, string>> | null {
  switch (field) {
    case "sex":
    case "education":
    case "qualification":
    case "theoryLevel":
      return choices[field];
    default:
      return null;
  }
}
