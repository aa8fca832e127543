import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canCancelReorganization,
  canConfirmReorganization,
  canKnowReorganizations,
  canProposeReorganization,
  canReadReorganizationPlans,
} from "@/lib/features/reorganizations/policy";

type Rights = Pick<Actor, "roles" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  roles: role ? [role] : [],
  accountId: role === "SYSTEM" ? null : "account",
});

const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "knows what is in effect": {
    may: canKnowReorganizations,
    who: ["OFFICE", "LEADER", "INSPECTOR", "SYSTEM", "SECRETARY", "IN_CHARGE"],
  },
  "reads proposals and who goes where": { may: canReadReorganizationPlans, who: ["OFFICE", "LEADER", "SYSTEM"] },
  proposes: { may: canProposeReorganization, who: ["OFFICE"] },
  "takes back": { may: canCancelReorganization, who: ["OFFICE"] },
  "confirms and rejects": { may: canConfirmReorganization, who: ["LEADER"] },
};

describe("who may do what with reorganisations", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
