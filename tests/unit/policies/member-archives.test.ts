import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canCancelArchive,
  canConfirmArchive,
  canProposeArchive,
  canReadArchives,
  canUndoArchive,
} from "@/lib/features/member-archives/policy";

type Rights = Pick<Actor, "roles" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  roles: role ? [role] : [],
  accountId: role === "SYSTEM" ? null : "account",
});

const own = { proposedById: "account" };
const another = { proposedById: "other" };
const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "sees the archive": { may: canReadArchives, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "proposes one": { may: canProposeArchive, who: ["OFFICE"] },
  "confirms the own": { may: (of) => canConfirmArchive(of, own), who: [] },
  "confirms another's": { may: (of) => canConfirmArchive(of, another), who: ["OFFICE", "LEADER"] },
  "calls the own off": { may: (of) => canCancelArchive(of, own), who: ["OFFICE"] },
  "calls another's off": { may: (of) => canCancelArchive(of, another), who: ["OFFICE", "LEADER"] },
  "takes a record back": { may: canUndoArchive, who: ["OFFICE", "LEADER"] },
};

describe("who may do what with records entered in error", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
