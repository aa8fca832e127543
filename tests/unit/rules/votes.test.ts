import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Threshold } from "@/lib/features/rule-sets/schema";
import {
  ballotsObstacle,
  countedOutReason,
  hasPassed,
  LEFT_OUT,
  tooFewVotesObstacle,
  type VoterRow,
  voteBase,
  votesNeeded,
} from "@/lib/features/votes/rules";

const voter: VoterRow = { stage: "OFFICIAL", activity: "ACTIVE", isAwayTemporarily: false, isPresent: true };
const twoThirds: Threshold = { comparison: "AT_LEAST", numerator: 2, denominator: 3 };
const half: Threshold = { comparison: "MORE_THAN", numerator: 1, denominator: 2 };

describe("the base of a vote", () => {
  test.each([
    [{}, 1],
    [{ isPresent: false }, 1],
    [{ stage: "PROBATIONARY" }, 0],
    [{ isAwayTemporarily: true }, 0],
    [{ activity: "EXEMPT" }, 1],
    [{ activity: "EXEMPT", isPresent: false }, 0],
    [{ activity: "SUSPENDED" }, 0],
    [{ activity: "INTERRUPTED", isPresent: false }, 1],
  ] as const)("%j adds %i to it", (change, expected) => {
    expect(voteBase([{ ...voter, ...change }])).toBe(expected);
  });

  test("leaves out only whom the rule names", () => {
    const away = { ...voter, isAwayTemporarily: true };
    expect(countedOutReason(away, ["ABSENT_EXEMPT"])).toBeNull();
    expect(countedOutReason({ ...away, activity: "SUSPENDED" }, LEFT_OUT)).toBe("SUSPENDED");
    expect(voteBase([away], [])).toBe(1);
  });
});

describe("a threshold", () => {
  test.each([
    [25, twoThirds, 17],
    [24, twoThirds, 16],
    [3, twoThirds, 2],
    [25, half, 13],
    [24, half, 13],
    [1, half, 1],
  ])("of %i votes, %j, needs %i", (base, threshold, needed) => {
    expect(votesNeeded(base, threshold)).toBe(needed);
    expect(hasPassed({ base, yes: needed, ...threshold })).toBe(true);
    expect(hasPassed({ base, yes: needed - 1, ...threshold })).toBe(false);
  });

  const thresholds = fc
    .tuple(fc.constantFrom("AT_LEAST" as const, "MORE_THAN" as const), fc.integer({ min: 1, max: 9 }), fc.nat(9))
    .map(([comparison, numerator, more]) => ({ comparison, numerator, denominator: numerator + more }));

  test("is met by exactly the shares it speaks of", () => {
    fc.assert(
      fc.property(thresholds, fc.integer({ min: 1, max: 500 }), fc.nat(500), (threshold, base, yes) => {
        const [share, asked] = [yes * threshold.denominator, base * threshold.numerator];
        const isMet = threshold.comparison === "AT_LEAST" ? share >= asked : share > asked;
        expect(hasPassed({ base, yes, ...threshold })).toBe(isMet);
        expect(tooFewVotesObstacle({ base, yes, ...threshold }) === null).toBe(isMet);
      }),
    );
  });

  test("says how many votes are missing", () => {
    expect(tooFewVotesObstacle({ base: 18, yes: 11, ...twoThirds })).toEqual({
      reason: "votes.errors.tooFew",
      params: { yes: 11, base: 18, needed: 12, numerator: 2, denominator: 3 },
    });
  });
});

describe("the ballots", () => {
  const ballots = { present: 16, yes: 12, no: 3, blank: 1 };

  test.each([
    [{}, 18, null],
    [{}, 16, null],
    [{}, 15, "votes.errors.morePresent"],
    [{ yes: 13 }, 18, "votes.errors.castIsNotPresent"],
    [{ blank: 0 }, 18, "votes.errors.castIsNotPresent"],
    [{}, 0, "votes.errors.nobodyVotes"],
  ] as const)("%j against %i: %s", (changes, base, reason) => {
    expect(ballotsObstacle({ ...ballots, ...changes }, base)?.reason ?? null).toBe(reason);
  });
});
