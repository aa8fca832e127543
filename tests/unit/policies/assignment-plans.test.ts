import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import { canIssuePlan, canPlanAssignments, canReadPlans, canTakePlanPaper } from "@/lib/features/assignments/policy";

type Rights = Pick<Actor, "roles" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  roles: role ? [role] : [],
  accountId: role === "SYSTEM" ? null : "account",
});

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "knows of plans before they are issued": { may: canReadPlans, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "writes, submits and gives up": { may: canPlanAssignments, who: ["OFFICE"] },
  "sends back and issues": { may: canIssuePlan, who: ["LEADER"] },
  "takes the decision away": { may: canTakePlanPaper, who: ["OFFICE", "LEADER", "SYSTEM"] },
};

describe("who may do what with plans of assignments", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
