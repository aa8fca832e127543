import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/core/actor";
import { canRemindBranch, canSeeHome, canSeeMonthWork, canSeeWorkOf } from "@/lib/features/month-work/policy";

const roles = [
  "OFFICE",
  "LEADER",
  "SECRETARY",
  "IN_CHARGE",
  "INSPECTOR",
  "PARTY_SECRETARY",
  "INSPECTION_HEAD",
  "ADMIN",
  null,
] as const;
const actor = (role: ActorRole | null) => ({
  roles: role ? [role] : [],
  ownBranchIds: role === "SECRETARY" ? ["here"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["here"] : [],
});
type Rights = ReturnType<typeof actor>;

const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "sees a month's work": {
    may: canSeeMonthWork,
    who: ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE", "PARTY_SECRETARY", "INSPECTION_HEAD"],
  },
  "sees that of the branch": {
    may: (of) => canSeeWorkOf(of, "here"),
    who: ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE"],
  },
  "sees that of another branch": { may: (of) => canSeeWorkOf(of, "there"), who: ["OFFICE", "LEADER"] },
  "has a first page of branches": { may: canSeeHome, who: ["SECRETARY", "IN_CHARGE"] },
  "reminds the branch": { may: (of) => canRemindBranch(of, "here"), who: ["OFFICE", "LEADER", "IN_CHARGE"] },
  "reminds another branch": { may: (of) => canRemindBranch(of, "there"), who: ["OFFICE", "LEADER"] },
};

describe("who sees the month's work and reminds branches", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
