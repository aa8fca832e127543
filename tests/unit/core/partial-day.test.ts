import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  firstPossibleDay,
  isPartialDay,
  isSurelyAfter,
  isSurelyBefore,
  lastPossibleDay,
  parsePartialDay,
  partialDay,
  precisionOf,
} from "@/lib/core/day/partial-day";

describe("a partial day as typed", () => {
  test.each([
    ["1968", "1968"],
    ["5/1998", "1998-05"],
    ["05/1998", "1998-05"],
    ["5-1998", "1998-05"],
    ["1998-05", "1998-05"],
    ["3/2/1995", "1995-02-03"],
    ["03021995", "1995-02-03"],
    [" 1968 ", "1968"],
  ])("%s is stored as %s", (typed, stored) =>
    expect(parsePartialDay(typed)).toEqual({ kind: "partialDay", partialDay: stored }),
  );

  test.each([
    ["13/1998", "noSuchDay"],
    ["0/1998", "noSuchDay"],
    ["1998-13", "noSuchDay"],
    ["0000", "noSuchDay"],
    ["31/02/1970", "noSuchDay"],
    ["3/2/95", "twoDigitYear"],
    ["1899", "outOfRange"],
    ["12/1899", "outOfRange"],
    ["2200", "outOfRange"],
    ["", "empty"],
    ["68", "unreadable"],
    ["khoảng 1968", "unreadable"],
  ])("%s is %s", (typed, kind) => expect(parsePartialDay(typed).kind).toBe(kind));

  test("a year that the range only touches is accepted", () => {
    const range = { first: day("1900-06-01"), last: day("2026-11-24") };
    expect(parsePartialDay("1900", range).kind).toBe("partialDay");
    expect(parsePartialDay("2026", range).kind).toBe("partialDay");
    expect(parsePartialDay("5/1900", range).kind).toBe("outOfRange");
    expect(parsePartialDay("12/2026", range).kind).toBe("outOfRange");
  });
});

describe("what a partial day can mean", () => {
  test.each([
    ["1968", "YEAR", "1968-01-01", "1968-12-31"],
    ["1998-02", "MONTH", "1998-02-01", "1998-02-28"],
    ["2000-02", "MONTH", "2000-02-01", "2000-02-29"],
    ["1995-02-03", "DAY", "1995-02-03", "1995-02-03"],
  ])("%s is exact to the %s: %s to %s", (text, precision, first, last) => {
    const of = partialDay(text);
    expect(precisionOf(of)).toBe(precision);
    expect(firstPossibleDay(of)).toBe(first);
    expect(lastPossibleDay(of)).toBe(last);
  });

  test("it is before or after a day only if every reading is", () => {
    const of = partialDay("1998-05");
    expect(isSurelyBefore(of, day("1998-06-01"))).toBe(true);
    expect(isSurelyBefore(of, day("1998-05-31"))).toBe(false);
    expect(isSurelyAfter(of, day("1998-04-30"))).toBe(true);
    expect(isSurelyAfter(of, day("1998-05-01"))).toBe(false);
  });

  test("its first day never comes after its last", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const of = partialDay(`${year}-${String(month).padStart(2, "0")}`);
        expect(firstPossibleDay(of) < lastPossibleDay(of)).toBe(true);
      }),
    );
  });

  test("other texts are no partial days", () => {
    for (const text of ["68", "1998-5", "1998-13", "1998-02-30", "", "1998-"]) expect(isPartialDay(text)).toBe(false);
    expect(() => partialDay("1998-13")).toThrow(RangeError);
  });
});
