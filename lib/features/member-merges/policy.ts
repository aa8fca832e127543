import type { Actor } from "@/lib/core/actor";
import { reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "accountId">;
type Merge = { readonly proposedById: string };

/** Whether the actor sees which records may be of one person, and what was done about them. */
export function canReadMerges(actor: Rights): boolean {
  return reachesRegister(actor, "memberMerge", "read");
}

/** Whether the actor may propose that two records become one. Work without a person proposes nothing. */
export function canProposeMerge(actor: Rights): boolean {
  return actor.accountId !== null && reachesRegister(actor, "memberMerge", "create");
}

/** Whether the actor may confirm it: somebody else than who proposed it (SOD-1). */
export function canConfirmMerge(actor: Rights, { proposedById }: Merge): boolean {
  const may = actor.accountId !== null && reachesRegister(actor, "memberMerge", "confirm");
  return may && actor.accountId !== proposedById;
}

/** Whether the actor may call a proposal off: its proposer, and who might confirm it. */
export function canCancelMerge(actor: Rights, merge: Merge): boolean {
  return canConfirmMerge(actor, merge) || (canProposeMerge(actor) && actor.accountId === merge.proposedById);
}

/** Whether the actor may give the two records back. */
export function canUndoMerge(actor: Rights): boolean {
  return actor.accountId !== null && reachesRegister(actor, "memberMerge", "undo");
}
