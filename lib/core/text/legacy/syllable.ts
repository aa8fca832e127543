const LETTERS =
  /^[a-z\u00E0-\u00E3\u00E8-\u00EA\u00EC\u00ED\u00F2-\u00F5\u00F9\u00FA\u00FD\u0103\u0111\u0129\u0169\u01A1\u01B0\u1EA1-\u1EF9]+$/u;
const D_LOOKALIKE = /[\u00F0\u0256]/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const SHAPES: readonly (readonly [string, string])[] = [
  ["\u0103", "1"],
  ["\u00E2", "2"],
  ["\u00EA", "3"],
  ["\u00F4", "4"],
  ["\u01A1", "5"],
  ["\u01B0", "6"],
  ["\u0111", "7"],
];

/* Letters with a shape stand as digits: a( 1, a^ 2, e^ 3, o^ 4, o+ 5, u+ 6, d- 7. */
const INITIAL = "b|ch?|d|7|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x";
const OPEN =
  "ia|ai|ao|au|ay|2u|2y|eo|3u|iu|i3u|oai|oay|oao|oeo|oi|4i|5i|ua|u2y|ui|u4i|uya|uyu|uau|u3u|6a|6i|6u|65i|65u|y3u|u5";
const CLOSABLE = "a|1|2|e|3|i|o|4|5|u|6|y|i3|oa|o1|oe|oo|u2|u3|u4|uy|uy3|65|y3";
const SYLLABLE = new RegExp(`^(?:${INITIAL})?(?:(?:${OPEN})|(?:${CLOSABLE})(?:ch?|k|m|nh?|ng|p|t)?)$`, "u");
const PARTS = /[\s.,;:!?"'()[\]{}/\\|<>&*_=+@#~`0-9-]+/u;
const PLAIN = /^[\x20-\x7E]*$/u;

/**
 * How many words of the text could not be Vietnamese as they stand: a sign that is no letter of the alphabet, a capital
 * inside a word, two tones, or no syllable at all. Words without accents always could.
 */
export function oddWords(text: string): number {
  if (PLAIN.test(text)) return 0;
  return text.normalize("NFC").split(PARTS).filter(isOdd).length;
}

function isOdd(word: string): boolean {
  if (PLAIN.test(word)) return false;
  const small = word.toLowerCase().replace(D_LOOKALIKE, "\u0111");
  if (!LETTERS.test(small) || /\p{Ll}\p{Lu}/u.test(word)) return true;

  const parted = small.normalize("NFD");
  if ((parted.match(TONE)?.length ?? 0) > 1) return true;
  const toneless = parted.replace(TONE, "").normalize("NFC");
  return !SYLLABLE.test(SHAPES.reduce((text, [letter, digit]) => text.replaceAll(letter, digit), toneless));
}
