import type { Merge, ReadSheet, SheetCell } from "@/lib/core/files/reader/sheet";

/** The rows of a sheet, each cell by its place; merged cells are filled as `heads` and `body` need it. */
export type Grid = {
  /** Merged cells filled to the right and down: what a reader sees standing over a column. */
  readonly heads: (line: number, column: number) => SheetCell;
  /** Merged cells filled down only: a branch's name beside all of its members. */
  readonly body: (line: number, column: number) => SheetCell;
  readonly height: number;
  readonly width: number;
  /** Whether the cells of that line are merged across so many columns, and from where. */
  readonly mergedAcross: (line: number, columns: number) => readonly Merge[];
};

/** The sheet as a grid, counted from 0. */
export function gridOf(sheet: ReadSheet): Grid {
  const { rows, merges } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = new Map<number, SheetCell>();
  const across = new Map<number, SheetCell>();
  const within = merges.filter((merge) => merge.top < rows.length && merge.left < width);
  for (const merge of within) {
    const value = rows[merge.top]?.[merge.left] ?? null;
    const [bottom, right] = [Math.min(merge.bottom, rows.length - 1), Math.min(merge.right, width - 1)];
    for (let line = merge.top; line <= bottom; line += 1) {
      filled.set(line * width + merge.left, value);
      for (let column = merge.left; column <= right; column += 1) across.set(line * width + column, value);
    }
  }
  const own = (line: number, column: number) => rows[line]?.[column] ?? null;
  return {
    heads: (line, column) => across.get(line * width + column) ?? own(line, column),
    body: (line, column) => filled.get(line * width + column) ?? own(line, column),
    height: rows.length,
    width,
    mergedAcross: (line, columns) =>
      within.filter((merge) => merge.top <= line && merge.bottom >= line && merge.right - merge.left + 1 >= columns),
  };
}

/** What a cell says as text; nothing for an empty one. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return String(cell.serial);
  return String(cell).replace(/\s+/gu, " ").trim();
}

/** Whether there is anything in the cell. */
export function isFilled(cell: SheetCell): boolean {
  return cell !== null && (typeof cell !== "string" || cell.trim() !== "");
}
