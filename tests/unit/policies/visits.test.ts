import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canAcceptDifficulty,
  canDeclineDifficulty,
  canEditVisit,
  canListVisits,
  canMoveDeadline,
  canRaiseDifficulty,
  canReadDifficulties,
  canReadVisits,
  canReportForOthers,
  canReportVisit,
  canSolveDifficulty,
  visibleDifficulties,
  visibleRaiseTargets,
  visibleVisits,
  visibleVisitTargets,
} from "@/lib/features/visits/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId" | "memberId">;

function actor(role: ActorRole | null): Rights {
  return {
    accountId: role === "SYSTEM" ? null : "me",
    memberId: role === "SYSTEM" || role === "ADMIN" ? null : "member",
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

const difficultyRights: typeof rights = {
  "sees the difficulties of all branches": {
    may: (of) => visibleDifficulties(of).all,
    who: ["OFFICE", "LEADER", "SYSTEM"],
  },
  "reads the own branch's": {
    may: (of) => canReadDifficulties(of, "own"),
    who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"],
  },
  "raises those of any branch": { may: (of) => visibleRaiseTargets(of).all, who: ["OFFICE", "SYSTEM"] },
  "raises one of the own branch": {
    may: (of) => canRaiseDifficulty(of, "own"),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "raises one of the assigned branch": {
    may: (of) => canRaiseDifficulty(of, "assigned"),
    who: ["OFFICE", "SYSTEM", "IN_CHARGE"],
  },
  "accepts one": { may: canAcceptDifficulty, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "moves its deadline": { may: canMoveDeadline, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "solves the office's or another's": {
    may: (of) => canSolveDifficulty(of, null) && canSolveDifficulty(of, "another"),
    who: ["OFFICE", "SYSTEM"],
  },
  "solves the own": {
    may: (of) => canSolveDifficulty(of, "member"),
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY", "IN_CHARGE", null],
  },
  "answers that it cannot be done": { may: canDeclineDifficulty, who: ["LEADER", "SYSTEM"] },
};

describe("who may do what with visits to branches", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});

describe("who may do what with difficulties of branches", () => {
  it.each(Object.entries(difficultyRights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
