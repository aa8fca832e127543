/* The three degrees as stamps have them: M-circumflex-dot-below and so on, composed. */
const MARK = "M\u1EACT";
const DEGREES = ["T\u1ED0I", "TUY\u1EC6T"];
const CAPITALS = /^\p{Lu}{2,}$/u;
/* The same with their letters spread, as a stamp may have them. */
const SPREAD = [MARK, ...DEGREES].map((word) => ({
  word,
  letters: new RegExp(`(?<![\\p{L}\\p{N}])${[...word].join("\\s+")}(?![\\p{L}\\p{N}])`, "gu"),
}));
/* The ordinary words for keeping a secret, the second of which may begin a line. */
const WRAPPED = /(?<![\p{L}\p{N}])(B\u1EA2O|B\u00CD)\s*\n\s*(?=M\u1EACT)/gu;

/**
 * The mark of secrecy that stands alone in a text, as stamps write it; null where there is none. A word among others in
 * capitals is no stamp, and neither is any word in small letters.
 */
export function secrecyMarkIn(text: string): string | null {
  const words = SPREAD.reduce((closed, { word, letters }) => closed.replace(letters, word), text.normalize("NFC"))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  for (const [place, word] of words.entries()) {
    if (word !== MARK) continue;
    const degree = DEGREES.find((one) => one === words[place - 1]);
    const before = words[place - (degree ? 2 : 1)] ?? "";
    const after = words[place + 1] ?? "";
    if (!CAPITALS.test(before) && !CAPITALS.test(after)) return degree ? `${degree} ${MARK}` : MARK;
  }
  return null;
}

/**
 * The same in lines of which nobody knows where a sentence goes on in the next one, as on a page of a PDF: each stands for itself, but
 * an ordinary word that a line's end has cut in two is no mark.
 */
export function secrecyMarkInLines(lines: readonly string[]): string | null {
  const whole = lines.join("\n").normalize("NFC").replace(WRAPPED, "$1 ").split("\n");
  return whole.map(secrecyMarkIn).find((mark) => mark !== null) ?? null;
}
