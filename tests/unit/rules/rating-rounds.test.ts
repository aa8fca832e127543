import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { NotRatedReason, type RatingLevel, type RatingState } from "@/lib/core/db/generated/enums";
import { excellentCap } from "@/lib/features/ratings/rules";
import {
  type CountedRating,
  capChangeObstacle,
  countsOnceConfirmed,
  countsOnceRecorded,
} from "@/lib/features/ratings/rules/round-counts";
import {
  type FilteredLine,
  leftOut,
  leftOutCounts,
  linesWithin,
  roundTally,
} from "@/lib/features/ratings/rules/round-lines";
import {
  lateProposalObstacle,
  reasonNoteObstacle,
  roundObstacle,
  voteDayObstacle,
} from "@/lib/features/ratings/rules/steps";
import { shortOfTarget, typedTarget } from "@/lib/features/ratings/rules/targets";
import { roundFilter } from "@/lib/features/ratings/schema";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";

const rule = catalogueEntryOn("RATING", day("2022-12-31"))?.parameters.memberCap;
if (!rule) throw new Error("no rules of 2022");

type OneRating = CountedRating & { readonly id: string };

function rating(
  id: string,
  state: RatingState,
  level: RatingLevel | null,
  changes: Partial<OneRating> = {},
): OneRating {
  const proposedLevel = level;
  return {
    id,
    branchId: null,
    state,
    level: state === "PROPOSED" ? null : level,
    proposedLevel,
    supersedesId: null,
    count: 1,
    ...changes,
  };
}
const many = (count: number, state: RatingState, level: RatingLevel) =>
  Array.from({ length: count }, (_, index) => rating(`${state}-${level}-${index}`, state, level));

describe("counting a round for the cap", () => {
  const proposed = [...many(34, "PROPOSED", "EXCELLENT"), ...many(167, "PROPOSED", "GOOD")];
  const decisions = (count: number) =>
    new Map(proposed.slice(0, count).map((one) => [one.id, one.proposedLevel] as const));

  it("lets 33 be recorded where 167 are proposed good, and not a 34th", () => {
    const before = countsOnceRecorded(proposed, new Map());
    expect(before).toMatchObject({ EXCELLENT: 0, GOOD: 167 });
    expect(capChangeObstacle(before, countsOnceRecorded(proposed, decisions(33)), rule, null)).toBeNull();
    expect(capChangeObstacle(before, countsOnceRecorded(proposed, decisions(34)), rule, null)).toMatchObject({
      reason: "ratings.errors.capExceeded",
      params: { excellent: 34, allowed: 33 },
    });
  });

  it("counts good ones as recorded, not as proposed, once decisions are confirmed", () => {
    const all = [...many(1, "RECORDED", "EXCELLENT"), ...many(4, "RECORDED", "GOOD"), ...many(1, "PROPOSED", "GOOD")];
    const before = countsOnceConfirmed(all, new Set());
    const after = countsOnceConfirmed(all, new Set(["RECORDED-EXCELLENT-0"]));
    expect(after).toMatchObject({ EXCELLENT: 1, GOOD: 4 });
    expect(capChangeObstacle(before, after, rule, null)).toMatchObject({ params: { allowed: 0 } });
  });

  it("counts a decision until its correction is confirmed, and the correction from then on", () => {
    const all = [rating("old", "DECIDED", "GOOD"), rating("new", "RECORDED", "COMPLETED", { supersedesId: "old" })];
    expect(countsOnceConfirmed(all, new Set())).toMatchObject({ GOOD: 1, COMPLETED: 0 });
    expect(countsOnceConfirmed(all, new Set(["new"]))).toMatchObject({ GOOD: 0, COMPLETED: 1 });
    expect(countsOnceRecorded(all, new Map())).toMatchObject({ GOOD: 1, COMPLETED: 0 });
  });

  it("stands in nobody's way who adds no excellent and lowers nothing, also where the cap is exceeded already", () => {
    const over = { EXCELLENT: 5, GOOD: 5, COMPLETED: 0, FAILED: 0 };
    expect(capChangeObstacle(over, { ...over, COMPLETED: 1 }, rule, null)).toBeNull();
    expect(capChangeObstacle(over, { ...over, GOOD: 4 }, rule, null)).toMatchObject({
      reason: "ratings.errors.capExceeded",
    });
  });

  it("comes to the same whether those that are not touched stand one by one or together", () => {
    const one = fc.record({
      state: fc.constantFrom("PROPOSED", "RECORDED", "DECIDED"),
      level: fc.constantFrom("EXCELLENT", "GOOD", "COMPLETED", "FAILED"),
      isTouched: fc.boolean(),
    } as const);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (of) => {
        const each = of.map(({ state, level }, at) => rating(`r${at}`, state, level));
        const touched = new Set(each.filter((_, at) => of[at]?.isTouched).map(({ id }) => id));
        const together = Map.groupBy(
          each.filter(({ id }) => !touched.has(id)),
          ({ state, level, proposedLevel }) => `${state} ${level} ${proposedLevel}`,
        );
        const grouped = [
          ...each.filter(({ id }) => touched.has(id)),
          ...[...together.values()].flatMap((alike) =>
            alike.slice(0, 1).map((first) => ({ ...first, id: null, count: alike.length })),
          ),
        ];
        const decisions = new Map([...touched].map((id) => [id, "EXCELLENT"] as const));
        expect(countsOnceConfirmed(grouped, touched)).toEqual(countsOnceConfirmed(each, touched));
        expect(countsOnceRecorded(grouped, decisions)).toEqual(countsOnceRecorded(each, decisions));
      }),
    );
  });

  it("never lets confirmations, in any order, end above the cap", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(60), fc.infiniteStream(fc.nat()), (excellent, good, picks) => {
        let all = [...many(excellent, "RECORDED", "EXCELLENT"), ...many(good, "RECORDED", "GOOD")];
        for (let turn = 0; turn < all.length; turn += 1) {
          const one = all[(picks.next().value ?? 0) % all.length];
          if (!one || one.state === "DECIDED") continue;
          const after = countsOnceConfirmed(all, new Set([one.id]));
          if (capChangeObstacle(countsOnceConfirmed(all, new Set()), after, rule, null)) continue;
          all = all.map((other) => (other.id === one.id ? { ...other, state: "DECIDED" as const } : other));
        }
        const cap = excellentCap(countsOnceConfirmed(all, new Set()), rule);
        expect(cap.excellent).toBeLessThanOrEqual(cap.allowed);
      }),
    );
  });
});

describe("the lists of a round", () => {
  const line = (changes: Partial<FilteredLine>): FilteredLine => ({
    branchId: "b",
    searchText: " ha thi am",
    step: "DECIDED",
    proposedLevel: "GOOD",
    level: "GOOD",
    notRatedReason: null,
    waits: false,
    ...changes,
  });
  const lines = [
    line({ level: "EXCELLENT", proposedLevel: "EXCELLENT" }),
    line({}),
    line({ level: "COMPLETED" }),
    line({ level: null, proposedLevel: null, notRatedReason: "EXEMPT" }),
    line({ step: "RECORDED" }),
    line({ step: "PROPOSED", level: null, branchId: "c" }),
    line({ step: "NONE", level: null, proposedLevel: null }),
    line({ waits: true }),
  ];
  const count = (values: Record<string, string>) => linesWithin(lines, roundFilter.parse(values)).length;

  it("hold exactly what their numbers say", () => {
    const tally = roundTally(lines);
    expect(tally).toMatchObject({
      total: 8,
      rated: 4,
      goodOrBetter: 3,
      notRated: 1,
      none: 1,
      proposed: 1,
      recorded: 2,
    });
    expect(count({ level: "GOOD_OR_BETTER" })).toBe(tally.goodOrBetter);
    expect(count({ level: "NOT_RATED" })).toBe(tally.notRated);
    for (const state of ["rated", "notRated", "none", "proposed", "recorded"] as const) {
      expect(count({ state })).toBe(tally[state]);
    }
    expect(count({ state: "different" })).toBe(1);
    expect(count({ q: "hà ẩm" })).toBe(8);
    expect(count({ branch: "nonsense" })).toBe(8);
  });
});

describe("who is left out of a round", () => {
  const line = (changes: Partial<FilteredLine>): FilteredLine => ({
    ...{ branchId: "b", step: "NONE", proposedLevel: null, level: null, notRatedReason: null, waits: false },
    ...changes,
  });
  const lines = [
    line({ ruledOut: "ADMITTED_LATE" }),
    line({ ruledOut: "EXEMPT", step: "DECIDED", notRatedReason: "EXEMPT" }),
    line({ step: "PROPOSED", notRatedReason: "ARRIVED_LATE" }),
    line({ ruledOut: "SUSPENDED", step: "DECIDED", level: "GOOD" }),
    line({}),
  ];

  it("is who was entered so, and whom the rules leave out while nothing is entered; each number opens its list", () => {
    expect(lines.map(leftOut)).toEqual(["ADMITTED_LATE", "EXEMPT", "ARRIVED_LATE", null, null]);
    const counts = leftOutCounts(lines);
    expect(counts).toEqual({ ADMITTED_LATE: 1, EXEMPT: 1, ARRIVED_LATE: 1 });
    for (const reason of Object.values(NotRatedReason))
      expect(linesWithin(lines, roundFilter.parse({ reason }))).toHaveLength(counts[reason] ?? 0);
    expect(linesWithin(lines, roundFilter.parse({ reason: "nonsense" }))).toHaveLength(5);
  });
});

describe("the steps of a rating", () => {
  it("name their obstacles", () => {
    expect(roundObstacle("2022", day("2022-12-31"))).toBeNull();
    expect(roundObstacle("2022", day("2023-01-01"))).toMatchObject({ reason: "ratings.errors.otherPeriod" });
    expect(roundObstacle("2026-q2", day("2026-06-30"))).toBeNull();
    expect(roundObstacle("2026-q2", day("2026-07-01"))).toMatchObject({ params: { year: "2026", quarter: 2 } });
    expect(lateProposalObstacle("PROPOSED")).toBeNull();
    expect(lateProposalObstacle("RECORDED")).toMatchObject({ reason: "ratings.errors.alreadyRecorded" });
    expect(voteDayObstacle(day("2022-12-05"), day("2022-12-05"))).toBeNull();
    expect(voteDayObstacle(day("2022-12-06"), day("2022-12-05"))).toMatchObject({ field: "votedOn" });
    expect(reasonNoteObstacle("EXEMPT", null)).toBeNull();
    expect(reasonNoteObstacle("OTHER", null)).toMatchObject({ field: "note" });
    expect(reasonNoteObstacle("ARRIVED_LATE", "đến ngày 01/12")).toBeNull();
  });
});

describe("a target", () => {
  it("is typed as a percentage, or as a count of inspections", () => {
    expect(typedTarget("MEMBERS_GOOD_OR_BETTER", 905)).toBe("90,5");
    expect(typedTarget("BRANCHES_GOOD_OR_BETTER", 1000)).toBe("100");
    expect(typedTarget("INSPECTIONS", 5)).toBe("5");
  });

  it.each([
    [200, 221, 905, 1],
    [201, 221, 905, 0],
    [12, 12, 1000, 0],
    [11, 12, 1000, 1],
    [0, 0, 1000, 0],
  ])("with %i of %i good or better and %i tenths asked for, is short of %i", (goodOrBetter, rated, tenths, short) => {
    expect(shortOfTarget({ goodOrBetter, rated }, tenths)).toBe(short);
  });
});
