import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, day } from "@/lib/core/day";
import {
  closingObstacle,
  differencesOf,
  isQuarterOrYear,
  keptUntil,
  type RollStay,
  riseAndFall,
} from "@/lib/features/reports/rules";
import { type RollColumn, rollColumns, rollInput } from "@/lib/features/reports/schema";

const stay = (over: Partial<RollStay>): RollStay => ({
  id: "s",
  memberId: "a",
  fullName: "Lò Văn A",
  branchId: "b",
  startsOn: day("2015-01-01"),
  endsOn: null,
  began: "ARRIVED",
  endReason: null,
  ...over,
});
const year = { from: day("2022-01-01"), to: day("2022-12-31") };
const counts = (stays: readonly RollStay[], period = year) => {
  const line = riseAndFall(stays, period);
  return Object.fromEntries(
    rollColumns.flatMap((column) => (line[column].length ? [[column, line[column].length]] : [])),
  );
};

describe("rises and falls", () => {
  it.each<[string, Partial<RollStay>, Record<string, number>]>([
    ["stays all the time", {}, { opening: 1, closing: 1 }],
    ["is admitted on the first day", { startsOn: day("2022-01-01"), began: "ADMITTED" }, { admitted: 1, closing: 1 }],
    ["was there on the eve", { startsOn: day("2021-12-31") }, { opening: 1, closing: 1 }],
    [
      "comes from another branch",
      { startsOn: day("2022-12-31"), began: "TRANSFERRED" },
      { transferredIn: 1, closing: 1 },
    ],
    ["comes after the last day", { startsOn: day("2023-01-01") }, {}],
    ["dies on the last day", { endsOn: day("2023-01-01"), endReason: "DECEASED" }, { opening: 1, closing: 1 }],
    ["dies a day before", { endsOn: day("2022-12-31"), endReason: "DECEASED" }, { opening: 1, deceased: 1 }],
    ["died on the eve", { endsOn: day("2022-01-01"), endReason: "DECEASED" }, { opening: 1, deceased: 1 }],
    ["left long ago", { endsOn: day("2021-12-31"), endReason: "MOVED_AWAY" }, {}],
    [
      "comes and is expelled",
      { startsOn: day("2022-02-01"), endsOn: day("2022-03-01"), endReason: "EXPELLED" },
      { arrived: 1, expelled: 1 },
    ],
    ["leaves without a word", { endsOn: day("2022-03-01") }, { opening: 1, movedAway: 1 }],
  ])("count who %s", (_what, over, expected) => {
    expect(counts([stay(over)])).toEqual(expected);
  });

  const anyDay = fc.integer({ min: 0, max: 1500 }).map((days): Day => addDays(day("2020-01-01"), days));
  const reasons = ["TRANSFERRED", "MOVED_AWAY", "DECEASED", "RESIGNED", "REMOVED", "EXPELLED", null] as const;
  const anyStay = fc
    .record({
      startsOn: anyDay,
      days: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
      began: fc.constantFrom("ADMITTED" as const, "TRANSFERRED" as const, "ARRIVED" as const),
      endReason: fc.constantFrom(...reasons),
    })
    .map(({ days, ...one }) => stay({ ...one, endsOn: days === null ? null : addDays(one.startsOn, days) }));
  const sum = (line: Readonly<Record<RollColumn, readonly RollStay[]>>, columns: readonly RollColumn[]) =>
    columns.reduce((total, column) => total + line[column].length, 0);
  const rises = ["opening", "admitted", "transferredIn", "arrived"] as const;
  const falls = ["transferredOut", "movedAway", "deceased", "removed", "resigned", "expelled"] as const;

  it("always close, and follow on from one period to the next", () => {
    fc.assert(
      fc.property(
        fc.array(anyStay, { maxLength: 30 }),
        anyDay,
        fc.integer({ min: 0, max: 500 }),
        (stays, from, days) => {
          const to = addDays(from, days);
          const line = riseAndFall(stays, { from, to });
          expect(sum(line, rises) - sum(line, falls)).toBe(line.closing.length);
          const next = riseAndFall(stays, { from: addDays(to, 1), to: addDays(to, 90) });
          expect(next.opening).toEqual(line.closing);
        },
      ),
    );
  });
});

describe("a closed table", () => {
  it("tells by how much each number differs after the corrections", () => {
    const step = (column: RollColumn, change: number) => ({ branchId: "b", column, change });
    const died = [step("deceased", 1), step("closing", -1)];
    expect(differencesOf(died)).toEqual({ deceased: 1, closing: -1 });
    expect(differencesOf([...died, step("deceased", -1), step("closing", 1)])).toEqual({ deceased: 0, closing: 0 });
    expect(differencesOf([])).toEqual({});
  });

  it.each([
    ["2022-01-01", "2022-12-31", true],
    ["2024-01-01", "2024-03-31", true],
    ["2022-10-01", "2022-12-31", true],
    ["2022-01-01", "2022-06-30", false],
    ["2022-02-01", "2022-04-30", false],
    ["2022-01-01", "2023-12-31", false],
  ])("is of a quarter or a year: %s to %s", (from, to, isOne) => {
    expect(isQuarterOrYear(day(from), day(to))).toBe(isOne);
  });

  it("waits until its period is over", () => {
    expect(closingObstacle(year, day("2022-12-31"))?.reason).toBe("reports.errors.notOver");
    expect(closingObstacle(year, day("2023-01-01"))).toBeNull();
    expect(closingObstacle({ ...year, to: day("2022-12-30") }, day("2023-01-01"))?.reason).toBe(
      "reports.errors.noPeriod",
    );
  });
});

describe("what has been kept long enough", () => {
  it("has its months behind it, to the day", () => {
    expect(keptUntil(day("2026-11-26"), 120)).toBe("2016-11-26");
    expect(keptUntil(day("2026-03-31"), 1)).toBe("2026-02-28");
  });

  it("never comes before its months are over", () => {
    const days = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays(day("1960-01-01"), count));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 60 }), (today, months, before) => {
        const endedOn = addDays(keptUntil(today, months), -before);
        expect(addMonths(endedOn, months) <= today).toBe(true);
      }),
    );
  });
});

describe("the period of the address", () => {
  const today = day("2026-11-26");
  it.each([
    [{}, "2026-01-01", "2026-12-31"],
    [{ from: "2022-01-01" }, "2022-01-01", "2022-12-31"],
    [{ from: "01/04/2022", to: "30/06/2022" }, "2022-04-01", "2022-06-30"],
    [{ from: "2022-06-30", to: "2022-04-01" }, "2022-04-01", "2022-06-30"],
    [{ from: "31/02/2022", to: "rác" }, "2026-01-01", "2026-12-31"],
  ])("of %j is whole and in order", (query, from, to) => {
    expect(rollInput(query, today)).toMatchObject({ from, to, column: null, branch: null });
  });

  it("opens a cell that there is", () => {
    const branch = "3f0c0e0a-7d52-4a4a-9a52-3d9f4f5b0e11";
    expect(rollInput({ column: "deceased", branch }, today)).toMatchObject({ column: "deceased", branch });
    expect(rollInput({ column: "x", branch: "1" }, today)).toMatchObject({ column: null, branch: null });
  });
});
