import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { isInForceOn, overlaps } from "@/lib/core/day/interval";
import {
  type BranchTermDays,
  branchTermObstacle,
  endedByNext,
  standingOn,
  termEndObstacle,
  withinBranch,
} from "@/lib/features/organization/rules/branch-terms";
import { from } from "./from";

const branch = from("2015-01-01");
const terms = [
  { number: 3, ...from("2020-01-15", "2022-07-15") },
  { number: 4, ...from("2022-07-15", "2025-01-15") },
];

describe("opening a term of a branch", () => {
  const input = { number: 5, congressOn: day("2025-01-10"), ...from("2025-01-15", "2027-07-15") };
  const reason = (change: Partial<typeof input>) =>
    branchTermObstacle({ ...input, ...change }, { branch, terms })?.reason;

  test.each([
    ["follows the last one", {}, undefined],
    ["cuts the one in force short", from("2024-06-01"), undefined],
    ["needs a congress before it", { congressOn: day("2025-01-16") }, "congressAfterStart"],
    ["ends after it begins", from("2025-01-15", "2025-01-15"), "endsBeforeStart"],
    [
      "needs a branch that stands",
      { congressOn: day("2014-01-01"), ...from("2014-01-01", "2014-06-01") },
      "branchNotInForce",
    ],
    ["leaves the days of a later one", from("2021-01-01", "2022-07-16"), "termClash"],
    ["does not begin with another", from("2022-07-15"), "termClash"],
    ["has a higher number than earlier ones", { number: 4 }, "termNumber"],
  ] as const)("%s", (_, change, expected) =>
    expect(reason({ congressOn: day("2018-01-01"), ...change })).toBe(expected && `organization.errors.${expected}`),
  );

  test("has a lower number than later ones", () => {
    const early = { congressOn: day("2017-01-01"), ...from("2017-01-01", "2019-01-01") };
    expect(reason({ ...early, number: 2 })).toBeUndefined();
    expect(reason({ ...early, number: 3 })).toBe("organization.errors.termNumber");
  });

  test("never leaves two terms over the same day, whatever is opened after what", () => {
    const opening = fc.record({
      at: fc.nat(4000),
      length: fc.option(fc.integer({ min: 1, max: 2000 })),
      number: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(opening, { maxLength: 8 }), (openings) => {
        let line: BranchTermDays[] = [];
        for (const { at, length, number } of openings) {
          const startsOn = addDays(branch.startsOn, at);
          const next = {
            number,
            congressOn: startsOn,
            startsOn,
            endsOn: length === null ? null : addDays(startsOn, length),
          };
          if (branchTermObstacle(next, { branch, terms: line })) continue;
          const ended = endedByNext(line, startsOn);
          line = [...line.map((term) => (term === ended ? { ...term, endsOn: startsOn } : term)), next];
        }
        const sorted = line.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
        expect(sorted.map(({ number }) => number)).toEqual(
          [...new Set(line.map(({ number }) => number))].sort((one, other) => one - other),
        );
        for (const one of line) expect(line.filter((other) => other !== one && overlaps(one, other))).toEqual([]);
      }),
    );
  });
});

test("a term ends on or after its first day and before the next one", () => {
  const [first] = terms;
  if (!first) throw new Error("no term");
  expect(termEndObstacle(first, day("2022-01-01"), terms)).toBeNull();
  expect(termEndObstacle(first, day("2020-01-15"), terms)?.reason).toBe("organization.errors.endsBeforeStart");
  expect(termEndObstacle(first, day("2022-07-16"), terms)).toEqual({
    reason: "organization.errors.termClash",
    params: { number: 4, since: "15/07/2022" },
  });
});

describe("how a branch stands with its term", () => {
  test.each([
    ["2020-01-14", 6, "NONE"],
    ["2020-01-15", 6, "RUNNING"],
    ["2022-07-14", 6, "ENDING"],
    ["2024-07-14", 6, "RUNNING"],
    ["2024-07-15", 6, "ENDING"],
    ["2025-01-14", 6, "ENDING"],
    ["2025-01-14", null, "RUNNING"],
    ["2025-01-15", 6, "OVER"],
  ] as const)("on %s, reminded %s months before, is %s", (on, months, standing) => {
    const found = standingOn(terms, day(on), months);
    expect(found.standing).toBe(standing);
    expect(found.term !== null && isInForceOn(found.term, day(on))).toBe(
      standing === "RUNNING" || standing === "ENDING",
    );
  });

  test("runs without an end while it is open", () =>
    expect(standingOn([from("2020-01-01")], day("2099-01-01"), 6).standing).toBe("RUNNING"));
});

test("a term lasts no longer than its branch", () => {
  const term = { number: 4, ...from("2025-01-15", "2027-07-15") };
  expect(withinBranch(term, from("2000-01-01"))).toBe(term);
  expect(withinBranch(term, from("2000-01-01", "2028-01-01"))).toBe(term);
  expect(withinBranch(term, from("2000-01-01", "2026-01-01"))).toEqual({ ...term, endsOn: "2026-01-01" });
  expect(withinBranch({ ...term, endsOn: null }, from("2000-01-01", "2026-01-01")).endsOn).toBe("2026-01-01");
});
