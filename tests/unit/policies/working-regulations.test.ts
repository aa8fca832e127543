import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canKeepRegulations,
  canListRegulations,
  canReadRegulations,
  visibleRegulations,
} from "@/lib/features/working-regulations/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

const actor = (role: ActorRole | null): Rights => ({
  roles: role ? [role] : [],
  ownBranchIds: role === "SECRETARY" ? ["own"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
});

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "reads some": {
    may: canListRegulations,
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY", "IN_CHARGE"],
  },
  "reads those of all branches": {
    may: (of) => visibleRegulations(of).all,
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM"],
  },
  "reads those of the own branch": {
    may: (of) => canReadRegulations(of, "own"),
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY"],
  },
  "reads those of the assigned branch": {
    may: (of) => canReadRegulations(of, "assigned"),
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "IN_CHARGE"],
  },
  "keeps those of the own branch": {
    may: (of) => canKeepRegulations(of, "own"),
    who: ["OFFICE", "SYSTEM", "SECRETARY"],
  },
  "keeps those of the assigned branch": {
    may: (of) => canKeepRegulations(of, "assigned"),
    who: ["OFFICE", "SYSTEM"],
  },
};

describe("who may do what with working regulations", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
