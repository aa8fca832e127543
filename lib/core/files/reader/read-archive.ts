import { readOds } from "hucre/ods";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { archiveOf, type Entry, inflated } from "./archive.ts";
import { dayCell } from "./day-cell.ts";
import { LIMITS } from "./limits.ts";
import { RefusedError } from "./refused.ts";
import type { ReadSheet, SheetCell } from "./sheet.ts";

const XLSX_PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?workbook[^/]*\.xml(\.rels)?|xl\/(sharedStrings|styles)[^/]*\.xml|xl\/worksheets\/[^/]+\.xml)$/iu;
const ODS_PARTS = /^(mimetype|content\.xml)$/u;
const MOST_CELLS = LIMITS.rows * LIMITS.columns;
const CELL_MARKS = ["<si>", "<si ", "<c ", "<table:table-cell"].map((mark) => Buffer.from(mark));
const AREA = `A1:CV${LIMITS.rows + LIMITS.rowsAround + 1}`;

/** The sheets of an Excel workbook that are not hidden. Formulas are never computed: the value last shown is taken. */
export async function readExcel(entries: readonly Entry[]): Promise<ReadSheet[]> {
  const workbook = await readXlsx(cleaned(entries, XLSX_PARTS), {
    readStyles: true,
    range: AREA,
    sheets: (info) => !info.hidden && !info.veryHidden,
  });
  return workbook.sheets.map(sheetOf);
}

/** The sheets of an OpenDocument spreadsheet. */
export async function readOpenDocument(entries: readonly Entry[]): Promise<ReadSheet[]> {
  const workbook = await readOds(cleaned(entries, ODS_PARTS), { readStyles: true });
  return workbook.sheets.map(sheetOf);
}

/**
 * An archive of the parts that hold tables, every one inflated and counted before the library sees it; pictures, macros,
 * links to other files and whatever else is in the file are left out.
 */
function cleaned(entries: readonly Entry[], parts: RegExp): Buffer {
  let left: number = LIMITS.inflatedBytes;
  const counted = entries
    .filter(({ name }) => parts.test(name))
    .map((entry) => {
      const content = inflated(entry, left);
      left -= content.length;
      if (CELL_MARKS.some((mark) => countOf(content, mark) > MOST_CELLS)) throw new RefusedError("INFLATES");
      return { ...entry, size: content.length };
    });
  return archiveOf(counted);
}

function countOf(content: Buffer, mark: Buffer): number {
  let count = 0;
  for (let at = content.indexOf(mark); at !== -1; at = content.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

function sheetOf({ name, rows, merges = [], cells }: Sheet): ReadSheet {
  return {
    name,
    rows: rows.map((row) => row.map(cellOf)),
    merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    formulas: [...(cells?.values() ?? [])].filter((cell) => cell.formula !== undefined).length,
  };
}

function cellOf(value: Sheet["rows"][number][number]): SheetCell {
  if (value instanceof Date) return dayCell(value);
  return typeof value === "string" ? value.slice(0, LIMITS.cellLength) : value;
}
