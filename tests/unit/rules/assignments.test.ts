import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import {
  type AssignmentFacts,
  assignmentObstacle,
  changeObstacle,
  decisionObstacle,
  firstUncoveredDay,
  seatDays,
} from "@/lib/features/assignments/rules/assigning";
import { isCommitteeSeat } from "@/lib/features/organization/rules";

const year = { startsOn: day("2022-01-01"), endsOn: day("2023-01-01") };
const term = { startsOn: day("2020-06-01"), endsOn: day("2025-07-01") };
const always = { startsOn: day("2015-01-01"), endsOn: null };

const facts = (changes: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  branch: { ...always, name: "Chi bộ bản Mẫu" },
  assignments: [],
  memberName: "Lò Văn Thử",
  seats: [{ ...always, kind: "MEMBER", term }],
  ...changes,
});
const wanted = { ...year, memberId: "a", role: "MAIN" as const };

describe("what stands in the way of an assignment", () => {
  it("is nothing for a committee member in a branch without a main person", () => {
    expect(assignmentObstacle(wanted, facts())).toBeNull();
  });

  it("is a seat that ends, or whose term ends, before the assignment does", () => {
    const late = { ...wanted, endsOn: day("2026-01-01") };
    expect(assignmentObstacle(late, facts())).toMatchObject({
      reason: "assignments.errors.noSeat",
      params: { day: "01/07/2025" },
    });
    const open = { ...wanted, endsOn: null };
    expect(assignmentObstacle(open, facts())?.reason).toBe("assignments.errors.noSeat");
  });

  it("is not the change from one term to the next without a gap", () => {
    const next = { startsOn: day("2025-07-01"), endsOn: null };
    const seats = [
      { ...next, kind: "MEMBER" as const, term: next },
      { ...always, kind: "MEMBER" as const, term },
    ];
    expect(assignmentObstacle({ ...wanted, endsOn: null }, facts({ seats }))).toBeNull();
  });

  it("is a branch that closes meanwhile", () => {
    const branch = { startsOn: day("2015-01-01"), endsOn: day("2022-07-01"), name: "Chi bộ bản Mẫu" };
    expect(assignmentObstacle(wanted, facts({ branch }))?.reason).toBe("assignments.errors.branchNotInForce");
  });

  it("is a main person over some of the same days, but none for somebody in support", () => {
    const assignments = [{ ...year, id: "1", memberId: "b", memberName: "Hà Thị Mẫu", role: "MAIN" as const }];
    expect(assignmentObstacle(wanted, facts({ assignments }))).toMatchObject({ params: { name: "Hà Thị Mẫu" } });
    expect(assignmentObstacle({ ...wanted, role: "SUPPORTING" }, facts({ assignments }))).toBeNull();
    const after = { ...wanted, startsOn: day("2023-01-01"), endsOn: day("2024-01-01") };
    expect(assignmentObstacle(after, facts({ assignments }))).toBeNull();
  });

  it("is a decision of a later day", () => {
    expect(decisionObstacle(day("2022-01-02"), day("2022-01-01"))?.field).toBe("decidedOn");
    expect(decisionObstacle(day("2022-01-01"), day("2022-01-01"))).toBeNull();
  });
});

describe("changing a part from a day on", () => {
  const row = { ...year, role: "MAIN" as const };
  it.each([
    ["2022-01-01", "SUPPORTING", "assignments.errors.changeOutside"],
    ["2023-01-01", "SUPPORTING", "assignments.errors.changeOutside"],
    ["2022-07-01", "MAIN", "assignments.errors.sameRole"],
  ] as const)("on %s to %s is refused", (effectiveOn, role, reason) => {
    expect(changeObstacle(row, { effectiveOn: day(effectiveOn), role })?.reason).toBe(reason);
  });

  it("is possible within the assignment", () => {
    expect(changeObstacle(row, { effectiveOn: day("2022-12-31"), role: "SUPPORTING" })).toBeNull();
  });
});

describe("seats", () => {
  it("are of the committee unless they are of the inspection commission alone", () => {
    expect(
      ["SECRETARY", "DEPUTY", "STANDING_MEMBER", "MEMBER"].every((kind) => isCommitteeSeat(kind as "MEMBER")),
    ).toBe(true);
    expect(isCommitteeSeat("INSPECTION_HEAD")).toBe(false);
  });

  it("count within their term only", () => {
    expect(seatDays({ ...always, term })).toEqual(term);
  });
});

describe("the first day that is not covered", () => {
  const base = day("2022-01-01");
  const interval = fc
    .record({ from: fc.nat(60), length: fc.option(fc.integer({ min: 1, max: 40 })) })
    .map(({ from, length }): Interval => {
      const startsOn = addDays(base, from);
      return { startsOn, endsOn: length === null ? null : addDays(startsOn, length) };
    });

  it("is the first day of the period on which none of the others is in force", () => {
    fc.assert(
      fc.property(interval, fc.array(interval, { maxLength: 6 }), (period, covering) => {
        const horizon = Array.from({ length: 150 }, (_, step) => addDays(period.startsOn, step));
        const days = horizon.filter((one) => isInForceOn(period, one));
        const expected = days.find((one) => !covering.some((cover) => isInForceOn(cover, one))) ?? null;
        expect(firstUncoveredDay(period, covering)).toBe(expected);
      }),
    );
  });
});
