import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import { canEditView, canKeepViews, canShareViews, visibleViews } from "@/lib/features/saved-views/policy";
import { MOST_VIEWS, newViewObstacle } from "@/lib/features/saved-views/rules";

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
const keepers: readonly (ActorRole | null)[] = ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE"];
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "keeps views": { may: canKeepViews, who: keepers },
  "shares views": { may: canShareViews, who: ["OFFICE"] },
  "sees the shared ones": { may: (of) => visibleViews(of).shared, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "changes the own ones": { may: (of) => canEditView(of, { accountId: "account" }), who: keepers },
  "changes another's": { may: (of) => canEditView(of, { accountId: "other" }), who: [] },
};

describe("who may do what with saved views", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });

  it("is nobody's to keep more of than there is room for", () => {
    expect(newViewObstacle(MOST_VIEWS - 1)).toBeNull();
    expect(newViewObstacle(MOST_VIEWS)).toMatchObject({ reason: "savedViews.errors.tooMany" });
  });
});
