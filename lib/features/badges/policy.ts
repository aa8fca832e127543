import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Whose badges the actor sees: everybody's, or those of the members who are in the own branches. */
export function visibleBadges(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "badge", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "badge", "read") };
}

/** Whether there is any list of badges for this actor. */
export function canListBadges(actor: Rights): boolean {
  const reach = visibleBadges(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor may read the badges of a member who is in that branch today. */
export function canReadBadges(actor: Rights, branchId: string | null): boolean {
  return reachesBranch(actor, "badge", "read", branchId);
}

/** Whether the actor may propose badges and enter old ones. */
export function canProposeBadges(actor: Rights): boolean {
  return reachesRegister(actor, "badge", "create");
}

/** Whether the actor may enter what the superior body decided, and withdraw. */
export function canDecideBadges(actor: Rights): boolean {
  return reachesRegister(actor, "badge", "update");
}
