import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/core/actor";
import { canAcceptRestore, canReadRestores } from "@/lib/features/restores/policy";

const roles = ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE", "INSPECTOR", "ADMIN", "SYSTEM", null] as const;
const actor = (role: ActorRole | null) => ({
  roles: role ? [role] : [],
  accountId: role === "SYSTEM" ? null : "account",
});
type Rights = ReturnType<typeof actor>;

const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "reads restores": { may: canReadRestores, who: ["OFFICE", "LEADER", "ADMIN", "SYSTEM"] },
  "accepts one": { may: canAcceptRestore, who: ["LEADER"] },
};

describe("who may do what with restores", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
