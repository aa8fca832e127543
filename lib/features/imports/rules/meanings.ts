import { type HeadPath, headKey, meaningOfHead } from "@/lib/features/imports/rules/headers";
import { IMPORT_FIELDS, type ImportField } from "@/lib/features/imports/schema/fields";

const SEVERAL: readonly ImportField[] = ["fullName"];

/**
 * What the columns of a table mean: as remembered for a head, else by its words. A field belongs to one column, the first;
 * a name may stand in neighbouring columns and a date in three.
 */
export function meaningsOf(
  columns: readonly HeadPath[],
  remembered: ReadonlyMap<string, ImportField | null>,
): (ImportField | null)[] {
  const taken: (ImportField | null)[] = [];
  for (const [column, path] of columns.entries()) {
    const known = remembered.get(headKey(path));
    const meaning = known === undefined ? (meaningOfHead(path) ?? null) : known;
    taken.push(meaning !== null && isFree(taken, column, meaning, columns) ? meaning : null);
  }
  return taken;
}

/** Why these meanings cannot be read: no name among them, or a field given twice. */
export function meaningsObstacle(meanings: readonly (ImportField | null)[]) {
  if (!meanings.includes("fullName")) return { reason: "imports.errors.noNameColumn" };
  const twice = meanings.findIndex(
    (meaning, column) => meaning !== null && !mayRepeat(meaning) && meanings.indexOf(meaning) !== column,
  );
  return twice === -1 ? null : { reason: "imports.errors.columnTwice", params: { column: twice + 1 } };
}

function isFree(
  taken: readonly (ImportField | null)[],
  column: number,
  meaning: ImportField,
  columns: readonly HeadPath[],
): boolean {
  if (!taken.includes(meaning)) return true;
  const isNeighbour = taken[column - 1] === meaning;
  if (SEVERAL.includes(meaning)) return isNeighbour;
  const isPartOfDay = IMPORT_FIELDS[meaning] === "partialDay" || IMPORT_FIELDS[meaning] === "day";
  const parents = [columns[column - 1]?.at(-2), columns[column]?.at(-2)];
  return isPartOfDay && isNeighbour && parents[0] !== undefined && parents[0] === parents[1];
}

function mayRepeat(meaning: ImportField): boolean {
  return SEVERAL.includes(meaning) || ["partialDay", "day"].includes(IMPORT_FIELDS[meaning]);
}
