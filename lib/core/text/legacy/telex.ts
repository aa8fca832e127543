const MARKS: Readonly<Record<string, string>> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
  "^": "\u0302",
  "(": "\u0306",
  "+": "\u031B",
};

/**
 * The letter that a base and the names of its marks stand for: `a(s` is a with breve and acute. Tones are named as on a
 * Telex keyboard (s f r x j), shapes by what they look like: `^` circumflex, `(` breve, `+` horn; `d-` is d with stroke.
 */
export function letterOf(name: string): string {
  if (name === "d-") return "\u0111";
  if (name === "D-") return "\u0110";
  const [base = "", ...marks] = name;
  return (base + marks.map((mark) => MARKS[mark] ?? "").join("")).normalize("NFC");
}
