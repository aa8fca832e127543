import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, day, daysBetween, daysInMonth, yearOf } from "@/lib/core/day";
import {
  fixedDayIn,
  isInSeason,
  meetingDayEndObstacle,
  meetingDayObstacle,
  seasonOf,
  timeOn,
  type UsualMeeting,
  usualMeetingIn,
} from "@/lib/features/meetings/rules/meeting-day";
import { fixMeetingDayInput, typedDate } from "@/lib/features/meetings/schema/meeting-day";

const months = fc.integer({ min: 0, max: 2000 }).map((count) => addMonths(day("1950-01-01"), count));
const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays(day("1950-01-01"), count));
const dates = days.map((on) => on.slice(5));
const rule = (startsOn: string, endsOn: string | null, changes: Partial<UsualMeeting> = {}) => ({
  ...{ startsOn: day(startsOn), endsOn: endsOn === null ? null : day(endsOn) },
  ...{ monthDay: 5, startTime: "14:00", place: "Nhà văn hóa", season: null, ...changes },
});

describe("the fixed day of a month", () => {
  it("is a day of that month, whatever its length and year", () => {
    const monthDays = fc.option(fc.integer({ min: 1, max: 28 }));
    fc.assert(
      fc.property(months, monthDays, (monthOn, monthDay) => {
        const on = fixedDayIn(monthOn, { monthDay });
        expect(on.slice(0, 7)).toBe(monthOn.slice(0, 7));
        const last = daysInMonth(yearOf(monthOn), Number(monthOn.slice(5, 7)));
        expect(Number(on.slice(8))).toBe(monthDay ?? last);
      }),
    );
  });

  it.each([
    ["2024-02-01", "2024-02-29"],
    ["2023-02-01", "2023-02-28"],
    ["1900-02-01", "1900-02-28"],
    ["2022-04-01", "2022-04-30"],
    ["2022-12-01", "2022-12-31"],
  ])("that is the last one is, in %s, %s", (monthOn, on) => {
    expect(fixedDayIn(day(monthOn), { monthDay: null })).toBe(on);
  });
});

describe("a season", () => {
  it.each([
    ["05-15", "08-31", "2022-05-14", false],
    ["05-15", "08-31", "2022-05-15", true],
    ["05-15", "08-31", "2022-08-31", true],
    ["05-15", "08-31", "2022-09-01", false],
    ["11-15", "02-29", "2022-11-14", false],
    ["11-15", "02-29", "2022-12-31", true],
    ["11-15", "02-29", "2023-01-01", true],
    ["11-15", "02-29", "2023-02-28", true],
    ["11-15", "02-29", "2024-02-29", true],
    ["11-15", "02-29", "2023-03-01", false],
  ])("from %s to %s has %s: %s", (from, to, on, isIn) => {
    expect(isInSeason({ from, to }, day(on))).toBe(isIn);
  });

  it("and the rest of the year share no day, also over the new year", () => {
    const step = (date: string, by: number) => addDays(day(`2000-${date}`), by).slice(5);
    fc.assert(
      fc.property(dates, dates, days, (from, to, on) => {
        fc.pre(step(to, 1) !== from);
        const rest = { from: step(to, 1), to: step(from, -1) };
        expect(isInSeason({ from, to }, on)).toBe(!isInSeason(rest, on));
      }),
    );
  });

  it("has its own time, and every other day the usual one", () => {
    const season = { from: "12-15", to: "01-15", time: "19:30" };
    fc.assert(
      fc.property(days, (on) => {
        const time = timeOn({ startTime: "14:00", season }, on);
        expect(time).toBe(isInSeason(season, on) ? "19:30" : "14:00");
        expect(timeOn({ startTime: "14:00", season: null }, on)).toBe("14:00");
      }),
    );
  });

  it("is kept with all its parts or not at all", () => {
    const parts = { seasonFrom: "05-15", seasonTo: "08-31", seasonTime: "19:30" };
    expect(seasonOf(parts)).toEqual({ from: "05-15", to: "08-31", time: "19:30" });
    expect(seasonOf({ ...parts, seasonTime: null })).toBeNull();
    expect(typedDate("05-15")).toBe("15/05");
  });
});

describe("when a branch usually meets in a month", () => {
  const first = rule("2022-01-01", "2022-06-15");
  const evening = { from: "05-15", to: "08-31", time: "19:30" };
  const second = rule("2022-06-15", null, { monthDay: 20, place: "Trường học", season: evening });

  it("is by the rule of that month, in its season at its other time", () => {
    expect(usualMeetingIn(day("2021-12-01"), [first, second])).toBeNull();
    expect(usualMeetingIn(day("2022-05-01"), [second, first])).toEqual({
      ...{ heldOn: "2022-05-05", startTime: "14:00", place: "Nhà văn hóa" },
    });
    expect(usualMeetingIn(day("2022-07-01"), [first, second])).toEqual({
      ...{ heldOn: "2022-07-20", startTime: "19:30", place: "Trường học" },
    });
    expect(usualMeetingIn(day("2022-09-01"), [first, second])?.startTime).toBe("14:00");
  });

  it("is by the later one where it changed within the month, unless only the earlier one was in force on its day", () => {
    expect(usualMeetingIn(day("2022-06-01"), [first, second])?.heldOn).toBe("2022-06-20");
    const early = rule("2022-06-15", null, { monthDay: 3 });
    expect(usualMeetingIn(day("2022-06-01"), [first, early])?.heldOn).toBe("2022-06-05");
    const late = rule("2022-01-01", "2022-06-15", { monthDay: 25 });
    expect(usualMeetingIn(day("2022-06-01"), [late, early])?.heldOn).toBe("2022-06-03");
  });

  it("is always a day of that month once there is a rule", () => {
    const rules = fc.array(fc.tuple(days, fc.option(fc.integer({ min: 1, max: 28 }))), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rules, months, (found, monthOn) => {
        const starts = found.toSorted(([one], [other]) => daysBetween(other, one));
        const all = starts.map(([startsOn, monthDay], place) => {
          const endsOn: Day | null = starts[place + 1]?.[0] ?? null;
          return { ...rule(startsOn, endsOn), monthDay };
        });
        const plan = usualMeetingIn(monthOn, all);
        const isBegun = all.some(({ startsOn }) => startsOn < addMonths(monthOn, 1));
        expect(plan?.heldOn.slice(0, 7)).toBe(isBegun ? monthOn.slice(0, 7) : undefined);
      }),
    );
  });
});

describe("a rule of when a branch meets", () => {
  const branch = { startsOn: day("2014-01-01"), endsOn: day("2024-01-01") };
  const input = { startsOn: day("2022-06-15"), seasonFrom: null, seasonTo: null, seasonTime: null };
  const obstacle = (changes: Partial<Parameters<typeof meetingDayObstacle>[0]>, since: Day | null = null) =>
    meetingDayObstacle({ ...input, ...changes }, { branch, latest: since && { startsOn: since } });

  it("is of a branch that is there, with a whole season, and after the latest one or on its day", () => {
    expect(obstacle({})).toBeNull();
    expect(obstacle({}, day("2022-06-15"))).toBeNull();
    expect(obstacle({}, day("2022-06-16"))).toMatchObject({
      reason: "meetings.errors.laterMeetingDay",
      params: { since: "16/06/2022" },
    });
    for (const startsOn of [day("2013-12-31"), day("2024-01-01")])
      expect(obstacle({ startsOn })?.reason).toBe("organization.errors.branchNotInForce");
    expect(obstacle({ seasonFrom: "05-15", seasonTo: "08-31" })).toMatchObject({ field: "seasonTime" });
    expect(obstacle({ seasonTime: "19:30" })).toMatchObject({ field: "seasonFrom" });
    expect(obstacle({ seasonFrom: "05-15", seasonTo: "08-31", seasonTime: "19:30" })).toBeNull();
  });

  it.each([
    [{ monthDay: "28" }, { monthDay: 28 }],
    [{ monthDay: "last" }, { monthDay: null }],
    [{ seasonFrom: "15/5", seasonTo: "29-02", seasonTime: "7h tối" }, null],
    [
      { seasonFrom: "15/5", seasonTo: "29-02", seasonTime: "19h30" },
      { seasonFrom: "05-15", seasonTo: "02-29", seasonTime: "19:30" },
    ],
    [{ monthDay: "29" }, null],
    [{ monthDay: "0" }, null],
    [{ monthDay: "" }, null],
    [{ seasonFrom: "31/04" }, null],
    [{ seasonFrom: "tháng 5" }, null],
    [{ startTime: "" }, null],
    [{ place: "" }, null],
  ])("typed as %o is kept as %o", (typed, kept) => {
    const form = { branchId: crypto.randomUUID(), version: "0", startsOn: "15/06/2022", monthDay: "5" };
    const found = fixMeetingDayInput.safeParse({ ...form, startTime: "14:00", place: "Nhà văn hóa", ...typed });
    expect(found.success).toBe(kept !== null);
    expect(found.data ?? {}).toMatchObject(kept ?? {});
  });
});

describe("a fixed meeting day that ends without another", () => {
  const ended = rule("2022-01-01", "2022-06-16", { monthDay: 10 });

  it("is kept in its last month where it comes before the end, and in none after", () => {
    expect(usualMeetingIn(day("2022-06-01"), [ended])?.heldOn).toBe("2022-06-10");
    expect(usualMeetingIn(day("2022-06-01"), [{ ...ended, monthDay: 20 }])).toBeNull();
    expect(usualMeetingIn(day("2022-07-01"), [ended])).toBeNull();
    const next = rule("2022-09-15", null, { monthDay: 10 });
    expect(usualMeetingIn(day("2022-08-01"), [ended, next])).toBeNull();
    expect(usualMeetingIn(day("2022-09-01"), [ended, next])?.heldOn).toBe("2022-09-10");
  });

  it("ends from its first day on, once", () => {
    const reason = (lastDay: string, latest: Parameters<typeof meetingDayEndObstacle>[1]) =>
      meetingDayEndObstacle(day(lastDay), latest)?.reason ?? null;
    const open = { startsOn: day("2022-01-01"), endsOn: null };
    expect(reason("2022-01-01", open)).toBeNull();
    expect(reason("2021-12-31", open)).toBe("meetings.errors.endsBeforeMeetingDay");
    expect(reason("2022-01-01", ended)).toBe("meetings.errors.meetingDayEnded");
    expect(reason("2022-01-01", null)).toBe("meetings.errors.noMeetingDay");
  });
});
