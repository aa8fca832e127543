import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  endAfter,
  type Interval,
  inForceOn,
  isInForceOn,
  isOrdered,
  lastDayOf,
  overlaps,
} from "@/lib/core/day/interval";

const year2022: Interval = { startsOn: day("2022-01-01"), endsOn: day("2023-01-01") };

test.each([
  ["2021-12-31", false],
  ["2022-01-01", true],
  ["2022-12-31", true],
  ["2023-01-01", false],
])("a year is in force on %s: %s", (on, expected) => expect(isInForceOn(year2022, day(on))).toBe(expected));

test("an open interval stays in force", () => {
  expect(isInForceOn({ startsOn: day("2022-01-01"), endsOn: null }, day("2199-12-31"))).toBe(true);
});

test("an interval that ends on its first day is never in force, is not ordered and overlaps nothing", () => {
  const none = { startsOn: day("2022-05-01"), endsOn: day("2022-05-01") };
  expect(isInForceOn(none, day("2022-05-01"))).toBe(false);
  expect(isOrdered(none)).toBe(false);
  expect(overlaps(none, year2022)).toBe(false);
});

test("one that begins on the day the other ends does not overlap it", () => {
  expect(overlaps(year2022, { startsOn: day("2023-01-01"), endsOn: null })).toBe(false);
  expect(overlaps(year2022, { startsOn: day("2022-12-31"), endsOn: null })).toBe(true);
});

test("the screen shows the last day in force", () => {
  expect(lastDayOf(year2022)).toBe("2022-12-31");
  expect(lastDayOf({ startsOn: day("2022-01-01"), endsOn: null })).toBeNull();
  expect(endAfter(day("2022-12-31"))).toBe("2023-01-01");
  expect(endAfter(null)).toBeNull();
});

const dayNear = fc.integer({ min: 0, max: 40 }).map((count) => addDays(day("2022-01-15"), count));
const interval = fc.tuple(dayNear, fc.option(dayNear)).map(([startsOn, endsOn]) => ({ startsOn, endsOn }));

test("two overlap exactly when some day is in both", () => {
  const days = Array.from({ length: 80 }, (_, count) => addDays(day("2022-01-01"), count));
  fc.assert(
    fc.property(interval, interval, (one, other) => {
      const shared = days.some((on) => inForceOn([one, other], on).length === 2);
      expect(overlaps(one, other)).toBe(shared);
      expect(overlaps(other, one)).toBe(shared);
    }),
  );
});
