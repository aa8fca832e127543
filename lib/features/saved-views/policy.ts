import type { Actor } from "@/lib/core/actor";
import { reachesRegister, scopesOf } from "@/lib/core/policy-table";
import { canListMembers } from "@/lib/features/members/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds" | "accountId">;

/** Which saved views a list may hold: one's own, and those shared with the office and the leaders. */
export function visibleViews(actor: Rights): { accountId: string | null; shared: boolean } {
  return { accountId: actor.accountId, shared: reachesRegister(actor, "savedView", "read") };
}

/** Whether the actor keeps views: whoever has a list of members. Work without a person keeps none. */
export function canKeepViews(actor: Rights): boolean {
  return actor.accountId !== null && canListMembers(actor) && scopesOf(actor, "savedView", "create").length > 0;
}

/** Whether the actor may share a view with the office and the leaders. */
export function canShareViews(actor: Rights): boolean {
  return canKeepViews(actor) && reachesRegister(actor, "savedView", "create");
}

/** Whether the actor may rename, replace, share or delete a view: nobody but its owner. */
export function canEditView(actor: Rights, view: { accountId: string }): boolean {
  return canKeepViews(actor) && actor.accountId === view.accountId;
}
