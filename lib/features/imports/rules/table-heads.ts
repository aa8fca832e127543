import { cellText, type Grid } from "@/lib/features/imports/rules/grid";
import { foldedHead, type HeadPath, meaningOfHead } from "@/lib/features/imports/rules/headers";

/** The heads over a table: the lines they stand on and, by column, their names from the top down. */
export type Heads = { readonly top: number; readonly bottom: number; readonly paths: readonly HeadPath[] };

const LONGEST_HEAD = 120;
const DEEPEST = 3;
const LEAST_KNOWN = 2;
const NAMES_PEOPLE = /^\P{L}*(h[o\u1ECD]|t[e\u00EA]n|[d\u0111][a\u1EA3])/iu;

/** The heads that begin on that line, or null where it is no line of heads: it must name a person and one thing more. */
export function headsAt(grid: Grid, line: number): Heads | null {
  if (!mayNamePeople(grid, line)) return null;
  const alone = pathsOf(grid, line, line);
  if (!namesPeople(alone)) return null;
  const top = isParentLine(grid, line - 1, alone) ? line - 1 : line;
  let bottom = line;
  while (bottom - top + 1 < DEEPEST && isChildLine(grid, top, bottom + 1)) bottom += 1;
  return { top, bottom, paths: pathsOf(grid, top, bottom) };
}

/** Whether two rows of heads say the same: the heads printed again on the next page. */
export function areSameHeads(one: Heads, other: Heads): boolean {
  const words = (heads: Heads) => heads.paths.map((path) => path.map(foldedHead).join("/"));
  const [first, second] = [words(one), words(other)];
  const filled = first.filter((name) => name !== "");
  const same = first.filter((name, column) => name !== "" && name === second[column]);
  return same.length * 10 >= filled.length * 7;
}

/* Cheap, since every line of the file is asked. */
function mayNamePeople(grid: Grid, line: number): boolean {
  for (let column = 0; column < grid.width; column += 1) {
    const cell = grid.heads(line, column);
    if (typeof cell === "string" && cell.length <= LONGEST_HEAD && NAMES_PEOPLE.test(cell)) return true;
  }
  return false;
}

function namesPeople(paths: readonly HeadPath[]): boolean {
  const meanings = paths.map(meaningOfHead);
  const known = new Set(meanings.filter((meaning) => meaning !== undefined && meaning !== null));
  return known.has("fullName") && known.size >= LEAST_KNOWN;
}

/* The line above holds names of groups of columns, none of them over the whole table. */
function isParentLine(grid: Grid, line: number, below: readonly HeadPath[]): boolean {
  if (line < 0) return false;
  const filled = below.filter((path) => path.length > 0).length;
  const groups = grid.mergedAcross(line, 2).filter((merge) => merge.right - merge.left + 1 < filled);
  return groups.length > 0 && groups.every((merge) => cellText(grid.heads(line, merge.left)).length <= LONGEST_HEAD);
}

/* The line below is still heads where cells of the first line reach into it, or where it only fills the groups' columns. */
function isChildLine(grid: Grid, top: number, line: number): boolean {
  if (line >= grid.height) return false;
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const reaches = grid.mergedAcross(line, 1).some((merge) => merge.top <= line - 1 && merge.top >= top);
  if (reaches) return true;
  const groups = grid.mergedAcross(line - 1, 2).filter((merge) => merge.bottom === line - 1);
  const inGroup = (column: number) => groups.some((merge) => merge.left <= column && column <= merge.right);
  const filled = columns.filter((column) => cellText(grid.body(line, column)) !== "");
  return filled.length > 0 && filled.every((column) => inGroup(column) && isWords(grid, line, column));
}

function isWords(grid: Grid, line: number, column: number): boolean {
  const cell = grid.body(line, column);
  return typeof cell === "string" && !/\d/u.test(cell);
}

function pathsOf(grid: Grid, top: number, bottom: number): HeadPath[] {
  return Array.from({ length: grid.width }, (_, column) => {
    const names: string[] = [];
    for (let line = top; line <= bottom; line += 1) {
      const name = cellText(grid.heads(line, column));
      if (name !== "" && name.length <= LONGEST_HEAD && name !== names.at(-1)) names.push(name);
    }
    return names;
  });
}
