import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Hand = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;
type Rights = Omit<Hand, "accountId">;

/** The branches whose transfers a list may hold, from them and to them: all, or the own ones. */
export function visibleTransfers(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "transfer", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "transfer", "read") };
}

/** Whether there is any list of transfers for this actor at all. */
export function canListTransfers(actor: Rights): boolean {
  const visible = visibleTransfers(actor);
  return visible.all || visible.branchIds.length > 0;
}

/** Whether the actor may propose that a member leaves this branch; with null, that somebody comes from outside. Never the system. */
export function canProposeTransfer(actor: Hand, fromBranchId: string | null): boolean {
  return actor.accountId !== null && reachesBranch(actor, "transfer", "create", fromBranchId);
}

/** Whether the actor may accept or reject what another person has proposed. */
export function canAcceptTransfer(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "transfer", "confirm");
}

/** Whether the actor may take a proposal back: who made it, and the office. */
export function canCancelTransfer(actor: Hand, of: { readonly proposedById: string }): boolean {
  return of.proposedById === actor.accountId || reachesRegister(actor, "transfer", "update");
}

/** Whether the actor may enter the letter of introduction, and end temporary activity. */
export function canKeepTransfers(actor: Rights): boolean {
  return reachesRegister(actor, "transfer", "update");
}

/** Whether the actor may say when the member has come to that branch. */
export function canReceiveMember(actor: Rights, toBranchId: string | null): boolean {
  if (toBranchId === null) return false;
  return reachesRegister(actor, "transfer", "update") || branchesOf(actor, "transfer", "read").includes(toBranchId);
}
