import type { ReadSheet, SheetCell } from "@/lib/core/files/reader/sheet";
import { cellText, type Grid, gridOf } from "@/lib/features/imports/rules/grid";
import { foldedHead, type HeadPath, meaningOfHead } from "@/lib/features/imports/rules/headers";
import { rowKind } from "@/lib/features/imports/rules/row-kinds";
import { areSameHeads, type Heads, headsAt } from "@/lib/features/imports/rules/table-heads";

/** A person's row: the line of the file it stands on (from 1), and the cells under the table's columns. */
export type TableRow = { readonly line: number; readonly cells: readonly SheetCell[] };

/** A table of people in a sheet; a title of a group ("Branch …" over its members) is a column of its own, the last one. */
export type FoundTable = {
  readonly sheet: string;
  readonly firstLine: number;
  readonly columns: readonly HeadPath[];
  readonly hasGroups: boolean;
  readonly rows: readonly TableRow[];
  /** Lines under the heads that are no people: totals, remarks, signatures. */
  readonly leftOut: readonly number[];
  /** What stands around the table: titles, remarks and signatures. */
  readonly around: readonly string[];
};

const HEAD_SEARCH = 400;

/** The tables of people in a sheet: under each other, and beside each other. */
export function tablesIn(sheet: ReadSheet): FoundTable[] {
  const grid = gridOf(sheet);
  const heads = headsIn(grid);
  const first = heads.filter((one, index) => !isRepeated(heads, index));
  return first.flatMap((one, index) => {
    const end = first[index + 1]?.top ?? grid.height;
    const before = index === 0 ? textsOf(grid, 0, one.top) : [];
    const again = heads.filter(({ top }) => top > one.top && top < end);
    return blocksOf(one).map((columns) => tableOf(sheet.name, grid, { heads: one, again, end, columns, before }));
  });
}

function headsIn(grid: Grid): Heads[] {
  const found: Heads[] = [];
  for (let line = 0; line < grid.height && (found.length > 0 || line < HEAD_SEARCH); line += 1) {
    const heads = headsAt(grid, line);
    if (heads === null) continue;
    found.push(heads);
    line = heads.bottom;
  }
  return found;
}

/* Heads printed again over the next page belong to the table above them. */
function isRepeated(heads: readonly Heads[], index: number): boolean {
  const [one, before] = [heads[index], heads[index - 1]];
  return one !== undefined && before !== undefined && areSameHeads(before, one);
}

/** The columns of each table on one line of heads: split where no head stands, or where counting begins anew. */
function blocksOf({ paths }: Heads): number[][] {
  const blocks: number[][] = [[]];
  for (const [column, path] of paths.entries()) {
    const isNew = path.length === 0 || (isCounter(path) && (blocks.at(-1)?.length ?? 0) > 0);
    if (isNew) blocks.push([]);
    if (path.length > 0) blocks.at(-1)?.push(column);
  }
  const named = blocks.filter((block) => block.some((column) => meaningOfHead(paths[column] ?? []) === "fullName"));
  /* A column without a head inside one table does not make two of it. */
  const [first] = named;
  if (named.length > 1) return named;
  return first ? [blocks.flat()] : [];
}

function isCounter(path: HeadPath): boolean {
  return /^(stt|tt|so tt|so thu tu)$/u.test(foldedHead(path.at(-1) ?? ""));
}

type Part = {
  heads: Heads;
  again: readonly Heads[];
  end: number;
  columns: readonly number[];
  before: readonly string[];
};

function tableOf(sheet: string, grid: Grid, { heads, again, end, columns, before }: Part): FoundTable {
  const paths = columns.map((column) => heads.paths[column] ?? []);
  const nameColumns = paths.flatMap((path, place) => (meaningOfHead(path) === "fullName" ? [place] : []));
  const rows: TableRow[] = [];
  const leftOut: number[] = [];
  const around = [...before];
  const groups = new Map<number, string>();
  let group = "";
  for (let line = heads.bottom + 1; line < end; line += 1) {
    if (again.some(({ top, bottom }) => top <= line && line <= bottom)) continue;
    const cells = columns.map((column) => grid.body(line, column));
    const kind = rowKind(cells, nameColumns);
    const text = cells.map(cellText).filter((one) => one !== "");
    if (kind === "GROUP") group = text.toSorted((one, other) => other.length - one.length)[0] ?? "";
    if (kind === "GROUP" || kind === "REMARK" || kind === "TOTAL") around.push(...text);
    if (kind === "REMARK" || kind === "TOTAL") leftOut.push(line + 1);
    if (kind !== "PERSON") continue;
    rows.push({ line: line + 1, cells });
    groups.set(line + 1, group);
  }
  const hasGroups = rows.some((row) => groups.get(row.line) !== "");
  return {
    sheet,
    firstLine: heads.top + 1,
    columns: hasGroups ? [...paths, []] : paths,
    hasGroups,
    rows: hasGroups ? rows.map((row) => ({ ...row, cells: [...row.cells, groups.get(row.line) ?? null] })) : rows,
    leftOut,
    around,
  };
}

function textsOf(grid: Grid, first: number, end: number): string[] {
  const texts: string[] = [];
  for (let line = first; line < end; line += 1) {
    for (let column = 0; column < grid.width; column += 1) {
      const text = cellText(grid.body(line, column));
      if (text !== "") texts.push(text);
    }
  }
  return texts;
}
