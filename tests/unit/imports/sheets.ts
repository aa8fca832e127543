import { day } from "@/lib/core/day";
import type { FileFormat, Merge, ReadSheet, SheetCell } from "@/lib/core/files/reader/sheet";
import type { NamedBranch } from "@/lib/features/imports/rules/branches";
import { sheetInUnicode } from "@/lib/features/imports/rules/codings";
import { entryOf, type RosterEntry } from "@/lib/features/imports/rules/entry";
import { meaningsOf } from "@/lib/features/imports/rules/meanings";
import { type FoundTable, tablesIn } from "@/lib/features/imports/rules/tables";

export const TODAY = day("2026-11-25");

export const BRANCHES: readonly NamedBranch[] = [
  { id: "na-an", name: "Chi bộ bản Nà An" },
  { id: "chieng-hin", name: "Chi bộ bản Chiềng Hin" },
  { id: "truong", name: "Chi bộ Trường Tiểu học và THCS" },
];

/** A sheet as the reader gives it. `merged` names corners as [top, left, bottom, right]. */
export function sheetOf(rows: SheetCell[][], ...merged: [number, number, number, number][]): ReadSheet {
  const merges: Merge[] = merged.map(([top, left, bottom, right]) => ({ top, left, bottom, right }));
  return { name: "Sheet1", rows, merges, formulas: 0 };
}

/** The tables found in a sheet after it was brought to Unicode. */
export function tablesOf(rows: SheetCell[][], ...merged: [number, number, number, number][]): FoundTable[] {
  return tablesIn(sheetInUnicode(sheetOf(rows, ...merged)).sheet);
}

/** Every row of the first table as the import reads it, its columns guessed. */
export function entriesOf(
  rows: SheetCell[][],
  merged: [number, number, number, number][] = [],
  format: FileFormat = "XLSX",
): RosterEntry[] {
  const [table] = tablesOf(rows, ...merged);
  if (!table) return [];
  const meanings = meaningsOf(table.columns, new Map());
  return table.rows.map((row) => entryOf(row, { meanings, branches: BRANCHES, format, today: TODAY }));
}
