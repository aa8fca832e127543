import { describe, expect, it } from "vitest";
import { teamObstacle } from "@/lib/features/inspections/rules";
import { declareRecusalObstacle, liftRecusalObstacle } from "@/lib/features/inspections/rules/recusals";

describe("a conflict in a case", () => {
  it("is declared and lifted while the case is open", () => {
    const held = { liftedAt: null };
    expect(declareRecusalObstacle("IN_PROGRESS")).toBeNull();
    expect(liftRecusalObstacle("IN_PROGRESS", held)).toBeNull();
    for (const told of [declareRecusalObstacle("CONCLUDED"), liftRecusalObstacle("CONCLUDED", held)]) {
      expect(told).toEqual({ reason: "inspections.errors.alreadyConcluded" });
    }
  });

  it("is lifted once", () => {
    expect(liftRecusalObstacle("IN_PROGRESS", { liftedAt: new Date() })).toEqual({
      reason: "inspectionDuties.errors.recusalLifted",
    });
  });

  it("keeps its person out of the team, as head or as one of it, and nobody else", () => {
    const team = [
      { memberId: "head", role: "HEAD" as const },
      { memberId: "member", role: "MEMBER" as const },
    ];
    const refusal = { reason: "inspectionDuties.errors.recusedInTeam", field: "team" };
    expect(teamObstacle(team, [], [], ["other"])).toBeNull();
    for (const recused of ["head", "member"]) expect(teamObstacle(team, [], [], [recused])).toEqual(refusal);
  });
});
