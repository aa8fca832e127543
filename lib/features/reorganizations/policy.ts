import type { Actor } from "@/lib/core/actor";
import { reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles">;
type Hand = Rights & Pick<Actor, "accountId">;

/** Whether the actor may know of reorganisations that have taken effect. */
export function canKnowReorganizations(actor: Rights): boolean {
  return reachesRegister(actor, "reorganization", "read");
}

/** Whether the actor reads reorganisations in every state, and by name who and what goes where. */
export function canReadReorganizationPlans(actor: Rights): boolean {
  return reachesRegister(actor, "reorganizationPlan", "read");
}

/* Reorganisations are signed: proposed, taken back and answered by persons, never by the system. */

/** Whether the actor may propose a reorganisation. */
export function canProposeReorganization(actor: Hand): boolean {
  return isPerson(actor) && reachesRegister(actor, "reorganizationPlan", "create");
}

/** Whether the actor may take a proposal back. */
export function canCancelReorganization(actor: Hand): boolean {
  return isPerson(actor) && reachesRegister(actor, "reorganizationPlan", "update");
}

/** Whether the actor may confirm or reject what another person has proposed. */
export function canConfirmReorganization(actor: Hand): boolean {
  return isPerson(actor) && reachesRegister(actor, "reorganizationPlan", "confirm");
}

function isPerson(actor: Pick<Actor, "accountId">): boolean {
  return actor.accountId !== null;
}
