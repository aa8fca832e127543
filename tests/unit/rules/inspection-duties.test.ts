import { describe, expect, it } from "vitest";
import { teamObstacle } from "@/lib/features/inspections/rules";
import { declareRecusalObstacle, liftRecusalObstacle } from "@/lib/features/inspections/rules/recusals";
import {
  askIntoTeamObstacle,
  decisionObstacle,
  endTeamRequestObstacle,
  joiningObstacle,
} from "@/lib/features/inspections/rules/team-requests";

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

describe("joining the team of an open case", () => {
  const standing = {
    ...{ state: "IN_PROGRESS" as const, teamIds: ["member"], askedIds: ["asked"], subjectMemberIds: ["subject"] },
    ...{ secretaryIds: ["secretary"], recusedIds: ["recused"] },
  };

  it("is asked for once, for somebody impartial who is not of it", () => {
    const told = (id: string) => askIntoTeamObstacle(id, standing)?.reason ?? null;
    expect(told("other")).toBeNull();
    expect(["member", "asked", "subject", "secretary", "recused"].map(told)).toEqual([
      "inspectionDuties.errors.inTeam",
      "inspectionDuties.errors.askedFor",
      "inspections.errors.subjectInTeam",
      "inspections.errors.secretaryInTeam",
      "inspectionDuties.errors.recusedInTeam",
    ]);
    expect(askIntoTeamObstacle("other", { ...standing, state: "CONCLUDED" })?.reason).toBe(
      "inspections.errors.alreadyConcluded",
    );
  });

  it("ends once, while the case is open, and a refusal gives its reason", () => {
    expect(endTeamRequestObstacle("IN_PROGRESS", { endedAt: null })).toBeNull();
    expect(endTeamRequestObstacle("CONCLUDED", { endedAt: null })?.reason).toBe("inspections.errors.alreadyConcluded");
    expect(endTeamRequestObstacle("IN_PROGRESS", { endedAt: new Date() })?.reason).toBe(
      "inspectionDuties.errors.requestEnded",
    );
    expect(decisionObstacle("TAKEN_IN", null)).toBeNull();
    expect(decisionObstacle("REFUSED", "ốm")).toBeNull();
    expect(decisionObstacle("REFUSED", null)).toMatchObject({ field: "endWords" });
  });

  it("is no matter of the form, which says where a new name stands", () => {
    const row = (memberId: string, role: "HEAD" | "MEMBER") => ({ memberId, name: memberId, role });
    expect(joiningObstacle([row("member", "HEAD")], ["member", "left"])).toBeNull();
    const reason = "inspectionDuties.errors.joinsByRequest";
    const told = { reason, params: { person: "other" } };
    expect(joiningObstacle([row("other", "HEAD")], ["member"])).toEqual({ ...told, field: "head" });
    expect(joiningObstacle([row("member", "HEAD"), row("other", "MEMBER")], ["member"])).toEqual({
      ...told,
      field: "team",
    });
  });
});
