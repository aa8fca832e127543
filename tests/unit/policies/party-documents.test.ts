import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canKeepDocuments,
  canListDocuments,
  canReadDissemination,
  canRecordDissemination,
  canRegisterDocuments,
  visibleDissemination,
  visibleDocuments,
} from "@/lib/features/party-documents/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

const actor = (role: ActorRole | null): Rights => ({
  roles: role ? [role] : [],
  ownBranchIds: role === "SECRETARY" ? ["own"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
});

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "reads papers": {
    may: canListDocuments,
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY", "IN_CHARGE"],
  },
  "reads all papers": { may: (of) => visibleDocuments(of).all, who: ["OFFICE", "LEADER", "SYSTEM"] },
  "registers and numbers them": { may: canRegisterDocuments, who: ["OFFICE", "SYSTEM"] },
  "reads how far all branches are": {
    may: (of) => visibleDissemination(of).all,
    who: ["OFFICE", "LEADER", "SYSTEM"],
  },
  "reads how far the own branch is": {
    may: (of) => canReadDissemination(of, "own"),
    who: ["OFFICE", "LEADER", "SYSTEM", "SECRETARY"],
  },
  "reads how far the assigned branch is": {
    may: (of) => canReadDissemination(of, "assigned"),
    who: ["OFFICE", "LEADER", "SYSTEM", "IN_CHARGE"],
  },
  "says where the own branch passed on": {
    may: (of) => canRecordDissemination(of, "own"),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "says where the assigned branch passed on": {
    may: (of) => canRecordDissemination(of, "assigned"),
    who: ["OFFICE", "SYSTEM"],
  },
  "puts them right and annuls them": { may: canKeepDocuments, who: ["OFFICE", "SYSTEM"] },
};

describe("who may do what with Party documents", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });

  it("reads by branch what is addressed to it", () => {
    expect(visibleDocuments(actor("SECRETARY"))).toEqual({ all: false, circulars: true, branchIds: ["own"] });
    expect(visibleDocuments(actor("IN_CHARGE"))).toEqual({ all: false, circulars: true, branchIds: ["assigned"] });
    expect(visibleDocuments(actor("INSPECTOR"))).toEqual({ all: false, circulars: true, branchIds: [] });
    expect(visibleDocuments(actor("ADMIN"))).toEqual({ all: false, circulars: false, branchIds: [] });
  });
});
