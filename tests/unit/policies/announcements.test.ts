import { describe, expect, it } from "vitest";
import type { ActorRole } from "@/lib/core/actor";
import {
  canComment,
  canHideComment,
  canListAnnouncements,
  canPost,
  canWithdraw,
} from "@/lib/features/announcements/policy";

const roles = ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE", "INSPECTOR", "ADMIN", "SYSTEM", null] as const;
const actor = (role: ActorRole | null) => ({
  roles: role ? [role] : [],
  accountId: role === "SYSTEM" ? null : "account",
  ownBranchIds: role === "SECRETARY" ? ["here"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["here"] : [],
});
type Rights = ReturnType<typeof actor>;

const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "reads announcements": {
    may: canListAnnouncements,
    who: ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE", "SYSTEM"],
  },
  "posts one": { may: canPost, who: ["OFFICE", "LEADER"] },
  "withdraws one": { may: canWithdraw, who: ["OFFICE", "LEADER"] },
  "comments under a name": { may: canComment, who: ["OFFICE", "LEADER", "SECRETARY", "IN_CHARGE"] },
  "hides a comment": { may: canHideComment, who: ["OFFICE"] },
};

describe("who may do what with announcements", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
