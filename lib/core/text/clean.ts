/** Text fit to be stored, and what the person has to be told about it. */
export type CleanText = {
  readonly text: string;
  /** Something invisible was taken out: a control, zero-width or bidirectional character. */
  readonly removed: boolean;
  /** A lookalike letter was corrected. */
  readonly corrected: boolean;
};

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const SPACES = /\s+/gu;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/gu;
const CAPITAL_D_LOOKALIKE = /[\u00D0\u0189]/gu;
const SMALL_D_LOOKALIKE = /[\u00F0\u0256]/gu;
const CAPITAL_D_STROKE = "\u0110";
const SMALL_D_STROKE = "\u0111";

/** One line: NFC, trimmed, single spaces, nothing invisible. Cleaning twice changes nothing more. */
export function cleanText(typed: string): CleanText {
  const spaced = typed.replace(SPACES, " ");
  const visible = spaced.replace(INVISIBLE, "");
  return {
    text: visible.normalize("NFC").replace(SPACES, " ").trim(),
    removed: spaced !== visible,
    corrected: false,
  };
}

/** Several lines: as `cleanText` for each line, empty lines at both ends dropped, breaks as `\n`. */
export function cleanLines(typed: string): CleanText {
  const lines = typed.split(LINE_BREAK).map(cleanText);
  return {
    text: lines
      .map((line) => line.text)
      .join("\n")
      .trim(),
    removed: lines.some((line) => line.removed),
    corrected: false,
  };
}

/** As `cleanText`; the Icelandic and African lookalikes of the Vietnamese letter D with stroke become that letter. */
export function cleanName(typed: string): CleanText {
  const { text, removed } = cleanText(typed);
  const corrected = text.replace(CAPITAL_D_LOOKALIKE, CAPITAL_D_STROKE).replace(SMALL_D_LOOKALIKE, SMALL_D_STROKE);
  return { text: corrected, removed, corrected: corrected !== text };
}
