import type { Actor } from "@/lib/core/actor";
import { scopesOf } from "@/lib/core/policy-table";

/** Whose events the actor reads: all of the register, those of accounts, or only the own ones. */
export function visibleEvents(actor: Pick<Actor, "roles">): "ALL" | "ACCOUNTS" | "OWN" {
  const scopes = scopesOf(actor, "auditTrail", "read");
  if (scopes.includes("REGISTER")) return "ALL";
  return scopes.includes("CASE") ? "ACCOUNTS" : "OWN";
}

/** Whether the actor may have the whole chain recomputed. */
export function canCheckChain(actor: Pick<Actor, "roles">): boolean {
  return visibleEvents(actor) !== "OWN";
}
