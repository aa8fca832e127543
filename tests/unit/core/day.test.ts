import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  day,
  dayOf,
  daysBetween,
  fromDbDate,
  fullMonthsBetween,
  fullYearsBetween,
  isDay,
  lastDayOfYear,
  parseDay,
  toDbDate,
  typedForm,
  typedRange,
} from "@/lib/core/day";

const anyDay = fc
  .integer({ min: Date.UTC(1925, 0, 1) / 86_400_000, max: Date.UTC(2060, 11, 31) / 86_400_000 })
  .map((count) => day(new Date(count * 86_400_000).toISOString().slice(0, 10)));

describe("a day as typed", () => {
  const range = typedRange(day("2026-11-24"));

  test.each([
    "3/2/1995",
    "03/02/1995",
    "03021995",
    "3-2-1995",
    "03.02.1995",
    "3.2.1995",
    "1995-02-03",
    " 3/2/1995 ",
    "1995/2/3",
  ])("%s is 3 February 1995", (typed) => {
    expect(parseDay(typed, range)).toEqual({ kind: "day", day: "1995-02-03" });
  });

  test.each(["31/02/1970", "29/2/1995", "31/4/2000", "0/1/2000", "1/0/2000", "1/13/2000", "31021970", "1970-02-31"])(
    "%s is readable and is no day of the calendar",
    (typed) => expect(parseDay(typed, range)).toEqual({ kind: "noSuchDay" }),
  );

  test.each(["", "   "])("nothing typed is empty", (typed) =>
    expect(parseDay(typed, range)).toEqual({ kind: "empty" }),
  );

  test.each(["hôm qua", "3/2", "1995", "5/1998", "3/2/199", "3/2/19955", "3 2 1995", "3/2/1995 08:00", "٣/٢/١٩٩٥"])(
    "%s is not read",
    (typed) => expect(parseDay(typed, range)).toEqual({ kind: "unreadable" }),
  );

  test.each(["3-2-95", "3/2/95", "030295"])("the two-digit year of %s is asked for", (typed) =>
    expect(parseDay(typed, range)).toEqual({ kind: "twoDigitYear", candidates: ["1995-02-03"] }),
  );

  test("a two-digit year offers both centuries where both are in range", () => {
    expect(parseDay("3/2/05", range)).toEqual({ kind: "twoDigitYear", candidates: ["1905-02-03", "2005-02-03"] });
  });

  test("29 February of a two-digit year offers only the leap year", () => {
    expect(parseDay("29/2/00", range)).toEqual({ kind: "twoDigitYear", candidates: ["2000-02-29"] });
    expect(parseDay("30/2/00", range)).toEqual({ kind: "noSuchDay" });
  });

  test.each([
    ["31/12/1899", "outOfRange"],
    ["01/01/1900", "day"],
    ["24/11/2028", "day"],
    ["25/11/2028", "outOfRange"],
  ])("%s against 1900 to today and two years: %s", (typed, kind) => expect(parseDay(typed, range).kind).toBe(kind));

  test("ten thousand hostile characters are refused in a blink", () => {
    const started = performance.now();
    for (const hostile of ["1/".repeat(5000), "1".repeat(10_000), `${" ".repeat(10_000)}x`]) {
      expect(parseDay(hostile).kind).toBe("unreadable");
    }
    expect(performance.now() - started).toBeLessThan(50);
  });

  test("every day is read back from its typed form", () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const typed = typedForm(one);
        expect(parseDay(typed)).toEqual({ kind: "day", day: one });
        expect(parseDay(typed.replaceAll("/", ""))).toEqual({ kind: "day", day: one });
      }),
    );
  });
});

describe("counting months and years", () => {
  test.each([
    ["2004-02-29", 1, "2005-02-28"],
    ["2004-02-29", 18, "2022-02-28"],
    ["2004-02-29", 4, "2008-02-29"],
    ["1992-02-29", 30, "2022-02-28"],
    ["2004-02-28", 4, "2008-02-28"],
  ])("%s and %i years is %s", (from, years, to) => expect(addYears(day(from), years)).toBe(to));

  test.each([
    ["2022-01-31", 1, "2022-02-28"],
    ["2022-08-31", 6, "2023-02-28"],
    ["2022-11-30", 3, "2023-02-28"],
    ["2022-03-31", -1, "2022-02-28"],
    ["2022-01-15", -1, "2021-12-15"],
    ["2022-12-15", 1, "2023-01-15"],
  ])("%s and %i months is %s", (from, months, to) => expect(addMonths(day(from), months)).toBe(to));

  test.each([
    ["1990-02-03", "2008-02-02", 17],
    ["1990-02-03", "2008-02-03", 18],
    ["2004-02-29", "2022-02-27", 17],
    ["2004-02-29", "2022-02-28", 18],
    ["2004-02-29", "2023-03-01", 19],
  ])("from %s to %s are %i whole years", (from, to, years) => expect(fullYearsBetween(day(from), day(to))).toBe(years));

  test("whole months are the largest count that does not pass the later day", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const months = fullMonthsBetween(from, to);
        expect(addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });

  test("days are added and taken back", () => {
    expect(addDays(day("2022-12-31"), 1)).toBe("2023-01-01");
    expect(addDays(day("2024-03-01"), -1)).toBe("2024-02-29");
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (from, count) => {
        expect(addDays(addDays(from, count), -count)).toBe(from);
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  test("the year ends on 31 December", () => expect(lastDayOfYear(2022)).toBe("2022-12-31"));
});

describe("a day in the database", () => {
  test("is midnight UTC and comes back the same for every day from 1925 on", () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        expect(toDbDate(one).getUTCHours()).toBe(0);
        expect(fromDbDate(toDbDate(one))).toBe(one);
      }),
    );
  });

  test("is null where there is none", () => {
    expect(toDbDate(null as Day | null)).toBeNull();
    expect(fromDbDate(null as Date | null)).toBeNull();
  });

  test("is never taken from an instant", () => {
    expect(() => fromDbDate(new Date("1960-01-01T00:00:00+07:00"))).toThrow(RangeError);
  });
});

test("only real stored days are days", () => {
  expect(isDay("1995-02-03")).toBe(true);
  for (const text of ["1995-2-3", "1995-02-30", "0000-01-01", "1995-02-03T00:00", "03/02/1995", ""]) {
    expect(isDay(text)).toBe(false);
  }
  expect(() => day("1995-02-30")).toThrow(RangeError);
  expect(dayOf(1995, 2, 29)).toBeNull();
});
