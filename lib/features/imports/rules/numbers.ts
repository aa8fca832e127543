import type { SheetCell } from "@/lib/core/files/reader/sheet";
import type { ReadCell } from "@/lib/features/imports/rules/read-cell";

/** How long a number is; `older` where the same column may still hold the number it replaced. */
export type NumberForm = { readonly length: number; readonly older?: number };

/** How numbers are written on their papers: cards of 12 digits after 8, citizens' numbers of 12 digits after 9. */
export const NUMBER_FORMS = {
  idNumber: { length: 12, older: 9 },
  oldIdNumber: { length: 9 },
  cardNumber: { length: 12, older: 8 },
  oldCardNumber: { length: 8 },
} as const satisfies Record<string, NumberForm>;

const ROUNDED = /^\d+([.,]\d+)?e\+?\d+$/iu;
const MOST_LOST = 3;
const LARGEST_EXACT = 1e15;

/**
 * Reads a number that is text on its paper. Where a spreadsheet took it for a quantity, the zeros it lost in front are put
 * back with a notice; one that it rounded is lost. In a text file every cell is as the spreadsheet wrote it.
 */
export function readNumber(
  cell: SheetCell,
  form: NumberForm,
  file: { format: "XLSX" | "ODS" | "CSV" },
): ReadCell<string> {
  if (typeof cell === "boolean" || typeof cell === "object") {
    return cell === null ? { kind: "EMPTY" } : { kind: "REPAIR", repair: "numberForm" };
  }
  const text = String(cell).replace(/[\s'\u2019]/gu, "");
  if (text === "" || /^0*$/u.test(text)) return { kind: "EMPTY" };
  const isRounded = ROUNDED.test(text) || (typeof cell === "number" && cell >= LARGEST_EXACT);
  if (isRounded) return { kind: "REPAIR", repair: "numberRounded" };

  const digits = text.replace(/\.0+$/u, "").replace(/[.-]/gu, "");
  if (!/^\d+$/u.test(digits)) return { kind: "REPAIR", repair: "numberForm" };
  if (digits.length === form.length) return { kind: "VALUE", value: digits };
  if (digits.length === form.older) return { kind: "VALUE", value: digits, notice: "oldNumber" };
  const mayHaveLost = typeof cell === "number" || (file.format === "CSV" && !digits.startsWith("0"));
  const whole = mayHaveLost ? wholeLength(digits.length, form) : null;
  if (whole === null) return { kind: "REPAIR", repair: "numberForm" };
  return { kind: "VALUE", value: digits.padStart(whole, "0"), notice: "zeroRestored" };
}

function wholeLength(length: number, { length: full, older = 0 }: NumberForm): number | null {
  if (length < full && length > older && full - length <= MOST_LOST) return full;
  return length < older && older - length < MOST_LOST ? older : null;
}

/** Reads a telephone number: as it was typed, with the zero in front that a spreadsheet takes away. */
export function readPhone(cell: SheetCell): ReadCell<string> {
  if (typeof cell === "number") {
    const digits = String(cell);
    return digits.length === 9
      ? { kind: "VALUE", value: `0${digits}`, notice: "zeroRestored" }
      : { kind: "VALUE", value: digits };
  }
  const text = typeof cell === "string" ? cell.replace(/[^\d+;, ]/gu, "").trim() : "";
  return text === "" ? { kind: "EMPTY" } : { kind: "VALUE", value: text };
}

/** Reads the number of a life record: 6 digits and the letters of the province, whatever stands between them. */
export function readRecordNumber(text: string): ReadCell<string> {
  const plain = text.replace(/[\s./-]/gu, "").toUpperCase();
  if (plain === "") return { kind: "EMPTY" };
  return /^\d{6}[A-Z\u0110]{1,3}$/u.test(plain)
    ? { kind: "VALUE", value: plain }
    : { kind: "REPAIR", repair: "numberForm" };
}
