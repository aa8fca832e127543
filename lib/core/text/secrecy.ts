/* The three degrees as stamps have them: M-circumflex-dot-below and so on, composed. */
const MARK = "M\u1EACT";
const DEGREES = ["T\u1ED0I", "TUY\u1EC6T"];
const CAPITALS = /^\p{Lu}{2,}$/u;

/**
 * The mark of secrecy that stands alone in a text, as stamps write it; null where there is none. A word among others in
 * capitals is no stamp, and neither is any word in small letters.
 */
export function secrecyMarkIn(text: string): string | null {
  const words = text
    .normalize("NFC")
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
