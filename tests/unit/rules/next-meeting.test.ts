import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, day } from "@/lib/core/day";
import {
  type Announcing,
  announcedNext,
  monthOfNext,
  nextObstacle,
  nextOf,
  usualNext,
} from "@/lib/features/meetings/rules/next-meeting";

const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays(day("1950-01-01"), count));
const monthOf = (on: Day) => day(`${on.slice(0, 8)}01`);
const last = (monthOn: string, heldOn: string) => ({
  ...{ monthOn: day(monthOn), heldOn: day(heldOn), startTime: null, place: "Trường học" },
});
const fifth = {
  ...{ startsOn: day("2020-01-01"), endsOn: null },
  ...{ monthDay: 5, startTime: "14:00", place: "Nhà văn hóa", season: null },
};
const always = { startsOn: day("1900-01-01"), endsOn: null, name: "Chi bộ Bản Một" };

describe("the next meeting that a form starts from", () => {
  it("is on the fixed day of the month after the last monthly meeting, at its time and place", () => {
    expect(usualNext(day("2022-03-04"), last("2022-03-01", "2022-03-04"), [fifth])).toEqual({
      ...{ heldOn: "2022-04-05", startTime: "14:00", place: "Nhà văn hóa" },
    });
  });

  it.each([
    ["2022-03-04", "2022-03-01", "2022-04-04"],
    ["2022-01-31", "2022-01-01", "2022-02-28"],
    ["2022-04-02", "2022-03-01", "2022-05-02"],
  ])("is, where no day is fixed, as the last one was: after %s for %s on %s", (heldOn, monthOn, next) => {
    const expected = { heldOn: next, startTime: null, place: "Trường học" };
    expect(usualNext(day(heldOn), last(monthOn, heldOn), [])).toEqual(expected);
  });

  it("is in the running month where a meeting on a topic comes before the monthly one, and after it in the next", () => {
    const before = last("2022-03-01", "2022-03-05");
    expect(usualNext(day("2022-04-02"), before, [fifth])?.heldOn).toBe("2022-04-05");
    expect(usualNext(day("2022-04-05"), before, [fifth])?.heldOn).toBe("2022-05-05");
    expect(usualNext(day("2022-04-02"), null, [])).toBeNull();
  });

  it("is always after the meeting, whatever its day and the month it counts for", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3, max: 3 }), fc.boolean(), (heldOn, months, isFixed) => {
        const before = { ...last("2022-03-01", "2022-03-05"), heldOn, monthOn: addMonths(monthOf(heldOn), months) };
        const next = usualNext(heldOn, before, isFixed ? [{ ...fifth, startsOn: day("1900-01-01") }] : []);
        expect(next !== null && next.heldOn > heldOn).toBe(true);
      }),
    );
  });
});

describe("the next meeting as it was typed", () => {
  const typed = (nextOn: string | null, nextTime: string | null = null) =>
    nextObstacle(
      { nextOn: nextOn === null ? null : day(nextOn), nextTime, nextPlace: null },
      { heldOn: day("2022-03-05"), branch: { ...always, endsOn: day("2022-06-01") } },
    )?.reason ?? null;

  it("may be left open, and follows otherwise while the branch is there", () => {
    expect(typed(null)).toBeNull();
    expect(typed("2022-04-05")).toBeNull();
    expect(typed("2022-03-06", "19:30")).toBeNull();
    expect(typed("2022-03-05")).toBe("meetings.errors.nextNotAfter");
    expect(typed("2022-06-01")).toBe("meetings.errors.branchNotInForce");
    expect(typed(null, "19:30")).toBe("meetings.errors.nextWithoutDay");
  });

  it("is told with what is known of it", () => {
    expect(nextOf({ nextOn: null, nextTime: null, nextPlace: null })).toBeNull();
    const next = nextOf({ nextOn: day("2022-04-05"), nextTime: "19:30", nextPlace: null });
    expect(next).toEqual({ heldOn: "2022-04-05", startTime: "19:30", place: null });
  });
});

describe("the next meeting that minutes announce", () => {
  const minutes = (kind: string, heldOn: string, nextOn: string | null): Announcing => ({
    ...{ kind, monthOn: monthOf(day(heldOn)), heldOn: day(heldOn), nextOn: nextOn === null ? null : day(nextOn) },
  });

  it("counts for the month after a monthly one, and else for the month of its day", () => {
    const nextOn = day("2022-05-02");
    expect(monthOfNext({ kind: "MONTHLY", monthOn: day("2022-03-01"), nextOn })).toBe("2022-04-01");
    expect(monthOfNext({ kind: "TOPICAL", monthOn: day("2022-03-01"), nextOn })).toBe("2022-05-01");
  });

  it("is that of the latest minutes that tell one, in whatever order they come, until it is opened", () => {
    const told = [
      minutes("MONTHLY", "2022-02-05", "2022-03-05"),
      minutes("MONTHLY", "2022-03-05", "2022-04-05"),
      minutes("TOPICAL", "2022-03-20", null),
    ];
    const expected = { heldOn: "2022-04-05", monthOn: "2022-04-01" };
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: 3 }), (some) => {
        expect(announcedNext(some)).toEqual(expected);
      }),
    );
    expect(announcedNext([...told, minutes("MONTHLY", "2022-04-06", null)])).toBeNull();
    expect(announcedNext([])).toBeNull();
  });
});
