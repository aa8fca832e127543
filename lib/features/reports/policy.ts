import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/**
 * Which branches' rises and falls the actor sees: all, or those of the own branches. Who is in charge of a branch sees who is in
 * it while they are, and so no rises and falls.
 */
export function visibleRolls(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "formerMember", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "formerMember", "read") };
}

/** Whether there is a table of rises and falls for this actor. */
export function canSeeRolls(actor: Rights): boolean {
  const reach = visibleRolls(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor looks after what has been kept long enough: who reads every former member's record. */
export function canSeeRetention(actor: Rights): boolean {
  return reachesRegister(actor, "formerMember", "read");
}

/** Whether the actor may close the table of a quarter or a year. */
export function canCloseRoll(actor: Rights): boolean {
  return reachesRegister(actor, "rollClosing", "create");
}
