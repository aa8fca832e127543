const ALPHABET = [
  ...` _-,;:!?.'"()[]{}@*/\\&#%\`^+<=>|~$0123456789`,
  ..."a\u0103\u00E2b\u0180cd\u0111e\u00EAfghijklmno\u00F4\u01A1pqrstu\u01B0vwxyz",
];
const GRAVE = "\u0300";
const HOOK = "\u0309";
const TILDE = "\u0303";
const ACUTE = "\u0301";
const DOT_BELOW = "\u0323";
const OTHER_MARKS = "\u0306\u0302\u030C\u030A\u0308\u030B\u0327\u0328\u0304";
const MARK_ORDER = [GRAVE, HOOK, TILDE, ACUTE, DOT_BELOW, ...OTHER_MARKS];

const LEVEL_END = " ";
const FIRST_WEIGHT = 0x21;
const COMMON = "!";
const AFTER_ALL = "~";
const TRAILING_COMMON = /!+$/u;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const WORD_START = /^\p{L}/u;

const letterWeights = new Map(ALPHABET.map((letter, place) => [letter, String.fromCharCode(FIRST_WEIGHT + place)]));
const markWeights = new Map(MARK_ORDER.map((mark, place) => [mark, String.fromCharCode(FIRST_WEIGHT + 1 + place)]));

/** The name a Vietnamese list is sorted by: the last word that begins with a letter. */
export function givenName(fullName: string): string {
  const words = fullName.trim().split(/\s+/u);
  return words.findLast((word) => WORD_START.test(word)) ?? words.at(-1) ?? "";
}

/**
 * A stored ASCII key whose plain byte order (C collation) is the Vietnamese order of people: by given name, then by
 * full name, each as `Intl.Collator("vi")` has it (letters, then tones, then case).
 */
export function sortKey(fullName: string): string {
  const name = fullName.trim().replace(/\s+/gu, " ");
  return `${collationKey(givenName(name))}${LEVEL_END}${collationKey(name)}`;
}

/** A stored ASCII key whose byte order is the Vietnamese order of titles and places, read from their first word. */
export function collationKey(text: string): string {
  const letters = (text.normalize("NFD").match(CLUSTER) ?? []).map(readLetter);
  const level = (of: "letter" | "marks" | "size") => letters.map((one) => one[of]).join("");
  return [level("letter"), trimmed(level("marks")), trimmed(level("size"))].join(LEVEL_END);
}

type Letter = { readonly letter: string; readonly marks: string; readonly size: string };

function readLetter(cluster: string): Letter {
  const [base = "", ...marks] = cluster;
  const shape = marks.find((mark) => mark !== DOT_BELOW);
  const joined = shape === undefined ? base : (base + shape).normalize("NFC");
  const isOwnLetter = shape !== undefined && letterWeights.has(joined.toLowerCase());
  const letter = isOwnLetter ? joined : base;
  const rest = isOwnLetter ? marks.toSpliced(marks.indexOf(shape), 1) : marks;
  return {
    letter: letterWeights.get(letter.toLowerCase()) ?? escaped(letter.toLowerCase()),
    marks: COMMON + rest.map((mark) => markWeights.get(mark) ?? escaped(mark)).join(""),
    size: letter === letter.toLowerCase() ? COMMON : '"',
  };
}

function escaped(character: string): string {
  return AFTER_ALL + (character.codePointAt(0) ?? 0).toString(16).padStart(6, "0");
}

function trimmed(level: string): string {
  return level.replace(TRAILING_COMMON, "");
}
