import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { authorize, notFound } from "@/lib/core/errors";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { newSerial, type TableFile } from "@/lib/core/files/table-file";
import { readAndLog } from "@/lib/core/query";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { listStagedRows, type StagedRow } from "@/lib/features/imports/queries/staged-rows";
import { dayOfNumber, dayOfSerial } from "@/lib/features/imports/rules/dates";
import { quotedCell, writtenCell } from "@/lib/features/imports/rules/shown";
import { IMPORT_FIELDS } from "@/lib/features/imports/schema/fields";

/** What has to be done to a cell, for the sentence in the column of errors. */
export type ToldRepair = {
  readonly kind: string;
  readonly field: string | null;
  readonly column: string | null;
  readonly found: string;
  readonly detail: string | null;
};

/** The words of the file, given by the caller in the reader's language. */
export type RejectedFileWords = {
  readonly sheet: string;
  readonly head: string;
  readonly groupHead: string;
  readonly sentence: (repair: ToldRepair) => string;
  /** What the hidden sheet tells: who took the file, and when. */
  readonly stamp: TableFile["stamp"];
};

const WIDTH = 20;
const ERROR_WIDTH = 60;

/**
 * The rows of an import that need a repair, as the same table with a column of errors; repaired, it can be brought again.
 * For who may go on with the import, as long as its lines are kept. Leaves a row in the access log.
 */
export async function getRejectedFile(
  actor: Actor,
  id: string,
  words: RejectedFileWords,
): Promise<{ file: TableFile; format: ImportView["format"] }> {
  const roster = await getImport(actor, id);
  authorize(roster.can.continue);
  const lines = [...new Set(roster.repairs.flatMap((group) => group.lines))];
  const table = roster.tables[roster.tableIndex];
  if (!table || lines.length === 0) throw notFound();
  const serial = newSerial();
  const rows = await readAndLog(actor, async (tx) => {
    const found = await listStagedRows(tx, actor, { id, tableIndex: roster.tableIndex, lines });
    await logAccess(tx, actor, {
      type: "rosterImport.rejectedExported",
      subjectId: id,
      params: { rows: found.length, serial },
    });
    return found;
  });
  const columns = table.columns.map((path, column) => ({
    header: path.join(" / ") || words.groupHead,
    kind: isDayColumn(roster, column) ? ("day" as const) : ("text" as const),
    width: WIDTH,
  }));
  const file = {
    sheet: words.sheet,
    serial,
    head: [],
    stamp: words.stamp,
    columns: [...columns, { header: words.head, kind: "text" as const, width: ERROR_WIDTH }],
    rows: rows.map((row) => [
      ...table.columns.map((_, column) => cellOf(row.cells[column] ?? null, isDayColumn(roster, column))),
      sentencesOf(roster, row, words).join("; "),
    ]),
  };
  return { file, format: roster.format };
}

function isDayColumn({ meanings }: ImportView, column: number): boolean {
  const meaning = meanings[column];
  return meaning !== null && meaning !== undefined && ["day", "partialDay"].includes(IMPORT_FIELDS[meaning]);
}

/* A day stays one where days are, also where it was a number; any other number there is written out. */
function cellOf(cell: SheetCell, isDay: boolean): string | number | null {
  if (typeof cell === "number") return isDay ? (dayOfNumber(cell) ?? String(cell)) : cell;
  if (isDay && cell !== null && typeof cell === "object") return dayOfSerial(cell.serial) ?? writtenCell(cell);
  return cell === null ? null : writtenCell(cell);
}

function sentencesOf(roster: ImportView, row: StagedRow, words: RejectedFileWords): string[] {
  const columns = roster.tables[roster.tableIndex]?.columns ?? [];
  return roster.repairs.flatMap(({ kind, field, column, lines, details }) => {
    const place = lines.indexOf(row.line);
    if (place === -1) return [];
    const head = column === null ? null : (columns[column] ?? []).join(" / ");
    const found = column === null ? "" : quotedCell(row.cells[column] ?? null);
    return [words.sentence({ kind, field, column: head, found, detail: details[place] ?? null })];
  });
}
