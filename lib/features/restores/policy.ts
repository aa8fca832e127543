import type { Actor } from "@/lib/core/actor";
import { reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles">;

/** Whether the actor may see what restores there were of the register. */
export function canReadRestores(actor: Rights): boolean {
  return reachesRegister(actor, "restore", "read");
}

/** Whether the actor may accept a restored state, in an own name. That nobody does who administers is a rule, not a right. */
export function canAcceptRestore(actor: Rights & Pick<Actor, "accountId">): boolean {
  return actor.accountId !== null && reachesRegister(actor, "restore", "confirm");
}
