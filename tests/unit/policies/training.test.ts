import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canEndPlan,
  canKeepCourse,
  canListTraining,
  canOpenCourse,
  canPlanPeople,
  canReadPlan,
  visibleTraining,
} from "@/lib/features/training/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

function actor(role: ActorRole | null): Rights {
  return {
    roles: role ? [role] : [],
    ownBranchIds: role === "SECRETARY" ? ["own"] : [],
    assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
  };
}

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "lists courses": { may: canListTraining, who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"] },
  "sees everybody in them": { may: (of) => visibleTraining(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "opens courses": { may: canOpenCourse, who: ["OFFICE", "SYSTEM"] },
  "knows who is planned for which post": { may: canReadPlan, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "plans people": { may: canPlanPeople, who: ["OFFICE", "SYSTEM"] },
  "takes somebody off the plan": { may: canEndPlan, who: ["OFFICE", "SYSTEM"] },
  "enters results": { may: canKeepCourse, who: ["OFFICE", "SYSTEM"] },
};

describe("who may do what with courses", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });

  it("a secretary reads those of the own branches alone", () => {
    expect(visibleTraining(actor("SECRETARY"))).toEqual({ all: false, branchIds: ["own"] });
  });
});
