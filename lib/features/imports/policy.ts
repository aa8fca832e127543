import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;

/** Which imports a list may hold: all of the register, those of one's own account, or none. */
export function visibleImports(
  actor: Rights,
): { kind: "REGISTER" } | { kind: "OWN"; accountId: string } | { kind: "NONE" } {
  if (reachesRegister(actor, "rosterImport", "read")) return { kind: "REGISTER" };
  const isOwner = actor.accountId !== null && branchesOf(actor, "rosterImport", "read").length > 0;
  return isOwner && actor.accountId ? { kind: "OWN", accountId: actor.accountId } : { kind: "NONE" };
}

/** Whether the actor may bring a roster. Work without a person brings none. */
export function canImport(actor: Rights): boolean {
  const reaches =
    reachesRegister(actor, "rosterImport", "create") || branchesOf(actor, "rosterImport", "create").length > 0;
  return actor.accountId !== null && reaches;
}

/** Whether the actor may go on with an import: match columns, decide, confirm, and see the people of its file. */
export function canContinueImport(actor: Rights, of: { accountId: string }): boolean {
  if (reachesRegister(actor, "rosterImport", "update")) return true;
  return actor.accountId === of.accountId && branchesOf(actor, "rosterImport", "update").length > 0;
}

/** Whether the actor may take an import back: somebody else than who brought it (SECURITY FILE-14). */
export function canUndoImport(actor: Rights, of: { accountId: string }): boolean {
  return reachesRegister(actor, "rosterImport", "undo") && actor.accountId !== null && actor.accountId !== of.accountId;
}

/** Whether the actor may take a branch's book away to edit it: who may bring it back. */
export function canTakeBook(actor: Rights, branchId: string): boolean {
  if (actor.accountId === null) return false;
  return (
    reachesRegister(actor, "rosterImport", "create") || branchesOf(actor, "rosterImport", "create").includes(branchId)
  );
}
