import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canGiveOpinion,
  canReadOpinionsOn,
  canWithdrawOpinion,
  visibleOpinions,
} from "@/lib/features/rating-opinions/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "memberId" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  ...{ roles: role ? [role] : [], memberId: "me", accountId: "account" },
  ownBranchIds: role === "SECRETARY" ? ["own"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
});
const on = (branchId: string | null, memberId: string | null = "other") => ({ branchId, memberId });

const register = ["OFFICE", "LEADER", "SYSTEM"] as const;
const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const rights: Record<string, { may: (of: Rights) => boolean; who: readonly (ActorRole | null)[] }> = {
  "reads every opinion": { may: (of) => visibleOpinions(of).all, who: register },
  "reads those of the own branch": {
    may: (of) => visibleOpinions(of).ownBranchIds.includes("own"),
    who: ["SECRETARY"],
  },
  "reads the own ones of an assigned branch": {
    may: (of) => visibleOpinions(of).assignedBranchIds.includes("assigned"),
    who: ["IN_CHARGE"],
  },
  "hears of subjects of the own branch": {
    may: (of) => canReadOpinionsOn(of, on("own")),
    who: [...register, "SECRETARY"],
  },
  "gives one in the own branch": { may: (of) => canGiveOpinion(of, on("own")), who: [...register, "SECRETARY"] },
  "gives one in an assigned branch": {
    may: (of) => canGiveOpinion(of, on("assigned")),
    who: [...register, "IN_CHARGE"],
  },
  "gives one on the committee": { may: (of) => canGiveOpinion(of, on(null, null)), who: register },
  "gives one on himself": { may: (of) => canGiveOpinion(of, on("own", "me")), who: [] },
  "withdraws what another hand entered": {
    may: (of) => canWithdrawOpinion(of, { ...on("own"), recordedById: "another" }),
    who: ["OFFICE", "SYSTEM"],
  },
  "withdraws the own of the own branch": {
    may: (of) => canWithdrawOpinion(of, { ...on("own"), recordedById: "account" }),
    who: [...register, "SECRETARY"],
  },
  "withdraws one about himself": {
    may: (of) => canWithdrawOpinion(of, { ...on("own", "me"), recordedById: "account" }),
    who: [],
  },
};

describe("who may do what with opinions on who is rated", () => {
  it.each(Object.entries(rights))("%s", (_, { may, who }) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
