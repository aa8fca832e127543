import type { ReadSheet, SheetCell } from "@/lib/core/files/reader/sheet";
import { codingOf, inUnicode } from "@/lib/core/text/legacy/recognise";

/** How many cells of a sheet were written in an old coding, or with letters and marks apart, and are now in Unicode. */
export type Converted = Readonly<Record<"TCVN3" | "VNI" | "APART", number>>;

/** The sheet in Unicode, each column read in the coding that fits it, and what was converted. */
export function sheetInUnicode(sheet: ReadSheet): { sheet: ReadSheet; converted: Converted } {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => sheet.rows.flatMap((row) => textIn(row[column])));
  const codings = columns.map(codingOf);
  const converted = { TCVN3: 0, VNI: 0, APART: 0 };
  const read = (cell: SheetCell, column: number): SheetCell => {
    if (typeof cell !== "string") return cell;
    const { text, coding } = inUnicode(cell, codings[column] ?? "UNICODE");
    if (coding !== "UNICODE") converted[coding] += 1;
    const composed = text.normalize("NFC");
    if (composed !== text) converted.APART += 1;
    return composed;
  };
  return { sheet: { ...sheet, rows: sheet.rows.map((row) => row.map(read)) }, converted };
}

function textIn(cell: SheetCell | undefined): string[] {
  return typeof cell === "string" ? [cell] : [];
}
