import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canAcceptTransfer,
  canCancelTransfer,
  canKeepTransfers,
  canListTransfers,
  canProposeTransfer,
  canReceiveMember,
  visibleTransfers,
} from "@/lib/features/transfers/policy";

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
  "lists transfers": { may: canListTransfers, who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"] },
  "sees both sides of all": { may: (of) => visibleTransfers(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "proposes that a member leaves the own branch": {
    may: (of) => canProposeTransfer(of, "own"),
    who: ["OFFICE", "SECRETARY"],
  },
  "proposes that a member leaves an assigned branch": {
    may: (of) => canProposeTransfer(of, "assigned"),
    who: ["OFFICE"],
  },
  "proposes an arrival": { may: (of) => canProposeTransfer(of, null), who: ["OFFICE"] },
  "accepts and rejects": { may: canAcceptTransfer, who: ["OFFICE", "LEADER"] },
  "takes back the own proposal": {
    may: (of) => canCancelTransfer(of, { proposedById: "account" }),
    who: roles.filter((role) => role !== "SYSTEM"),
  },
  "takes back another's proposal": { may: (of) => canCancelTransfer(of, { proposedById: "other" }), who: ["OFFICE"] },
  "enters letters and ends temporary activity": { may: canKeepTransfers, who: ["OFFICE"] },
  "says who has come to the own branch": {
    may: (of) => canReceiveMember(of, "own"),
    who: ["OFFICE", "SECRETARY"],
  },
  "says who has come to another branch": { may: (of) => canReceiveMember(of, "other"), who: ["OFFICE"] },
  "says who has come to no branch": { may: (of) => canReceiveMember(of, null), who: [] },
};

describe("who may do what with transfers", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
