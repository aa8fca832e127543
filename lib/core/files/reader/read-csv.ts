import { detectDelimiter, parseCsv } from "hucre/csv";
import { oddWords } from "../../text/legacy/syllable.ts";
import { LIMITS } from "./limits.ts";
import { RefusedError } from "./refused.ts";
import type { ReadSheet } from "./sheet.ts";

const ENCODINGS = ["windows-1258", "windows-1252"] as const;
const SAMPLE = 200_000;

/** The one table of a text file, whatever separates its cells. Every cell is text as it stands there. */
export function readText(file: Buffer): ReadSheet[] {
  const text = decoded(file).replace(/^\uFEFF/u, "");
  const named = /^sep=(.)\r?\n/iu.exec(text);
  const delimiter = named?.[1] ?? detectDelimiter(text);
  const rows = parseCsv(named ? text.slice(named[0].length) : text, { delimiter, skipEmptyRows: false });
  if (rows.length > LIMITS.rows + LIMITS.rowsAround) throw new RefusedError("TOO_MANY_ROWS");
  const cells = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell).slice(0, LIMITS.cellLength))));
  return [{ name: "", rows: cells, merges: [], formulas: 0 }];
}

/** UTF-16 by its mark, UTF-8 where the bytes are; else the code page of Windows in which fewer words are odd. */
function decoded(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder("utf-16le").decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder("utf-16be").decode(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    const texts = ENCODINGS.map((encoding) => new TextDecoder(encoding).decode(file).normalize("NFC"));
    const [inVietnam = "", elsewhere = ""] = texts;
    const odd = (text: string) => oddWords(text.slice(0, SAMPLE));
    return odd(inVietnam) < odd(elsewhere) ? inVietnam : elsewhere;
  }
}
