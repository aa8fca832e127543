import type { Actor } from "@/lib/core/actor";
import { reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles">;

/** Whether the actor may copy the shipped rules into the register. */
export function canInstallRuleSets(actor: Rights): boolean {
  return reachesRegister(actor, "ruleSet", "create");
}

/** Whether the actor reads the rules the register works by. */
export function canListRuleSets(actor: Rights): boolean {
  return reachesRegister(actor, "ruleSet", "read");
}
