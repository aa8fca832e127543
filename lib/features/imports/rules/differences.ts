import { nameKey } from "@/lib/core/text/fold";
import { saysNothing } from "@/lib/features/imports/rules/choices";
import type { PersonKeys } from "@/lib/features/imports/rules/matching";
import { IMPORT_FIELDS, type ImportField, OFFICE_FIELDS } from "@/lib/features/imports/schema/fields";

/** A value that the file has differently from the register. */
export type Difference = { readonly field: ImportField; readonly before: string | null; readonly after: string | null };

/** The register's values of a member, by field; numbers of citizens are masked. */
export type RegisterValues = Readonly<Partial<Record<ImportField, string | null>>>;

/** What is not a member's own value: the column is read for another purpose. */
const NOT_VALUES: readonly ImportField[] = [
  "branch",
  "startsOn",
  "status",
  "statusOn",
  "removal",
  "male",
  "female",
  "admittedThenOfficial",
  "idNumber",
  "oldIdNumber",
  "record",
];

/** What taking the file's values would change. A less exact date, another place of a tone mark or case changes nothing. */
export function differencesOf(values: RegisterValues, stored: RegisterValues): Difference[] {
  const fields = keysOf(values).filter((field) => !NOT_VALUES.includes(field));
  return fields.flatMap((field) => {
    const [before, after] = [stored[field] ?? null, values[field] ?? null];
    return isSame(field, before, after) ? [] : [{ field, before, after }];
  });
}

/** The numbers of citizens that the file has differently, told apart by their keyed hashes and shown by their last digits. */
export function numberDifferences(
  values: RegisterValues,
  row: Pick<PersonKeys, "idHash" | "oldIdHash">,
  member: Pick<PersonKeys, "idHash" | "oldIdHash"> & { readonly values: RegisterValues },
): Difference[] {
  const differs = { idNumber: row.idHash !== member.idHash, oldIdNumber: row.oldIdHash !== member.oldIdHash };
  return (["idNumber", "oldIdNumber"] as const).flatMap((field) => {
    const number = values[field];
    return number && differs[field] ? [{ field, before: member.values[field] ?? null, after: masked(number) }] : [];
  });
}

/** A number by its last three digits. */
export function masked(number: string): string {
  return `${"\u2022".repeat(Math.max(0, number.length - 3))}${number.slice(-3)}`;
}

/** Whether a secretary's file may not change the field. */
export function isOfficeField(field: ImportField): boolean {
  return OFFICE_FIELDS.includes(field);
}

/** The fields of these values. */
export function keysOf(values: RegisterValues): ImportField[] {
  return Object.keys(values).filter((field): field is ImportField => field in IMPORT_FIELDS);
}

function isSame(field: ImportField, before: string | null, after: string | null): boolean {
  if (before === after) return true;
  if (before !== null && after === null) return saysNothing(before);
  if (before === null || after === null) return false;
  if (IMPORT_FIELDS[field] === "partialDay") return before.startsWith(after);
  return IMPORT_FIELDS[field] === "name" && spelled(before) === spelled(after);
}

/* The letters and marks of each word, wherever the tone stands. */
function spelled(name: string): string {
  const words = name.normalize("NFD").toLowerCase().split(/\s+/u);
  return `${nameKey(name)} ${words.map((word) => [...word].toSorted().join("")).join(" ")}`;
}
