import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { closingObstacle, openParts } from "@/lib/features/ratings/rules/closing";

const line = (branch: string, step: string, waits = false) => ({
  branchId: branch,
  branch,
  step,
  waits,
  ruledOut: null,
});
const decided = { step: "DECIDED", waits: false };

describe("what of a round is open", () => {
  it("is what is not decided and what waits beside a decision, branch by branch, and the committee's own last", () => {
    const lines = [
      ...[line("a", "DECIDED"), line("b", "NONE"), line("b", "RECORDED"), line("b", "DECIDED")],
      ...[line("c", "DECIDED", true), line("d", "PROPOSED")],
    ];
    const branches = [
      { branchId: "b", branch: "b", count: 2 },
      { branchId: "c", branch: "c", count: 1 },
      { branchId: "d", branch: "d", count: 1 },
    ];
    const committee = { branchId: null, branch: null, count: 1 };
    expect(openParts(lines, decided)).toEqual(branches);
    for (const own of [null, { step: "RECORDED", waits: false }, { step: "DECIDED", waits: true }])
      expect(openParts(lines, own)).toEqual([...branches, committee]);
    expect(openParts([line("a", "DECIDED")], decided)).toEqual([]);
    const others = { ...line("a", "NONE"), ruledOut: "NOT_OF_QUARTER" as const };
    expect(openParts([line("a", "DECIDED"), others], "NOT_ASKED")).toEqual([]);
  });

  it("stands in the way of closing with its names, and so does being closed already", () => {
    const open = openParts([line("Chi bộ Một", "NONE"), line("Chi bộ Hai", "NONE")], null);
    expect(closingObstacle(null, open)).toEqual({
      reason: "ratingDeadlines.errors.stillOpen",
      params: { committee: "open", branches: 2, list: "Chi bộ Một (1); Chi bộ Hai (1)" },
    });
    expect(closingObstacle(null, [])).toBeNull();
    expect(closingObstacle(day("2027-01-20"), [])).toEqual({
      ...{ reason: "ratings.errors.roundClosed", params: { closedOn: "20/01/2027" } },
    });
  });
});
