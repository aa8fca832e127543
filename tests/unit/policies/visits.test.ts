import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canEditVisit,
  canListVisits,
  canReadVisits,
  canReportForOthers,
  canReportVisit,
  visibleVisits,
  visibleVisitTargets,
} from "@/lib/features/visits/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;

function actor(role: ActorRole | null): Rights {
  return {
    accountId: role === "SYSTEM" ? null : "me",
    roles: role ? [role] : [],
    ownBranchIds: role === "SECRETARY" ? ["own"] : [],
    assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
  };
}

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "lists reports": { may: canListVisits, who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY", "IN_CHARGE"] },
  "sees those of all branches": { may: (of) => visibleVisits(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "reads the own branch's": { may: (of) => canReadVisits(of, "own"), who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"] },
  "reads the assigned branch's": {
    may: (of) => canReadVisits(of, "assigned"),
    who: ["OFFICE", "LEADER", "SYSTEM", "IN_CHARGE"],
  },
  "reports on any branch": { may: (of) => visibleVisitTargets(of).all, who: ["OFFICE", "SYSTEM"] },
  "reports on the own branch": { may: (of) => canReportVisit(of, "own"), who: ["OFFICE", "SYSTEM"] },
  "reports on the assigned branch": {
    may: (of) => canReportVisit(of, "assigned"),
    who: ["OFFICE", "SYSTEM", "IN_CHARGE"],
  },
  "reports for others": { may: canReportForOthers, who: ["OFFICE", "SYSTEM"] },
  "edits what the same account wrote of the assigned branch": {
    may: (of) => canEditVisit(of, { branchId: "assigned", recordedById: of.accountId }),
    who: ["OFFICE", "SYSTEM", "IN_CHARGE"],
  },
  "edits what the same account wrote of another branch": {
    may: (of) => canEditVisit(of, { branchId: "other", recordedById: of.accountId }),
    who: ["OFFICE", "SYSTEM"],
  },
  "edits what somebody else wrote": {
    may: (of) => canEditVisit(of, { branchId: "assigned", recordedById: "else" }),
    who: [],
  },
};

describe("who may do what with visits to branches", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
