import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { OpinionGiver } from "@/lib/core/db/generated/enums";
import {
  decidedObstacle,
  giversFor,
  handsOn,
  type OpinionFacts,
  opinionObstacle,
} from "@/lib/features/rating-opinions/rules";
import { opinionFormAddress, subjectAddress } from "@/lib/features/rating-opinions/schema";

const today = day("2026-11-27");
const open: OpinionFacts = { hands: ["OFFICE"], state: "PROPOSED", closedOn: null };

describe("whose opinions a hand may enter", () => {
  it("are all for the office, the committee's for leadership, what it was told for a branch, the own for who is in charge", () => {
    expect(giversFor(["OFFICE"])).toEqual(Object.values(OpinionGiver));
    expect(giversFor(["LEADER"])).toEqual(["IN_CHARGE", "SUPERIOR"]);
    expect(giversFor(["IN_CHARGE"])).toEqual(["IN_CHARGE"]);
    expect(giversFor(["SECRETARY"])).toEqual([
      ...["BRANCH_MEETING", "BRANCH_COMMITTEE", "RESIDENCE", "MASS_ORGANIZATION", "FORMER_BRANCH"],
    ]);
    expect(giversFor(["SECRETARY", "IN_CHARGE"])).toContain("IN_CHARGE");
    expect(giversFor([])).toEqual([]);
  });

  it("follow from the roles and from the branch of the subject", () => {
    const of = (roles: string[], ownBranchIds: string[] = [], assignedBranchIds: string[] = []) =>
      handsOn({ roles, ownBranchIds, assignedBranchIds }, "a");
    expect(of(["OFFICE", "LEADER"])).toEqual(["OFFICE", "LEADER"]);
    expect(of(["SYSTEM"])).toEqual(["OFFICE"]);
    expect(of(["SECRETARY"], ["a"])).toEqual(["SECRETARY"]);
    expect(of(["SECRETARY"], ["b"])).toEqual([]);
    expect(of(["IN_CHARGE"], [], ["a", "b"])).toEqual(["IN_CHARGE"]);
    expect(handsOn({ roles: [], ownBranchIds: ["a"], assignedBranchIds: ["a"] }, null)).toEqual([]);
  });
});

describe("an opinion", () => {
  it.each([
    ["PROPOSED", null, null],
    ["RECORDED", null, null],
    [null, null, null],
    ["DECIDED", null, "ratingOpinions.errors.decided"],
    [null, day("2026-11-01"), "ratingOpinions.errors.decided"],
  ] as const)("of a subject that is %s in a round closed on %s: %s", (state, closedOn, reason) => {
    expect(decidedObstacle(state, closedOn)?.reason ?? null).toBe(reason);
  });

  it("is of today or before, whatever the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (days) => {
        const found = opinionObstacle({ giver: "RESIDENCE", givenOn: addDays(today, days) }, open, today);
        expect(found?.reason ?? null).toBe(days > 0 ? "ratingOpinions.errors.inFuture" : null);
      }),
    );
  });

  it("is of a giver that the hand may name", () => {
    const input = { giver: "RESIDENCE" as const, givenOn: today };
    expect(opinionObstacle(input, { ...open, hands: ["LEADER"] }, today)).toMatchObject({
      ...{ reason: "ratingOpinions.errors.otherGiver", field: "giver" },
    });
    expect(opinionObstacle(input, { ...open, hands: ["SECRETARY"] }, today)).toBeNull();
  });
});

describe("the page of a subject", () => {
  const none = { ratingId: null, memberId: null, branchId: null };

  it.each([
    [{ ratingId: "r", memberId: "m", branchId: "b" }, "/ratings/2024/r", "/ratings/2024/r?done=given"],
    [
      { ...none, memberId: "m", branchId: "b" },
      "/ratings/2024/propose?member=m",
      "/ratings/2024/propose?member=m&done=given",
    ],
    [{ ...none, branchId: "b" }, "/ratings/2024/propose?branch=b", "/ratings/2024/propose?branch=b&done=given"],
    [none, "/ratings/2024?tab=committee", "/ratings/2024?tab=committee&done=given"],
  ])("of %o is %s", (of, page, told) => {
    expect(subjectAddress("2024", of)).toBe(page);
    expect(subjectAddress("2024", of, "given")).toBe(told);
  });

  it("has a form for an opinion on whom it is about", () => {
    expect(opinionFormAddress("2024", { memberId: "m", branchId: "b" })).toBe("/ratings/2024/opinions/new?member=m");
    expect(opinionFormAddress("2024", { memberId: null, branchId: "b" })).toBe("/ratings/2024/opinions/new?branch=b");
    expect(opinionFormAddress("2024", none)).toBe("/ratings/2024/opinions/new?of=committee");
  });
});
