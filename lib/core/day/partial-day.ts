import {
  type Day,
  type DayParse,
  type DayRange,
  day,
  dayOf,
  daysInMonth,
  isDay,
  type PartialDay,
  parseDay,
  WIDEST_RANGE,
} from "@/lib/core/day";

/** As `DayParse`, with the year or month alone accepted. */
export type PartialDayParse =
  | Exclude<DayParse, { readonly kind: "day" }>
  | { readonly kind: "partialDay"; readonly partialDay: PartialDay };

/** How exact a partial day is. */
export type PartialDayPrecision = "YEAR" | "MONTH" | "DAY";

const STORED = /^\d{4}(-(0[1-9]|1[0-2]))?$/;
const YEAR = /^\d{4}$/;
const MONTH = /^(\d{1,2})[-/.](\d{4})$/;
const ISO_MONTH = /^(\d{4})-(\d{2})$/;

/** Whether the text is a `PartialDay` as stored: `1968`, `1998-05` or `1995-02-03`. */
export function isPartialDay(text: string): text is PartialDay {
  return STORED.test(text) || isDay(text);
}

/** Brands a stored partial day; throws a RangeError on anything else. */
export function partialDay(text: string): PartialDay {
  if (!isPartialDay(text)) throw new RangeError(`Not a partial day: ${text}`);
  return text;
}

/** Reads `1968`, `5/1998` or a whole day in any form of `parseDay`. */
export function parsePartialDay(typed: string, range: DayRange = WIDEST_RANGE): PartialDayParse {
  const text = typed.trim();
  if (YEAR.test(text)) return within(text, range);

  const month = readMonth(text);
  if (month === null) {
    const whole = parseDay(typed, range);
    return whole.kind === "day" ? { kind: "partialDay", partialDay: partialDay(whole.day) } : whole;
  }
  return isPartialDay(month) ? within(month, range) : { kind: "noSuchDay" };
}

/** How much of the day is known. */
export function precisionOf(of: PartialDay): PartialDayPrecision {
  if (of.length === 4) return "YEAR";
  return of.length === 7 ? "MONTH" : "DAY";
}

/** The earliest day it can mean. */
export function firstPossibleDay(of: PartialDay): Day {
  return day(`${of}${"-01-01".slice(of.length - 4)}`);
}

/** The latest day it can mean. */
export function lastPossibleDay(of: PartialDay): Day {
  if (of.length === 10) return day(of);
  const [year, month] = of.length === 7 ? [Number(of.slice(0, 4)), Number(of.slice(5))] : [Number(of), 12];
  return day(`${of.slice(0, 4)}-${String(month).padStart(2, "0")}-${daysInMonth(year, month)}`);
}

/** Whether it surely comes before that day, however the unknown part is filled. */
export function isSurelyBefore(of: PartialDay, other: Day): boolean {
  return lastPossibleDay(of) < other;
}

/** Whether it surely comes after that day, however the unknown part is filled. */
export function isSurelyAfter(of: PartialDay, other: Day): boolean {
  return firstPossibleDay(of) > other;
}

function readMonth(text: string): string | null {
  const typed = MONTH.exec(text);
  if (typed) return `${typed[2]}-${(typed[1] ?? "").padStart(2, "0")}`;
  return ISO_MONTH.test(text) ? text : null;
}

function within(text: string, range: DayRange): PartialDayParse {
  if (!isPartialDay(text) || dayOf(Number(text.slice(0, 4)), 1, 1) === null) return { kind: "noSuchDay" };
  const [first, last] = [firstPossibleDay(text), lastPossibleDay(text)];
  if (last < range.first) return { kind: "outOfRange", day: last, range };
  if (first > range.last) return { kind: "outOfRange", day: first, range };
  return { kind: "partialDay", partialDay: text };
}
