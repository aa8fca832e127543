import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import { canCarryOut, canEditInBulk, canUndoBulkEdit, visibleBulkEdits } from "@/lib/features/bulk-edits/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;

function actor(role: ActorRole | null): Rights {
  return {
    roles: role ? [role] : [],
    ownBranchIds: role === "SECRETARY" ? ["own"] : [],
    assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
    accountId: role === "SYSTEM" ? null : "account",
  };
}

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "prepares one": { may: canEditInBulk, who: ["OFFICE", "SECRETARY"] },
  "carries out the own": { may: (of) => canCarryOut(of, { accountId: "account" }), who: ["OFFICE", "SECRETARY"] },
  "carries out another's": { may: (of) => canCarryOut(of, { accountId: "other" }), who: [] },
  "takes the own back": { may: (of) => canUndoBulkEdit(of, { accountId: "account" }), who: ["OFFICE", "SECRETARY"] },
  "takes another's back": { may: (of) => canUndoBulkEdit(of, { accountId: "other" }), who: ["OFFICE"] },
  "sees all": { may: (of) => visibleBulkEdits(of).kind === "REGISTER", who: ["OFFICE", "SYSTEM"] },
  "sees the own": { may: (of) => visibleBulkEdits(of).kind === "OWN", who: ["SECRETARY"] },
};

describe("who may do what with bulk edits", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
