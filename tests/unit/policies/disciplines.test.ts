import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canConfirmDiscipline,
  canConfirmSettlement,
  canHandleComplaints,
  canListDisciplines,
  canRecordDiscipline,
  canRecordDisciplines,
  canWithdrawDiscipline,
  visibleDisciplines,
} from "@/lib/features/disciplines/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "memberId" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  ...{ roles: role ? [role] : [], memberId: "me", accountId: "account" },
  ownBranchIds: role === "SECRETARY" ? ["own"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
});
const on = (memberId: string | null, branchId = "other") => ({ memberId, branchId });
const by = (recordedById: string | null, memberId: string | null = "somebody") => ({ ...on(memberId), recordedById });

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "sees what waits": { may: (of) => visibleDisciplines(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "sees all that is confirmed": {
    may: (of) => visibleDisciplines(of).confirmed,
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM"],
  },
  "sees the confirmed ones of the own branch": {
    may: (of) => visibleDisciplines(of).branchIds.includes("own"),
    who: ["SECRETARY"],
  },
  "has a list": { may: canListDisciplines, who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY"] },
  "enters them": { may: canRecordDisciplines, who: ["OFFICE", "SYSTEM"] },
  "enters one on somebody": { may: (of) => canRecordDiscipline(of, on("somebody")), who: ["OFFICE", "SYSTEM"] },
  "enters one on himself": { may: (of) => canRecordDiscipline(of, on("me")), who: [] },
  "confirms what another entered": { may: (of) => canConfirmDiscipline(of, by("another")), who: ["LEADER", "SYSTEM"] },
  "confirms what the own hand entered": { may: (of) => canConfirmDiscipline(of, by("account")), who: [] },
  "confirms one on himself": { may: (of) => canConfirmDiscipline(of, by("another", "me")), who: [] },
  "withdraws one": { may: (of) => canWithdrawDiscipline(of, on("somebody")), who: ["OFFICE", "SYSTEM"] },
  "handles complaints": { may: (of) => canHandleComplaints(of, on("somebody")), who: ["OFFICE", "SYSTEM"] },
  "handles a complaint of his own": { may: (of) => canHandleComplaints(of, on("me")), who: [] },
  "confirms a settlement another entered": {
    may: (of) => canConfirmSettlement(of, on("somebody"), "another"),
    who: ["LEADER", "SYSTEM"],
  },
  "confirms a settlement the own hand entered": {
    may: (of) => canConfirmSettlement(of, on("somebody"), "account"),
    who: [],
  },
  "confirms the settlement of a complaint of his own": {
    may: (of) => canConfirmSettlement(of, on("me"), "another"),
    who: [],
  },
  "withdraws one on himself": { may: (of) => canWithdrawDiscipline(of, on("me")), who: [] },
};

describe("who may do what with discipline decisions", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });

  it("takes a decision on a branch for the own case of who leads it, whatever else they are", () => {
    const both: Rights = { ...actor("LEADER"), roles: ["LEADER", "OFFICE", "SECRETARY"], ownBranchIds: ["own"] };
    expect(canRecordDiscipline(both, on("somebody", "own"))).toBe(true);
    expect(canRecordDiscipline(both, on(null, "own"))).toBe(false);
    expect(canConfirmDiscipline(both, { ...on(null, "own"), recordedById: "another" })).toBe(false);
    expect(canConfirmDiscipline(both, { ...on(null), recordedById: "another" })).toBe(true);
    expect(canConfirmDiscipline({ ...both, accountId: null }, by("another"))).toBe(false);
  });
});
