import { describe, expect, it } from "vitest";
import type { Actor, ActorRole } from "@/lib/core/actor";
import {
  canKeepTemplates,
  canReadTemplates,
  canTakeBadgePapers,
  canTakeMemberForm,
  canTakeRegister,
  canTakeSensitive,
} from "@/lib/features/documents/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;

const actor = (role: ActorRole | null): Rights => ({
  roles: role ? [role] : [],
  ownBranchIds: role === "SECRETARY" ? ["own"] : [],
  assignedBranchIds: role === "IN_CHARGE" ? ["assigned"] : [],
  accountId: role === "SYSTEM" ? null : "account",
});
const roles = ["OFFICE", "LEADER", "INSPECTOR", "ADMIN", "SYSTEM", "SECRETARY", "IN_CHARGE", null] as const;
const all = ["OFFICE", "LEADER", "SYSTEM"] as const;

describe("who may do what with documents", () => {
  it.each<[string, (of: Rights) => boolean, readonly (ActorRole | null)[]]>([
    ["takes the form of a member of the own branch", (of) => canTakeMemberForm(of, "own"), [...all, "SECRETARY"]],
    ["takes the form of a member of another branch", (of) => canTakeMemberForm(of, "other"), all],
    ["takes the form of a member of a branch in charge of", (of) => canTakeMemberForm(of, "assigned"), all],
    ["takes the form of who is in no branch", (of) => canTakeMemberForm(of, null), all],
    ["takes the papers of an award day", canTakeBadgePapers, all],
    ["takes the register of the own branch", (of) => canTakeRegister(of, "own"), [...all, "SECRETARY"]],
    ["takes the register of another branch", (of) => canTakeRegister(of, "other"), all],
    ["takes the register of a branch in charge of", (of) => canTakeRegister(of, "assigned"), all],
    ["takes the register of the whole", (of) => canTakeRegister(of, null), all],
    ["takes what is sensitive, for a purpose", canTakeSensitive, ["OFFICE", "SYSTEM"]],
    ["looks at the templates", canReadTemplates, [...all, "SECRETARY"]],
    ["replaces a template", canKeepTemplates, ["OFFICE"]],
  ])("%s", (_, may, who) => {
    expect(roles.filter((role) => may(actor(role)))).toEqual(roles.filter((role) => who.includes(role)));
  });
});
