import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  branchNotRatedReason,
  capObstacle,
  excellentCap,
  goodOrBetterShare,
  type LevelCounts,
  levelCounts,
  notRatedReason,
  type RoundRules,
  type Vote,
  voteObstacle,
} from "@/lib/features/ratings/rules";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import { from } from "./from";

const reckoningOn = day("2022-12-31");
const entry = catalogueEntryOn("RATING", reckoningOn);
if (entry === null) throw new Error("No rating rules for 2022");
const round: RoundRules = { reckoningOn, parameters: entry.parameters };
const cap = entry.parameters.memberCap;

describe("who is not rated in 2022", () => {
  test.each([
    ["2022-06-30", null],
    ["2022-07-01", "ADMITTED_LATE"],
    ["2022-12-31", "ADMITTED_LATE"],
    ["1990-01-01", null],
  ])("admitted %s: %s", (admittedOn, expected) => {
    expect(notRatedReason({ admittedOn: day(admittedOn), statuses: [] }, round)).toBe(expected);
  });

  test.each([
    ["EXEMPT", "2022-12-31", null, "EXEMPT"],
    ["EXEMPT", "2022-01-01", "2022-12-31", null],
    ["EXEMPT", "2023-01-01", null, null],
    ["SUSPENDED", "2022-10-01", "2023-01-01", "SUSPENDED"],
    ["SUSPENDED", "2022-10-01", "2022-12-31", null],
    ["INTERRUPTED", "2022-01-01", null, null],
  ] as const)("%s from %s until before %s: %s", (kind, startsOn, endsOn, expected) => {
    const member = { admittedOn: day("1990-01-01"), statuses: [{ kind, ...from(startsOn, endsOn) }] };
    expect(notRatedReason(member, round)).toBe(expected);
  });

  test("suspension is named before exemption and late admission", () => {
    const statuses = (["EXEMPT", "SUSPENDED"] as const).map((kind) => ({ kind, ...from("2022-01-01") }));
    expect(notRatedReason({ admittedOn: day("2022-12-01"), statuses }, round)).toBe("SUSPENDED");
  });

  test("in a quarter of leaders alone, only who leads is rated, and no branch", () => {
    const quarter = { ...round, leading: new Set(["leader"]) };
    const old = { admittedOn: day("1990-01-01"), statuses: [] };
    expect(notRatedReason({ ...old, id: "leader" }, quarter)).toBeNull();
    expect(notRatedReason({ ...old, id: "other" }, quarter)).toBe("NOT_OF_QUARTER");
    expect(notRatedReason({ ...old, id: "leader", admittedOn: day("2022-12-01") }, quarter)).toBe("ADMITTED_LATE");
    expect(branchNotRatedReason(day("1990-01-01"), quarter)).toBe("NOT_OF_QUARTER");
  });

  test("the months come from the rule set", () => {
    const memberMinimumMonths = { ...round.parameters.memberMinimumMonths, value: 3 };
    const other = { ...round, parameters: { ...round.parameters, memberMinimumMonths } };
    expect(notRatedReason({ admittedOn: day("2022-07-01"), statuses: [] }, other)).toBeNull();
  });

  test.each([
    ["2022-06-30", null],
    ["2022-07-01", "ESTABLISHED_LATE"],
  ])("a branch set up %s: %s", (startsOn, expected) => {
    expect(branchNotRatedReason(day(startsOn), round)).toBe(expected);
  });
});

describe("the year 2022 of the sample commune", () => {
  const counts: LevelCounts = { EXCELLENT: 33, GOOD: 167, COMPLETED: 21, FAILED: 0 };

  test("221 rated and 11 not: 200 of them good or better are 90.5 %", () => {
    const levels = [
      ...Array<null>(11).fill(null),
      ...Array<"EXCELLENT">(33).fill("EXCELLENT"),
      ...Array<"GOOD">(167).fill("GOOD"),
      ...Array<"COMPLETED">(21).fill("COMPLETED"),
    ];
    expect(levels).toHaveLength(232);
    expect(levelCounts(levels)).toEqual(counts);
    expect(goodOrBetterShare(counts)).toEqual({ numerator: 200, denominator: 221, percentTenths: 905 });
  });

  test("12 of 12 branches are 100 %, and nobody rated is no share", () => {
    expect(goodOrBetterShare({ EXCELLENT: 2, GOOD: 10, COMPLETED: 0, FAILED: 0 }).percentTenths).toBe(1000);
    expect(goodOrBetterShare(levelCounts([null])).percentTenths).toBeNull();
  });

  test("33 may be excellent: 20 % of 167, rounded down", () => {
    expect(excellentCap(counts, cap)).toEqual({
      allowed: 33,
      excellent: 33,
      base: "GOOD_ONLY",
      baseCount: 167,
      numerator: 20,
      denominator: 100,
      overCap: "BLOCK",
    });
    expect(capObstacle(excellentCap(counts, cap), null)).toBeNull();
  });

  test("the 34th is one too many, from the good or from the rest", () => {
    const params = { excellent: 34, allowed: 33, numerator: 20, denominator: 100 };
    expect(capObstacle(excellentCap({ ...counts, EXCELLENT: 34, GOOD: 166 }, cap), "a reason")).toEqual({
      reason: "ratings.errors.capExceeded",
      params: { ...params, baseCount: 166 },
    });
    expect(capObstacle(excellentCap({ ...counts, EXCELLENT: 34, COMPLETED: 20 }, cap), null)?.params).toEqual({
      ...params,
      baseCount: 167,
    });
  });

  test("where the rule set lets a written reason pass, it has to be written", () => {
    const soft = { ...cap, overCap: { ...cap.overCap, value: "WRITTEN_REASON" as const } };
    const over = excellentCap({ ...counts, EXCELLENT: 34 }, soft);
    expect(capObstacle(over, "  ")?.reason).toBe("ratings.errors.capReasonMissing");
    expect(capObstacle(over, "Tỉnh ủy đồng ý")).toBeNull();
  });
});

describe("the cap on excellent", () => {
  test.each([
    ["GOOD_ONLY", 0, 4, 0],
    ["GOOD_ONLY", 0, 5, 1],
    ["GOOD_ONLY", 1, 9, 1],
    ["GOOD_ONLY", 1, 10, 2],
    ["GOOD_OR_ABOVE", 0, 4, 0],
    ["GOOD_OR_ABOVE", 1, 4, 1],
    ["GOOD_OR_ABOVE", 33, 167, 40],
  ] as const)("%s with %i excellent and %i good allows %i", (base, EXCELLENT, GOOD, allowed) => {
    const rule = { ...cap, base: { ...cap.base, value: base } };
    expect(excellentCap({ EXCELLENT, GOOD, COMPLETED: 7, FAILED: 1 }, rule).allowed).toBe(allowed);
  });

  test("is the largest whole number within the share, whatever share and counts", () => {
    const count = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (...numbers) => {
        const [EXCELLENT, GOOD, numerator, denominator] = numbers;
        const share = { ...cap.share, value: { numerator, denominator } };
        const { allowed, baseCount } = excellentCap({ EXCELLENT, GOOD, COMPLETED: 0, FAILED: 0 }, { ...cap, share });
        expect(allowed * denominator).toBeLessThanOrEqual(baseCount * numerator);
        expect((allowed + 1) * denominator).toBeGreaterThan(baseCount * numerator);
      }),
    );
  });
});

describe("a branch's vote", () => {
  const vote: Vote = {
    ...{ base: 25, given: null, returned: null },
    ...{ excellent: 20, good: 3, completed: 1, failed: 0, invalid: 1 },
  };

  test.each([
    [{}, null],
    [{ good: 2 }, null],
    [{ good: 4 }, "ratings.errors.moreBallotsThanVoters"],
    [{ base: 26 }, "ratings.errors.voteBaseTooLarge"],
    [{ good: -1 }, "ratings.errors.voteNotACount"],
    [{ good: 1.5 }, "ratings.errors.voteNotACount"],
    [{ good: Number.NaN }, "ratings.errors.voteNotACount"],
    [{ base: -1 }, "ratings.errors.voteNotACount"],
    [{ excellent: 0, good: 0, completed: 0, invalid: 0 }, "ratings.errors.noBallots"],
  ])("%j: %s", (change, expected) => expect(voteObstacle({ ...vote, ...change }, 25)?.reason ?? null).toBe(expected));

  test("any count of ballots up to the base stands, none above does", () => {
    const ballots = fc.nat({ max: 30 });
    fc.assert(
      fc.property(ballots, ballots, ballots, fc.integer({ min: 1, max: 90 }), (excellent, good, invalid, base) => {
        const cast = excellent + good + invalid;
        const obstacle = voteObstacle({ ...vote, base, excellent, good, completed: 0, failed: 0, invalid }, 90);
        expect(obstacle === null).toBe(cast > 0 && cast <= base);
      }),
    );
  });

  test.each([
    [{ given: 25, returned: 25 }, null],
    [{ given: 25, returned: 24 }, "ratings.errors.ballotsDoNotAddUp"],
    [{ given: 24, returned: 25 }, "ratings.errors.moreReturnedThanGiven"],
    [{ given: 26, returned: 25 }, "ratings.errors.moreGivenThanVoters"],
    [{ given: 25 }, "ratings.errors.ballotsReturnedMissing"],
    [{ returned: 25 }, "ratings.errors.ballotsGivenMissing"],
    [{ given: 25, returned: 24, good: 2 }, null],
    [{ given: 24, returned: 24, good: 2 }, null],
    [{ given: -1, returned: 25 }, "ratings.errors.voteNotACount"],
    [{ given: 25, returned: 24.5 }, "ratings.errors.voteNotACount"],
  ])("given out and returned, %j: %s", (change, expected) =>
    expect(voteObstacle({ ...vote, ...change }, 25)?.reason ?? null).toBe(expected),
  );

  test("what was given out and returned stands where it is told whole, in order and as it was counted", () => {
    const ballots = fc.nat({ max: 8 });
    const told = fc.option(ballots, { nil: null });
    fc.assert(
      fc.property(ballots, ballots, told, told, ballots, (good, invalid, given, returned, base) => {
        const cast = good + invalid;
        fc.pre(cast > 0 && cast <= base);
        const obstacle = voteObstacle(
          { ...vote, base, given, returned, excellent: 0, good, completed: 0, invalid },
          90,
        );
        const isWhole = given !== null && returned !== null && cast === returned && returned <= given && given <= base;
        expect(obstacle === null).toBe(isWhole || (given === null && returned === null));
      }),
    );
  });
});
