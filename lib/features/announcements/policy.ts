import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;
type Hand = Rights & Pick<Actor, "accountId">;

/** Whose announcements the actor reads: every one, or those for all and for the own branches and the branches in charge. */
export function visibleAnnouncements(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "announcement", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "announcement", "read") };
}

/** Whether there is any announcement for this actor. */
export function canListAnnouncements(actor: Rights): boolean {
  const reach = visibleAnnouncements(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor may tell the branches something, in an own name. */
export function canPost(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "announcement", "create");
}

/** Whether the actor may withdraw what was told. */
export function canWithdraw(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "announcement", "update");
}

/** Whether the actor may say something about what is told, in an own name. */
export function canComment(actor: Hand): boolean {
  if (actor.accountId === null) return false;
  if (reachesRegister(actor, "announcementComment", "create")) return true;
  return branchesOf(actor, "announcementComment", "create").length > 0;
}

/** Whether the actor may hide what somebody said. */
export function canHideComment(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "announcementComment", "update");
}
