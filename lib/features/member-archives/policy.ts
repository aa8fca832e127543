import type { Actor } from "@/lib/core/actor";
import { reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "accountId">;
type Archive = { readonly proposedById: string };

/** Whether the actor sees what went into the archive, and what is proposed for it. */
export function canReadArchives(actor: Rights): boolean {
  return reachesRegister(actor, "memberArchive", "read");
}

/** Whether the actor may propose a record for the archive. Work without a person proposes nothing. */
export function canProposeArchive(actor: Rights): boolean {
  return actor.accountId !== null && reachesRegister(actor, "memberArchive", "create");
}

/** Whether the actor may confirm it: somebody else than who proposed it (SOD-1). */
export function canConfirmArchive(actor: Rights, { proposedById }: Archive): boolean {
  const may = actor.accountId !== null && reachesRegister(actor, "memberArchive", "confirm");
  return may && actor.accountId !== proposedById;
}

/** Whether the actor may call a proposal off: its proposer, and who might confirm it. */
export function canCancelArchive(actor: Rights, archive: Archive): boolean {
  return canConfirmArchive(actor, archive) || (canProposeArchive(actor) && actor.accountId === archive.proposedById);
}

/** Whether the actor may give an archived record back. */
export function canUndoArchive(actor: Rights): boolean {
  return actor.accountId !== null && reachesRegister(actor, "memberArchive", "undo");
}
