import type { CardRole, ColumnSort } from "@/components/ui/table-sort";
import type { Tone } from "@/components/ui/tag";

/** What a row holds at a place: words, a number already written, a code, or nothing. */
export type Cell = string | number | null;

/** A row as an array; each column names the place it reads. */
export type Tuple = readonly Cell[];

type Shared = { header: string; at: number; card?: CardRole; sort?: ColumnSort };

/**
 * A column that travels to the browser as data:
 * - `text`, `number` (right-aligned): the cell as given, already written in the person's language;
 * - `link`: the cell as a link to `hrefPrefix` + the cell at `hrefAt`, as it is where that is empty;
 * - `tag`: a code, shown as the word and tone that `words` has for it, as a plain word without a tone;
 * - `code`: a code, shown as the plain word that `words` has for it.
 */
export type DataColumn =
  | (Shared & { kind: "text" | "number" })
  | (Shared & { kind: "link"; hrefPrefix: string; hrefAt: number })
  | (Shared & { kind: "tag"; words: Record<string, { word: string; tone?: Tone }> })
  | (Shared & { kind: "code"; words: Record<string, string> });
