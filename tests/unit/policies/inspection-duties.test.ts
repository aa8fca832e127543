import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  type CaseFacts,
  canDeclareRecusal,
  canKeepProgress,
  canLiftRecusal,
  canReadDiary,
  canReadProgress,
  canReadRecusals,
} from "@/lib/features/inspections/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "memberId" | "accountId">;

const everyRole = [
  ...(["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE"] as const),
  ...(["PARTY_SECRETARY", "INSPECTION_HEAD", null] as const),
];

function actor(role: ActorRole | null): Rights {
  return {
    roles: role ? [role] : [],
    ownBranchIds: role === "SECRETARY" ? ["own"] : [],
    memberId: role === "SYSTEM" ? null : "self",
    accountId: role === "SYSTEM" ? null : "account",
  };
}

const caseOf = (changes: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{
    isConcluded: false,
    openedById: "other",
    teamIds: [],
    subjectMemberIds: [],
    subjectBranchIds: [],
    recusedIds: [],
  },
  ...changes,
});
const who = (may: (of: Rights) => boolean) => everyRole.filter((role) => may(actor(role)));

describe("a conflict in a case (SOD-4)", () => {
  const overseers = ["PARTY_SECRETARY", "INSPECTION_HEAD"];
  const ofAnother = { memberId: "another", declaredById: "their account" };

  it("is declared by whoever is of the circle of an open case, as a member", () => {
    expect(who((of) => canDeclareRecusal(of, caseOf()))).toEqual(overseers);
    expect(who((of) => canDeclareRecusal(of, caseOf({ openedById: "account" })))).toEqual(["INSPECTOR", ...overseers]);
    expect(who((of) => canDeclareRecusal(of, caseOf({ teamIds: ["self"] })))).toEqual(
      everyRole.filter((role) => role !== "SYSTEM"),
    );
    expect(who((of) => canDeclareRecusal({ ...of, memberId: null }, caseOf({ openedById: "account" })))).toEqual([]);
    expect(who((of) => canDeclareRecusal(of, caseOf({ isConcluded: true, teamIds: ["self"] })))).toEqual([]);
  });

  it("makes of its person a subject, whatever the role, in the team or not, open or concluded", () => {
    for (const isConcluded of [false, true]) {
      const kept = caseOf({ isConcluded, openedById: "account", teamIds: ["self"], recusedIds: ["self"] });
      for (const may of [canReadDiary, canReadProgress, canKeepProgress, canReadRecusals, canDeclareRecusal]) {
        expect(who((of) => may(of, kept)).filter((role) => role !== "SYSTEM")).toEqual([]);
      }
    }
    expect(canReadDiary(actor("INSPECTION_HEAD"), caseOf({ recusedIds: ["another"] }))).toBe(true);
  });

  it("is read by those who oversee the case, and lifted by them unless they are the person or the hand", () => {
    const inTeam = caseOf({ openedById: "account", teamIds: ["self"] });
    expect(who((of) => canReadRecusals(of, inTeam))).toEqual(["SYSTEM", ...overseers]);
    expect(who((of) => canLiftRecusal(of, inTeam, ofAnother))).toEqual(overseers);
    expect(who((of) => canLiftRecusal(of, inTeam, { ...ofAnother, memberId: "self" }))).toEqual([]);
    expect(who((of) => canLiftRecusal(of, inTeam, { ...ofAnother, declaredById: "account" }))).toEqual([]);
    expect(who((of) => canLiftRecusal(of, { ...inTeam, isConcluded: true }, ofAnother))).toEqual([]);
    expect(who((of) => canLiftRecusal(of, { ...inTeam, recusedIds: ["self"] }, ofAnother))).toEqual([]);
  });
});
