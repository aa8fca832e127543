import { initialOf } from "@/lib/core/text/initial";

/** A letter, the id of the row it leads to, and that row's place on the page. */
export type Initial = { readonly letter: string; readonly rowId: string; readonly anchor: string };

const FEWEST_ROWS = 20;

/** The letters that the given names of a sorted page begin with, each with its first row; none for a page that is short anyway. */
export function initialsOf(rows: readonly { readonly id: string; readonly fullName: string }[]): Initial[] {
  if (rows.length < FEWEST_ROWS) return [];
  const first = new Map<string, string>();
  for (const { id, fullName } of rows) {
    const letter = initialOf(fullName);
    if (!first.has(letter)) first.set(letter, id);
  }
  return [...first].map(([letter, rowId]) => ({
    letter,
    rowId,
    anchor: `letter-${letter.codePointAt(0)?.toString(16)}`,
  }));
}
