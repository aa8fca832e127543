import type { Actor } from "@/lib/core/actor";
import { reachesRegister, scopesOf } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "accountId">;

/** Whether the actor may see the accounts of the register. */
export function canListAccounts(actor: Rights): boolean {
  return reachesRegister(actor, "account", "read");
}

/** Whether the actor may see this account: the register's, or the own one. */
export function canReadAccount(actor: Rights, accountId: string): boolean {
  return (
    canListAccounts(actor) || (accountId === actor.accountId && scopesOf(actor, "account", "read").includes("SELF"))
  );
}

/** Whether the actor may invite people. */
export function canInvite(actor: Rights): boolean {
  return reachesRegister(actor, "account", "create");
}

/** Whether the actor may disable and enable the account, issue a code for it and end its sessions. */
export function canKeepAccount(actor: Rights): boolean {
  return reachesRegister(actor, "account", "update");
}

/** Whether the actor sees where the account is signed in. */
export function canSeeSessions(actor: Rights): boolean {
  return canKeepAccount(actor);
}

/** Whether the actor may see who holds which right. */
export function canReadGrants(actor: Rights): boolean {
  return reachesRegister(actor, "roleGrant", "read");
}

/** Whether the actor may propose and end rights and propose the link to a member. */
export function canGrant(actor: Rights): boolean {
  return reachesRegister(actor, "roleGrant", "create");
}

/** Whether the actor may confirm rights and links. That nobody confirms the own ones is a rule, not a right. */
export function canConfirm(actor: Rights): boolean {
  return reachesRegister(actor, "roleGrant", "confirm");
}
