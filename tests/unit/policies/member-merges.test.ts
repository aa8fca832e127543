import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canCancelMerge,
  canConfirmMerge,
  canProposeMerge,
  canReadMerges,
  canUndoMerge,
} from "@/lib/features/member-merges/policy";

type Rights = Pick<Actor, "roles" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  roles: role ? [role] : [],
  accountId: role === "SYSTEM" ? null : "account",
});

const own = { proposedById: "account" };
const another = { proposedById: "other" };
const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "sees merges": { may: canReadMerges, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "proposes one": { may: canProposeMerge, who: ["OFFICE"] },
  "confirms the own": { may: (of) => canConfirmMerge(of, own), who: [] },
  "confirms another's": { may: (of) => canConfirmMerge(of, another), who: ["OFFICE", "LEADER"] },
  "calls the own off": { may: (of) => canCancelMerge(of, own), who: ["OFFICE"] },
  "calls another's off": { may: (of) => canCancelMerge(of, another), who: ["OFFICE", "LEADER"] },
  "separates the two again": { may: canUndoMerge, who: ["OFFICE", "LEADER"] },
};

describe("who may do what with duplicate records", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
