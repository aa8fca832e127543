import { oddWords } from "./syllable.ts";
import { fromTcvn3 } from "./tcvn3.ts";
import { fromVni } from "./vni.ts";

/** How Vietnamese letters were coded when a text was typed. */
export type TextCoding = "UNICODE" | "TCVN3" | "VNI";

const readings: Readonly<Record<TextCoding, (text: string) => string>> = {
  UNICODE: (text) => text,
  TCVN3: fromTcvn3,
  VNI: fromVni,
};
const codings: readonly TextCoding[] = ["UNICODE", "TCVN3", "VNI"];
const LATIN = /[\u00A1-\u00FF]/u;
const BEYOND_LATIN = /[\u0102-\u01B0\u1EA0-\u1EF9]|\p{M}/u;

/** The coding in which the fewest words of these texts are odd; Unicode where nothing else reads better. */
export function codingOf(texts: readonly string[]): TextCoding {
  const told = texts.filter(isTelling);
  const odd = (coding: TextCoding) => told.reduce((sum, text) => sum + oddWords(readings[coding](text)), 0);
  return best(codings.map((coding) => [coding, odd(coding)]));
}

/**
 * The text in Unicode, read in the coding of its column; where that makes odd words and another coding makes fewer,
 * in that one, since columns are pasted together from several files. `coding` says which it was.
 */
export function inUnicode(text: string, ofColumn: TextCoding): { text: string; coding: TextCoding } {
  if (!isTelling(text)) return { text, coding: "UNICODE" };
  const order = [ofColumn, ...codings.filter((coding) => coding !== ofColumn)];
  const coding = best(order.map((one) => [one, oddWords(readings[one](text))]));
  return { text: readings[coding](text), coding };
}

/* Old codings use Latin-1 only, so a letter beyond it was typed in Unicode. */
function isTelling(text: string): boolean {
  return LATIN.test(text) && !BEYOND_LATIN.test(text);
}

function best(scores: readonly (readonly [TextCoding, number])[]): TextCoding {
  const [first, ...rest] = scores;
  if (first === undefined) return "UNICODE";
  return rest.reduce((least, one) => (one[1] < least[1] ? one : least), first)[0];
}
