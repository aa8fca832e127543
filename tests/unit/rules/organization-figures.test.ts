import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { concurrentHeadShare, type HeadcountRow, headcount } from "@/lib/features/organization/rules";
import { from } from "./from";

describe("headcount", () => {
  const row: HeadcountRow = { kind: "OFFICIAL", stage: "OFFICIAL", activity: "ACTIVE" };

  test("guests are not counted; exempt, suspended and interrupted ones are, and are shown apart", () => {
    const rows: HeadcountRow[] = [
      row,
      { ...row, stage: "PROBATIONARY" },
      { ...row, activity: "EXEMPT" },
      { ...row, activity: "SUSPENDED" },
      { ...row, activity: "INTERRUPTED" },
      { ...row, kind: "TEMPORARY" },
    ];
    expect(headcount(rows)).toEqual({
      total: 5,
      official: 4,
      probationary: 1,
      exempt: 1,
      suspended: 1,
      interrupted: 1,
      guests: 1,
    });
  });

  test("nobody is nobody", () => expect(headcount([]).total).toBe(0));

  test("official and probationary always add up to the total, and branches to the committee", () => {
    const anyRow: fc.Arbitrary<HeadcountRow> = fc.record({
      kind: fc.constantFrom("OFFICIAL", "TEMPORARY"),
      stage: fc.constantFrom("OFFICIAL", "PROBATIONARY"),
      activity: fc.constantFrom("ACTIVE", "EXEMPT", "SUSPENDED", "INTERRUPTED"),
    });
    fc.assert(
      fc.property(fc.array(anyRow), fc.array(anyRow), (one, other) => {
        const all = headcount([...one, ...other]);
        expect(all.official + all.probationary).toBe(all.total);
        expect(all.total + all.guests).toBe(one.length + other.length);
        expect(headcount(one).total + headcount(other).total).toBe(all.total);
      }),
    );
  });
});

describe("the village head who is also branch secretary", () => {
  const facts = {
    villages: [{ id: "v1", ...from("2000-01-01") }],
    branchVillages: [{ branchId: "b1", villageId: "v1", ...from("2000-01-01") }],
    branchOffices: [
      { branchId: "b1", memberId: "m1", kind: "SECRETARY" as const, ...from("2020-01-01", "2023-01-01") },
    ],
    civilOffices: [{ villageId: "v1", memberId: "m1", kind: "VILLAGE_HEAD" as const, ...from("2021-01-01") }],
  };
  const on = day("2022-12-31");

  test("one village of one is 100 %", () => {
    expect(concurrentHeadShare(facts, on)).toEqual({
      numerator: 1,
      denominator: 1,
      percentTenths: 1000,
      together: ["v1"],
      lacking: [],
    });
  });

  test.each([
    ["2020-12-31", "NO_HEAD"],
    ["2023-01-01", "NO_SECRETARY"],
    ["2019-12-31", "NO_SECRETARY"],
  ])("on %s the village lacks: %s", (other, reason) => {
    expect(concurrentHeadShare(facts, day(other)).lacking).toEqual([{ villageId: "v1", reason }]);
  });

  test("two persons in the two offices are not together", () => {
    const apart = { ...facts, civilOffices: facts.civilOffices.map((row) => ({ ...row, memberId: "m2" })) };
    expect(concurrentHeadShare(apart, on)).toMatchObject({
      numerator: 0,
      lacking: [{ villageId: "v1", reason: "DIFFERENT_PERSONS" }],
    });
  });

  test("a deputy who heads the village does not count", () => {
    const deputy = { ...facts, branchOffices: facts.branchOffices.map((row) => ({ ...row, kind: "DEPUTY" as const })) };
    expect(concurrentHeadShare(deputy, on).lacking).toEqual([{ villageId: "v1", reason: "NO_SECRETARY" }]);
  });

  test("a village without a branch is in the denominator, a village not yet or no longer there is not", () => {
    const villages = [
      ...facts.villages,
      { id: "v2", ...from("2000-01-01") },
      { id: "v3", ...from("2023-01-01") },
      { id: "v4", ...from("2000-01-01", "2022-12-31") },
    ];
    expect(concurrentHeadShare({ ...facts, villages }, on)).toMatchObject({
      numerator: 1,
      denominator: 2,
      lacking: [{ villageId: "v2", reason: "NO_BRANCH" }],
    });
  });

  test("no village is no share", () => {
    expect(concurrentHeadShare({ ...facts, villages: [] }, on).percentTenths).toBeNull();
  });
});
