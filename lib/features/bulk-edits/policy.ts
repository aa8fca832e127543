import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;

/** Which bulk edits a list may hold: all of the register, those of one's own account, or none. */
export function visibleBulkEdits(
  actor: Rights,
): { kind: "REGISTER" } | { kind: "OWN"; accountId: string } | { kind: "NONE" } {
  if (reachesRegister(actor, "bulkEdit", "read")) return { kind: "REGISTER" };
  const isEditor = actor.accountId !== null && branchesOf(actor, "bulkEdit", "read").length > 0;
  return isEditor && actor.accountId ? { kind: "OWN", accountId: actor.accountId } : { kind: "NONE" };
}

/** Whether the actor may prepare a bulk edit. Whose records it changes is asked for each member. Work without a person prepares none. */
export function canEditInBulk(actor: Rights): boolean {
  const reaches = reachesRegister(actor, "bulkEdit", "create") || branchesOf(actor, "bulkEdit", "create").length > 0;
  return actor.accountId !== null && reaches;
}

/** Whether the actor may carry out what was prepared: nobody but who has looked at it. */
export function canCarryOut(actor: Rights, edit: { accountId: string }): boolean {
  return canEditInBulk(actor) && actor.accountId === edit.accountId;
}

/** Whether the actor may take a bulk edit back: its editor, and the office. */
export function canUndoBulkEdit(actor: Rights, edit: { accountId: string }): boolean {
  if (actor.accountId === null) return false;
  return reachesRegister(actor, "bulkEdit", "update") || canCarryOut(actor, edit);
}
