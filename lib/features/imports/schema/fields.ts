/** What a cell of a field is read as. */
export type FieldKind =
  | "name"
  | "text"
  | "day"
  | "partialDay"
  | "dayPair"
  | "digits"
  | "sex"
  | "sexColumn"
  | "education"
  | "qualification"
  | "theoryLevel"
  | "branch"
  | "status"
  | "mark"
  | "record";

/**
 * What a column of a roster can mean, and how its cells are read. `male` and `female` are two columns of which one is
 * filled, by a cross or by the birth date; `admittedThenOfficial` holds two days, one under the other; `record` names the
 * member and the version that a workbook of the register was made from.
 */
export const IMPORT_FIELDS = {
  fullName: "name",
  otherName: "name",
  sex: "sex",
  male: "sexColumn",
  female: "sexColumn",
  birthOn: "partialDay",
  ethnicity: "text",
  religion: "text",
  idNumber: "digits",
  oldIdNumber: "digits",
  cardNumber: "digits",
  oldCardNumber: "digits",
  cardIssuedBy: "text",
  cardIssuedOn: "day",
  recordNumber: "text",
  branch: "branch",
  startsOn: "day",
  admittedOn: "day",
  officialOn: "day",
  admittedThenOfficial: "dayPair",
  ceremonyOn: "day",
  officialDecidedOn: "day",
  admittedAt: "text",
  officialAt: "text",
  birthCountry: "text",
  birthProvince: "text",
  birthPlace: "text",
  homeCountry: "text",
  homeProvince: "text",
  homePlace: "text",
  permanentCountry: "text",
  permanentProvince: "text",
  permanentResidence: "text",
  temporaryResidence: "text",
  phone: "digits",
  occupation: "text",
  education: "education",
  qualification: "qualification",
  profession: "text",
  theoryLevel: "theoryLevel",
  foreignLanguages: "text",
  informatics: "text",
  youthUnionOn: "partialDay",
  enlistedOn: "partialDay",
  dischargedOn: "partialDay",
  health: "text",
  status: "status",
  statusOn: "day",
  removal: "mark",
  record: "record",
} as const satisfies Record<string, FieldKind>;

/** The meaning of a column. */
export type ImportField = keyof typeof IMPORT_FIELDS;

/** The fields that only the office keeps; a secretary's file may show them but not change them. */
export const OFFICE_FIELDS: readonly ImportField[] = [
  "idNumber",
  "oldIdNumber",
  "cardNumber",
  "oldCardNumber",
  "cardIssuedBy",
  "cardIssuedOn",
  "recordNumber",
  "admittedOn",
  "officialOn",
  "ceremonyOn",
  "officialDecidedOn",
];

/** How many characters or digits a field holds: text at most, numbers exactly. */
export const FIELD_LENGTHS: Readonly<Partial<Record<ImportField, number>>> = {
  fullName: 120,
  otherName: 120,
  ethnicity: 40,
  religion: 40,
  recordNumber: 20,
  birthCountry: 80,
  birthProvince: 80,
  homeCountry: 80,
  homeProvince: 80,
  permanentCountry: 80,
  permanentProvince: 80,
  occupation: 120,
  profession: 120,
  foreignLanguages: 120,
  informatics: 120,
  idNumber: 12,
  oldIdNumber: 9,
  cardNumber: 12,
  oldCardNumber: 8,
};

/** Narrows a name to one of the fields. */
export function isImportField(name: string): name is ImportField {
  return name in IMPORT_FIELDS;
}
