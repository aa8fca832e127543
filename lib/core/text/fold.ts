const MARKS = /\p{M}+/gu;
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const SPACES = /[\s\p{Cc}]+/gu;
const D_STROKE = /[\u0111\u00F0\u0256]/gu;
const B_STROKE = /\u0180/gu;
const APOSTROPHES = /[\u2018\u2019\u02BC\u02B9\u0060\u00B4]/gu;
const NOT_NAME = /[^\p{L}\p{N} ]+/gu;

/**
 * The text as it is searched: no accents, d for the letter D with stroke, lower case, single spaces, trimmed.
 * NFC and NFD are equal, and so are both places of a tone mark. Folding twice changes nothing more.
 */
export function foldText(text: string): string {
  return compatible(compatible(text.normalize("NFC").replace(APOSTROPHES, "'")).toLowerCase())
    .replace(MARKS, "")
    .replace(INVISIBLE, "")
    .replace(D_STROKE, "d")
    .replace(B_STROKE, "b")
    .replace(SPACES, " ")
    .trim();
}

/** One key for all spellings of a name, for finding possible duplicates: folded, letters and digits only. */
export function nameKey(fullName: string): string {
  return foldText(foldText(fullName).replace(NOT_NAME, ""));
}

function compatible(text: string): string {
  return text.normalize("NFKD");
}
