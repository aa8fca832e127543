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

/*
 * Transfers are signed: whatever is written about one is written by a person, never by the system.
 */

/** Whether the actor may propose that a member leaves this branch; with null, that somebody comes from outside. */
export function canProposeTransfer(actor: Hand, fromBranchId: string | null): boolean {
  return isPerson(actor) && reachesBranch(actor, "transfer", "create", fromBranchId);
}

/** Whether the actor may accept or reject what another person has proposed. */
export function canAcceptTransfer(actor: Hand): boolean {
  return isPerson(actor) && reachesRegister(actor, "transfer", "confirm");
}

/** Whether the actor may take a proposal back: who made it, and the office. */
export function canCancelTransfer(actor: Hand, of: { readonly proposedById: string }): boolean {
  return of.proposedById === actor.accountId || canKeepTransfers(actor);
}

/** Whether the actor may enter the letter of introduction, and end temporary activity. */
export function canKeepTransfers(actor: Hand): boolean {
  return isPerson(actor) && reachesRegister(actor, "transfer", "update");
}

/** Whether the actor may say when the member has come to that branch. */
export function canReceiveMember(actor: Hand, toBranchId: string | null): boolean {
  return toBranchId !== null && isPerson(actor) && reachesBranch(actor, "transfer", "update", toBranchId);
}

function isPerson(actor: Pick<Actor, "accountId">): boolean {
  return actor.accountId !== null;
}
