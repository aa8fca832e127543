import { addDays, type Day, type DayParse, type DayRange, day, type PartialDay } from "@/lib/core/day";
import { type PartialDayParse, parsePartialDay, partialDay, precisionOf } from "@/lib/core/day/partial-day";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { foldText } from "@/lib/core/text/fold";
import type { ReadCell } from "@/lib/features/imports/rules/read-cell";

const FIRST_SERIAL = day("1899-12-30");
/* Excel counts a 29 February 1900 that never was. */
const FIRST_RIGHT_SERIAL = 61;
const LAST_SERIAL = 109_574;
const YEARS = { first: 1900, last: 2100 };
const TIME_OF_DAY = /[t ]\d{1,2}(:\d{2}){1,2}(\.\d+)?\s*(am|pm|z)?$/u;
const UNKNOWN_PART = /^(?:(?:0{1,2}|\?{1,2}|x{1,2}|-{1,2})[-/. ])+/u;
const SEVEN_DIGITS = /^\d{7}$/u;
const MARKLESS = /^\d{7,8}$/u;

/** The day of an Excel serial number; null beyond what the product can hold. */
export function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > LAST_SERIAL) return null;
  return addDays(FIRST_SERIAL, whole < FIRST_RIGHT_SERIAL ? whole + 1 : whole);
}

/**
 * Reads a cell as a date, whole or only its month or year: text as people write it, a spreadsheet's own day or number, a
 * year that a spreadsheet took for a day. A year of two digits is taken where only one day in the range can be meant.
 */
export function readPartialDay(cell: SheetCell, range: DayRange): ReadCell<PartialDay> {
  if (cell === null || cell === "") return { kind: "EMPTY" };
  if (typeof cell === "object") return fromSerial(cell.serial, range);
  if (typeof cell === "number") return fromNumber(cell, range);
  return fromText(String(cell), range);
}

/** Reads a cell as a whole day; a month or year alone is a repair of its own. */
export function readDay(cell: SheetCell, range: DayRange): ReadCell<Day> {
  const read = readPartialDay(cell, range);
  if (read.kind !== "VALUE") return read;
  if (precisionOf(read.value) !== "DAY") return { kind: "REPAIR", repair: "dayIncomplete" };
  return { ...read, value: day(read.value) };
}

/** Reads a cell that holds two days, the one under or after the other. */
export function readDayPair(cell: SheetCell, range: DayRange): readonly [ReadCell<Day>, ReadCell<Day>] {
  const texts = typeof cell === "string" ? (cell.match(/\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{2,4}/gu) ?? []) : [];
  const [first, second] = texts;
  return [readDay(first ?? cell, range), second === undefined ? { kind: "EMPTY" } : readDay(second, range)];
}

function fromSerial(serial: number, range: DayRange): ReadCell<PartialDay> {
  const whole = Math.floor(serial);
  if (isYear(whole)) return within(parsePartialDay(String(whole), range), "yearInDayCell");
  const found = dayOfSerial(whole);
  return found === null ? { kind: "REPAIR", repair: "dayUnreadable" } : within(parsePartialDay(found, range));
}

/** The day that a plain number in a column of dates counts to; null where it is a year, or a date written without marks. */
export function dayOfNumber(value: number): Day | null {
  return isYear(value) || MARKLESS.test(String(value)) ? null : dayOfSerial(value);
}

function fromNumber(value: number, range: DayRange): ReadCell<PartialDay> {
  const digits = String(value);
  if (SEVEN_DIGITS.test(digits)) return within(parsePartialDay(`0${digits}`, range), "zeroRestored");
  if (isYear(value) || MARKLESS.test(digits)) return within(parsePartialDay(digits, range));
  const found = dayOfNumber(value);
  return found === null ? { kind: "REPAIR", repair: "dayUnreadable" } : within(parsePartialDay(found, range));
}

function fromText(text: string, range: DayRange): ReadCell<PartialDay> {
  const plain = foldText(text)
    .replace(/^'+/u, "")
    .replace(TIME_OF_DAY, "")
    .replace(/\b(ngay|sinh)\b/gu, " ")
    .replace(/\s*\b(thang|nam|t(?=\d))\s*/gu, "/")
    .replace(/\s*([-/.])\s*/gu, "$1")
    .trim()
    .replace(/^[-/.]+|[-/.,;]+$/gu, "")
    .replace(/^(\d{1,2})[ ,](\d{1,2})[ ,](\d{4})$/u, "$1/$2/$3");
  if (/^0*$/u.test(plain)) return plain === "" ? { kind: "EMPTY" } : { kind: "REPAIR", repair: "dayUnreadable" };
  return within(parsePartialDay(plain.replace(UNKNOWN_PART, ""), range));
}

function within(
  parsed: PartialDayParse | Extract<DayParse, { kind: "day" }>,
  notice?: "yearInDayCell" | "zeroRestored",
): ReadCell<PartialDay> {
  switch (parsed.kind) {
    case "partialDay":
      return { kind: "VALUE", value: parsed.partialDay, notice };
    case "day":
      return { kind: "VALUE", value: partialDay(parsed.day), notice };
    case "empty":
      return { kind: "EMPTY" };
    case "twoDigitYear": {
      const [only, other] = parsed.candidates;
      if (only === undefined || other !== undefined) return { kind: "REPAIR", repair: "dayTwoYears" };
      return { kind: "VALUE", value: partialDay(only), notice: "centuryTaken" };
    }
    case "noSuchDay":
      return { kind: "REPAIR", repair: "dayNotReal" };
    case "outOfRange":
      return { kind: "REPAIR", repair: "dayOutOfRange" };
    default:
      return { kind: "REPAIR", repair: "dayUnreadable" };
  }
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= YEARS.first && value <= YEARS.last;
}
