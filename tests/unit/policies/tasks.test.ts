import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canAcceptTask,
  canGiveForCommittee,
  canGiveTask,
  canReadTasks,
  canReportTask,
  canSettleTask,
  visibleTasks,
  visibleTaskTargets,
} from "@/lib/features/tasks/policy";

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

const own = { branchId: "own", giver: "BRANCH", isOfOwnCase: false } as const;
const committees = { branchId: "own", giver: "COMMITTEE", isOfOwnCase: false } as const;
const ofOwnCase = { ...committees, isOfOwnCase: true } as const;
const reported = { reportedById: "else", memberId: "somebody" };

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "sees the tasks of all branches": { may: (of) => visibleTasks(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "reads the own branch's": { may: (of) => canReadTasks(of, "own"), who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"] },
  "reads the assigned branch's": {
    may: (of) => canReadTasks(of, "assigned"),
    who: ["OFFICE", "LEADER", "SYSTEM", "IN_CHARGE"],
  },
  "gives tasks to any branch": { may: (of) => visibleTaskTargets(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "gives the committee's": { may: (of) => canGiveTask(of, committees), who: ["OFFICE", "LEADER", "SYSTEM"] },
  "gives the own branch's own": { may: (of) => canGiveTask(of, own), who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "reports of the own branch": { may: (of) => canReportTask(of, "own"), who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "reports of the assigned branch": { may: (of) => canReportTask(of, "assigned"), who: ["OFFICE", "SYSTEM"] },
  "settles the committee's": { may: (of) => canSettleTask(of, committees), who: ["OFFICE", "LEADER", "SYSTEM"] },
  "settles the own branch's own": { may: (of) => canSettleTask(of, own), who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "accepts what somebody else reported of the committee's": {
    may: (of) => canAcceptTask(of, { ...committees, ...reported }),
    who: ["OFFICE", "LEADER", "SYSTEM"],
  },
  "accepts what somebody else reported of the own branch's": {
    may: (of) => canAcceptTask(of, { ...own, ...reported }),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "accepts what that person reported": {
    may: (of) => canAcceptTask(of, { ...committees, ...reported, reportedById: of.accountId }),
    who: [],
  },
  "accepts what that person had to do": {
    may: (of) => of.memberId !== null && canAcceptTask(of, { ...committees, ...reported, memberId: of.memberId }),
    who: [],
  },
  "gives what the conclusion of an own case asks for": {
    may: (of) => canGiveTask(of, ofOwnCase),
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM"],
  },
  "settles what the conclusion of an own case asks for": {
    may: (of) => canSettleTask(of, ofOwnCase),
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM"],
  },
  "accepts what somebody else reported of an own case": {
    may: (of) => canAcceptTask(of, { ...ofOwnCase, ...reported }),
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM"],
  },
  "accepts what that person reported of an own case": {
    may: (of) => canAcceptTask(of, { ...ofOwnCase, ...reported, reportedById: of.accountId }),
    who: [],
  },
  "settles the branch's own, even of an own case": {
    may: (of) => canSettleTask(of, { ...own, isOfOwnCase: true }),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "gives for the committee and watches what is overdue": {
    may: canGiveForCommittee,
    who: ["OFFICE", "LEADER", "SYSTEM"],
  },
};

describe("who may do what with tasks", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
