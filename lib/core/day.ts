/** A real calendar day, `YYYY-MM-DD`. Two days compare with `<`, `>` and `===`. Never an instant, never a time zone. */
export type Day = string & { readonly __brand: "Day" };

/** What a paper says about a day: the whole day, the month or only the year. Never filled up to 1 January. */
export type PartialDay = string & { readonly __brand: "PartialDay" };

/** Both ends are allowed days. */
export type DayRange = { readonly first: Day; readonly last: Day };

/** What a person's typing turned out to be; every kind but `day` is a different sentence on the screen. */
export type DayParse =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "noSuchDay" }
  | { readonly kind: "twoDigitYear"; readonly candidates: readonly Day[] }
  | { readonly kind: "outOfRange"; readonly day: Day; readonly range: DayRange };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_TYPED = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const TYPED = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;

/** How many days the month has in that year; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of those three numbers, or null where the calendar has none (31/02) or the year is not of four digits. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < 1000 || year > 9999 || date < 1 || date > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(date)}` as Day;
}

/** Whether the text is a `Day` as stored, not as typed. */
export function isDay(text: string): text is Day {
  const parts = ISO_DAY.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** Brands a stored `YYYY-MM-DD`; throws a RangeError on anything else. For constants and rows, never for typed text. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a calendar day: ${text}`);
  return text;
}

/** Every day the product can hold when the caller knows no narrower range. */
export const WIDEST_RANGE: DayRange = { first: day("1900-01-01"), last: day("2199-12-31") };

/** The days a form accepts: 1900 to two years from today. */
export function typedRange(today: Day): DayRange {
  return { first: WIDEST_RANGE.first, last: addYears(today, 2) };
}

/**
 * Reads a day as typed in Vietnam: `3/2/1995`, `3-2-1995`, `03.02.1995`, `03021995`, or ISO.
 * A two-digit year is never guessed: it comes back with the days it might mean inside the range.
 */
export function parseDay(typed: string, range: DayRange = WIDEST_RANGE): DayParse {
  const text = typed.trim();
  if (text === "") return { kind: "empty" };

  const parts = readParts(text);
  if (parts === null) return { kind: "unreadable" };
  if (parts.year.length === 2) return askForCentury(parts, range);

  const found = dayOf(Number(parts.year), parts.month, parts.date);
  if (found === null) return { kind: "noSuchDay" };
  return found < range.first || found > range.last
    ? { kind: "outOfRange", day: found, range }
    : { kind: "day", day: found };
}

/** The day as a person in Vietnam types and reads it, `03/02/1995`; `parseDay` reads it back. */
export function typedForm(of: Day): string {
  return of.split("-").toReversed().join("/");
}

/** The year, month and date as numbers. */
export function partsOf(of: Day): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), date: Number(of.slice(8, 10)) };
}

/** The calendar year of the day. */
export function yearOf(of: Day): number {
  return partsOf(of).year;
}

/** The day that many days later (earlier, when negative). */
export function addDays(from: Day, days: number): Day {
  return fromDbDate(new Date(toDbDate(from).getTime() + days * 86_400_000));
}

/** How many days later `to` is; negative when it comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (toDbDate(to).getTime() - toDbDate(from).getTime()) / 86_400_000;
}

/** The same date that many months later; a date the month lacks becomes the last day of that month. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, date } = partsOf(from);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return day(`${target.year}-${pad(target.month)}-${pad(Math.min(date, daysInMonth(target.year, target.month)))}`);
}

/** The same date that many years later; 29 February becomes 28 February in common years, everywhere in the product. */
export function addYears(from: Day, years: number): Day {
  return addMonths(from, years * 12);
}

/** The largest n with `addMonths(from, n)` on or before `to`; negative when `to` comes first. */
export function fullMonthsBetween(from: Day, to: Day): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  const reached = Math.min(start.date, daysInMonth(end.year, end.month)) <= end.date;
  return reached ? months : months - 1;
}

/** Whole years: age, party age, years in office. The largest n with `addYears(from, n)` on or before `to`. */
export function fullYearsBetween(from: Day, to: Day): number {
  return Math.floor(fullMonthsBetween(from, to) / 12);
}

/** 1 January. */
export function firstDayOfYear(year: number): Day {
  return day(`${year}-01-01`);
}

/** 31 December. */
export function lastDayOfYear(year: number): Day {
  return day(`${year}-12-31`);
}

/** The last day of one of the four quarters of a year. */
export function lastDayOfQuarter(year: number, quarter: number): Day {
  return day(`${year}-${["03-31", "06-30", "09-30"][quarter - 1] ?? "12-31"}`);
}

/** For a DATE column: the JS Date at midnight UTC of that day. */
export function toDbDate(of: Day): Date;
export function toDbDate(of: Day | null): Date | null;
export function toDbDate(of: Day | null): Date | null {
  return of === null ? null : new Date(`${of}T00:00:00.000Z`);
}

/** From a DATE column; throws on a Date that is not midnight UTC, since that one is an instant and has no day of its own. */
export function fromDbDate(date: Date): Day;
export function fromDbDate(date: Date | null): Day | null;
export function fromDbDate(date: Date | null): Day | null {
  if (date === null) return null;
  if (date.getTime() % 86_400_000 !== 0) throw new RangeError("Not a DATE: the value carries a time of day");
  return day(date.toISOString().slice(0, 10));
}

type TypedParts = { readonly year: string; readonly month: number; readonly date: number };

function readParts(text: string): TypedParts | null {
  const iso = ISO_TYPED.exec(text);
  if (iso) return { year: iso[1] ?? "", month: Number(iso[2]), date: Number(iso[3]) };

  const typed = TYPED.exec(text) ?? DIGITS.exec(text);
  return typed ? { year: typed[3] ?? "", month: Number(typed[2]), date: Number(typed[1]) } : null;
}

function askForCentury(parts: TypedParts, range: DayRange): DayParse {
  const meant = [1900, 2000].map((century) => dayOf(century + Number(parts.year), parts.month, parts.date));
  const real = meant.filter((candidate) => candidate !== null);
  if (real.length === 0) return { kind: "noSuchDay" };
  return { kind: "twoDigitYear", candidates: real.filter((found) => found >= range.first && found <= range.last) };
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}
