import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import { canContinueImport, canImport, canUndoImport, visibleImports } from "@/lib/features/imports/policy";

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
const own = { accountId: "account" };
const others = { accountId: "other" };

describe("who may do what with imports", () => {
  it.each<[string, (of: Rights) => boolean, readonly (ActorRole | null)[]]>([
    ["reads every import", (of) => visibleImports(of).kind === "REGISTER", ["OFFICE", "LEADER", "SYSTEM"]],
    ["reads the own ones", (of) => visibleImports(of).kind === "OWN", ["SECRETARY"]],
    ["brings a file", canImport, ["OFFICE", "SECRETARY"]],
    ["goes on with the own import", (of) => canContinueImport(of, own), ["OFFICE", "SYSTEM", "SECRETARY"]],
    ["goes on with somebody else's", (of) => canContinueImport(of, others), ["OFFICE", "SYSTEM"]],
    ["takes the own import back", (of) => canUndoImport(of, own), []],
    ["takes somebody else's back", (of) => canUndoImport(of, others), ["OFFICE", "LEADER"]],
  ])("%s", (_, may, who) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
