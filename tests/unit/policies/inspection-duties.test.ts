import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  type CaseFacts,
  canAskIntoTeam,
  canDecideTeamRequest,
  canDeclareRecusal,
  canKeepProgress,
  canLiftRecusal,
  canReadDiary,
  canReadProgress,
  canReadRecusals,
  canReadTeamRequests,
  canWithdrawTeamRequest,
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

const overseers = ["PARTY_SECRETARY", "INSPECTION_HEAD"];

describe("a conflict in a case (SOD-4)", () => {
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

describe("joining the team of a case (SOD-7)", () => {
  const mine = caseOf({ openedById: "account", teamIds: ["self"] });
  const ofAnother = { memberId: "another", askedById: "their account" };

  it("is asked for by an inspector of the case, and the request is read by them and those who oversee it", () => {
    expect(who((of) => canAskIntoTeam(of, mine))).toEqual(["INSPECTOR"]);
    expect(who((of) => canAskIntoTeam(of, caseOf()))).toEqual([]);
    expect(who((of) => canAskIntoTeam(of, { ...mine, isConcluded: true }))).toEqual([]);
    expect(who((of) => canReadTeamRequests(of, mine))).toEqual(["INSPECTOR", "SYSTEM", ...overseers]);
    expect(who((of) => canReadTeamRequests(of, caseOf()))).toEqual(["SYSTEM", ...overseers]);
  });

  it("is decided by those who oversee the case, unless they are the hand, the person or kept out", () => {
    expect(who((of) => canDecideTeamRequest(of, mine, ofAnother))).toEqual(overseers);
    expect(who((of) => canDecideTeamRequest(of, mine, { ...ofAnother, askedById: "account" }))).toEqual([]);
    expect(who((of) => canDecideTeamRequest(of, mine, { ...ofAnother, memberId: "self" }))).toEqual([]);
    for (const kept of [{ recusedIds: ["self"] }, { subjectMemberIds: ["self"] }, { isConcluded: true }])
      expect(who((of) => canDecideTeamRequest(of, { ...mine, ...kept }, ofAnother))).toEqual([]);
    const secretary = { ...actor("PARTY_SECRETARY"), ownBranchIds: ["own"] };
    expect(canDecideTeamRequest(secretary, { ...mine, subjectBranchIds: ["own"] }, ofAnother)).toBe(false);
  });

  it("is taken back by the hand that asked, and by nobody else", () => {
    const byMe = { ...ofAnother, askedById: "account" };
    expect(who((of) => canWithdrawTeamRequest(of, mine, byMe))).toEqual(["INSPECTOR"]);
    expect(who((of) => canWithdrawTeamRequest(of, mine, ofAnother))).toEqual([]);
    expect(who((of) => canWithdrawTeamRequest(of, { ...mine, isConcluded: true }, byMe))).toEqual([]);
  });
});
