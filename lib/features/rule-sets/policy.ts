import type { Actor } from "@/lib/core/actor";
import { reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles">;
type Hand = Pick<Actor, "roles" | "accountId">;

/** Whether the actor may copy the shipped rules into the register. */
export function canInstallRuleSets(actor: Rights): boolean {
  return reachesRegister(actor, "ruleSet", "create");
}

/** Whether the actor reads the rules the register works by. */
export function canListRuleSets(actor: Rights): boolean {
  return reachesRegister(actor, "ruleSet", "read");
}

/** Whether the actor knows of next versions before they are confirmed. */
export function canReadRevisions(actor: Rights): boolean {
  return reachesRegister(actor, "ruleRevision", "read");
}

/* A next version is signed: written, submitted and confirmed by persons, never by the system. */

/** Whether the actor may write a next version of rules, submit it and give it up. */
export function canReviseRules(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "ruleRevision", "create");
}

/** Whether the actor may confirm a next version that another person has submitted, or send it back. */
export function canConfirmRevision(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "ruleRevision", "confirm");
}
