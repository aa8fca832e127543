import type { Actor } from "@/lib/core/actor";
import { reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Whether the actor may take the form of a member who is in that branch today away; nobody may of who is in none but the register's keepers. */
export function canTakeMemberForm(actor: Rights, branchId: string | null): boolean {
  return reachesBranch(actor, "memberProfile", "export", branchId);
}

/** Whether the actor may take the list and the proposal of an award day away. */
export function canTakeBadgePapers(actor: Rights): boolean {
  return reachesRegister(actor, "badge", "export");
}

/** Whether the actor may look at the templates and take them away. */
export function canReadTemplates(actor: Rights): boolean {
  return reachesRegister(actor, "documentTemplate", "read");
}

/** Whether the actor may put the committee's own templates in the place of the shipped ones: a person, who signs for it. */
export function canKeepTemplates(actor: Rights & Pick<Actor, "accountId">): boolean {
  return actor.accountId !== null && reachesRegister(actor, "documentTemplate", "create");
}

/** Whether the actor may take the register of that branch away; with null, of the whole. */
export function canTakeRegister(actor: Rights, branchId: string | null): boolean {
  return reachesBranch(actor, "member", "export", branchId);
}

/** Whether the actor may take documents away with what is sensitive in them, for a purpose. */
export function canTakeSensitive(actor: Rights): boolean {
  return reachesRegister(actor, "memberSensitive", "export");
}
