import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import { canKeepProgramme, visibleProgrammes } from "@/lib/features/inspection-programmes/policy";
import { canReadProgrammes } from "@/lib/features/inspections/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "memberId" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  ...{ roles: role ? [role] : [], memberId: null, accountId: "account" },
  ownBranchIds: role === "SECRETARY" ? ["own"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
});

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "reads some programme": { may: canReadProgrammes, who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY"] },
  "reads every programme": {
    may: (of) => visibleProgrammes(of).all,
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM"],
  },
  "keeps that of a body of the committee": {
    may: (of) => canKeepProgramme(of, { branchId: null }),
    who: ["OFFICE", "SYSTEM"],
  },
  "keeps the own branch's": {
    may: (of) => canKeepProgramme(of, { branchId: "own" }),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "keeps another branch's": {
    may: (of) => canKeepProgramme(of, { branchId: "assigned" }),
    who: ["OFFICE", "SYSTEM"],
  },
};

describe("who may do what with yearly programmes of inspection", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
