import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canKeepProgress,
  canOpenInspection,
  canReadDiary,
  canReadProgress,
  canRecordInspection,
  canWorkOnInspection,
  visibleCasePapers,
  visibleInspections,
} from "@/lib/features/inspections/policy";
import { casePapers } from "@/lib/features/inspections/schema/papers";
import {
  canCloseRound,
  canConfirmDecision,
  canListRoundPapers,
  canListTargets,
  canOpenRound,
  canProposeRating,
  canReadProposals,
  canReadRounds,
  canRecordDecision,
  canSetDeadlines,
  canSetTarget,
  canTakeBranchPapers,
  canTakeRoundPapers,
  visibleProposals,
  visibleRatings,
} from "@/lib/features/ratings/policy";
import { canInstallRuleSets, canListRuleSets } from "@/lib/features/rule-sets/policy";

/** A case of somebody else's, in whose team the person may be and which may be about the person. */
const caseOf = (changes: Partial<Parameters<typeof canReadDiary>[1]> = {}) => ({
  ...{ isConcluded: false, openedById: "other", teamIds: [], subjectMemberIds: [], subjectBranchIds: [] },
  recusedIds: [],
  ...changes,
});

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "memberId" | "accountId">;

function actor(role: ActorRole | null): Rights {
  return {
    roles: role ? [role] : [],
    ownBranchIds: role === "SECRETARY" ? ["own"] : [],
    assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
    memberId: "self",
    accountId: role === "SYSTEM" ? null : "account",
  };
}

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "reads rounds": {
    may: (of) => canReadRounds({ ...of, memberId: null }),
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY", "IN_CHARGE"],
  },
  "reads rounds as a member": { may: canReadRounds, who: roles },
  "opens a round": { may: canOpenRound, who: ["OFFICE", "SYSTEM"] },
  "sets deadlines": { may: canSetDeadlines, who: ["OFFICE", "SYSTEM"] },
  "closes a round": { may: canCloseRound, who: ["OFFICE", "SYSTEM"] },
  "sees what all branches propose": { may: (of) => visibleProposals(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "proposes in the own branch": { may: (of) => canProposeRating(of, "own"), who: ["OFFICE", "SYSTEM", "SECRETARY"] },
  "proposes in an assigned branch": { may: (of) => canProposeRating(of, "assigned"), who: ["OFFICE", "SYSTEM"] },
  "reads proposals of the own branch": {
    may: (of) => canReadProposals(of, "own"),
    who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"],
  },
  "takes the papers of a round": { may: canTakeRoundPapers, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "takes the papers of the own branch": {
    may: (of) => canTakeBranchPapers(of, "own"),
    who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"],
  },
  "takes the papers of an assigned branch": {
    may: (of) => canTakeBranchPapers(of, "assigned"),
    who: ["OFFICE", "LEADER", "SYSTEM"],
  },
  "finds papers to take": { may: canListRoundPapers, who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"] },
  "records decisions": { may: canRecordDecision, who: ["OFFICE", "LEADER"] },
  "confirms decisions": { may: canConfirmDecision, who: ["LEADER"] },
  "reads everybody's ratings": { may: (of) => visibleRatings(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "reads ratings of the own branch": { may: (of) => visibleRatings(of).branchIds.includes("own"), who: ["SECRETARY"] },
  "reads ratings of an assigned branch": {
    may: (of) => visibleRatings(of).branchIds.includes("assigned"),
    who: ["IN_CHARGE"],
  },
  "reads ratings of cases": { may: (of) => visibleRatings(of).ofCases, who: ["INSPECTOR"] },
  "reads targets": { may: canListTargets, who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY", "IN_CHARGE"] },
  "sets targets": { may: canSetTarget, who: ["OFFICE", "SYSTEM"] },
  "installs rules": { may: canInstallRuleSets, who: ["OFFICE", "SYSTEM"] },
  "reads rules": { may: canListRuleSets, who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY", "IN_CHARGE"] },
  "opens a case": { may: canOpenInspection, who: ["INSPECTOR"] },
  "enters a concluded case": { may: canRecordInspection, who: ["OFFICE", "INSPECTOR"] },
  "reads every concluded case": {
    may: (of) => visibleInspections(of).concludedOfRegister,
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM"],
  },
  "works on a case it has opened": {
    may: (of) => canWorkOnInspection(of, { openedById: "account", teamIds: [] }),
    who: ["INSPECTOR"],
  },
  "works on a case as one of the team": {
    may: (of) => canWorkOnInspection(of, { openedById: "other", teamIds: ["self"] }),
    who: ["INSPECTOR"],
  },
  "works on somebody else's case": {
    may: (of) => canWorkOnInspection(of, { openedById: "other", teamIds: ["another"] }),
    who: [],
  },
};

describe("the progress and the diary of a case", () => {
  const overseers = ["SYSTEM", "PARTY_SECRETARY", "INSPECTION_HEAD"] as const;
  const everyRole = [...roles, "PARTY_SECRETARY", "INSPECTION_HEAD"] as const;
  const who = (may: (of: Rights) => boolean) => new Set(everyRole.filter((role) => may(actor(role))));

  it("of an open case are read by who oversees it and its team, and by nobody else", () => {
    for (const may of [canReadProgress, canReadDiary]) {
      expect(who((of) => may(of, caseOf()))).toEqual(new Set<unknown>(overseers));
      expect(who((of) => may(of, caseOf({ teamIds: ["self"] })))).toEqual(new Set(everyRole));
    }
    expect(who((of) => canReadDiary(of, caseOf({ openedById: "account" })))).toEqual(
      new Set([...overseers, "INSPECTOR"]),
    );
  });

  it("of a concluded case show the register's readers the steps, and the diary to the same as before", () => {
    const concluded = caseOf({ isConcluded: true });
    expect(who((of) => canReadProgress(of, concluded))).toEqual(
      new Set([...overseers, "OFFICE", "LEADER", "INSPECTOR"]),
    );
    expect(who((of) => canReadDiary(of, concluded))).toEqual(new Set<unknown>(overseers));
  });

  it("are kept from whom the case is about, whatever the role and even in the team", () => {
    for (const isConcluded of [false, true]) {
      const about = caseOf({ isConcluded, openedById: "account", teamIds: ["self"], subjectMemberIds: ["self"] });
      for (const may of [canReadProgress, canReadDiary, canKeepProgress]) {
        expect(new Set(["SYSTEM", ...who((of) => may(of, about))])).toEqual(new Set(["SYSTEM"]));
      }
    }
    const aboutBranch = caseOf({ teamIds: ["self"], subjectBranchIds: ["own"] });
    expect(canReadDiary(actor("SECRETARY"), aboutBranch)).toBe(false);
  });

  it("are kept by inspectors who opened the case or are in its team", () => {
    expect(who((of) => canKeepProgress(of, caseOf({ openedById: "account" })))).toEqual(new Set(["INSPECTOR"]));
    expect(who((of) => canKeepProgress(of, caseOf({ teamIds: ["self"] })))).toEqual(new Set(["INSPECTOR"]));
    expect(who((of) => canKeepProgress(of, caseOf({ isConcluded: true, openedById: "account" })))).toEqual(
      new Set(["INSPECTOR"]),
    );
    expect(who((of) => canKeepProgress(of, caseOf()))).toEqual(new Set());
  });
});

describe("the papers of a case", () => {
  const noticeOnly = ["INSPECTION_NOTICE"];
  it.each<[ActorRole, Parameters<typeof caseOf>[0], readonly string[]]>([
    ["INSPECTOR", { openedById: "account" }, casePapers.filter((kind) => kind !== "INSPECTION_NOTICE")],
    ["INSPECTOR", { openedById: "account", isConcluded: true }, casePapers],
    ["INSPECTOR", { isConcluded: true }, []],
    ["OFFICE", {}, []],
    ["OFFICE", { isConcluded: true }, noticeOnly],
    ["LEADER", { isConcluded: true }, noticeOnly],
    ["LEADER", { isConcluded: true, subjectMemberIds: ["self"] }, []],
    ["PARTY_SECRETARY", {}, []],
    ["SECRETARY", { isConcluded: true, subjectBranchIds: ["own"] }, []],
    ["ADMIN", { isConcluded: true }, []],
  ])("%s takes of %j: %j", (role, changes, papers) => {
    expect(visibleCasePapers(actor(role), caseOf(changes))).toEqual(papers);
  });
});

describe("who may do what with ratings, rules and inspections", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });

  it.each([
    ["PARTY_SECRETARY", true],
    ["INSPECTION_HEAD", true],
    ["LEADER", false],
    ["INSPECTOR", false],
  ] as const)("%s oversees cases: %s", (role, oversees) => {
    expect(visibleInspections(actor(role)).overseesCases).toBe(oversees);
  });
});
