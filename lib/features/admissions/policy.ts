import type { Actor } from "@/lib/core/actor";
import type { DossierKind } from "@/lib/core/db/generated/enums";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;
type Hand = Rights & Pick<Actor, "accountId">;

/**
 * The branches whose dossiers a list may hold: all, or the own ones; of those, dossiers of expulsion and about the person
 * only once they have taken effect.
 */
export function visibleDossiers(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "dossier", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "dossier", "read") };
}

/** Whether there is any list of dossiers for this actor at all. */
export function canListDossiers(actor: Rights): boolean {
  const visible = visibleDossiers(actor);
  return visible.all || visible.branchIds.length > 0;
}

/** Whether the actor may open a dossier of that kind in that branch; an expulsion is for who keeps the whole register. */
export function canOpenDossier(actor: Rights, branchId: string, kind: DossierKind): boolean {
  if (kind === "EXPULSION") return reachesRegister(actor, "dossier", "create");
  return reachesBranch(actor, "dossier", "create", branchId);
}

/** Whether the actor may open a dossier for somebody who has left the Party. */
export function canOpenReadmission(actor: Rights): boolean {
  return reachesRegister(actor, "dossier", "create");
}

/** Whether the actor may record that a member has died. */
export function canRecordDeath(actor: Rights): boolean {
  return reachesRegister(actor, "membership", "update");
}

/** Whether there is a branch in which the actor may open one. */
export function canOpenAnyDossier(actor: Rights): boolean {
  return reachesRegister(actor, "dossier", "create") || branchesOf(actor, "dossier", "create").length > 0;
}

/** Whether the actor may gather the papers of a dossier of that branch, enter its vote, and close it. */
export function canWorkOnDossier(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "dossier", "update", branchId);
}

/** Whether the actor may record decisions from the minutes: a person with that right, never the system. */
export function canRecordDecision(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "dossier", "record");
}

/** Whether the actor may confirm what another person has recorded, or send it back. */
export function canConfirmDecision(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "dossier", "confirm");
}

/** Whether the actor may enter a ceremony, with which a member's record begins. */
export function canHoldCeremony(actor: Rights): boolean {
  return reachesRegister(actor, "member", "create");
}
