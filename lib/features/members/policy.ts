import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister, scopesOf } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/**
 * Which members a list may hold. REGISTER: all. BRANCHES: those of the own branches on any day asked for, and those of the
 * assigned branches while they are in them.
 */
export type MemberScope =
  | { readonly kind: "REGISTER" }
  | { readonly kind: "BRANCHES"; readonly ownBranchIds: string[]; readonly assignedBranchIds: string[] };

/** The filter for lists, searches, counts and exports of members. */
export function visibleMembers(actor: Rights): MemberScope {
  if (reachesRegister(actor, "member", "read")) return { kind: "REGISTER" };
  const scopes = scopesOf(actor, "member", "read");
  return {
    kind: "BRANCHES",
    ownBranchIds: scopes.includes("OWN_BRANCH") ? [...actor.ownBranchIds] : [],
    assignedBranchIds: scopes.includes("ASSIGNED_BRANCH") ? [...actor.assignedBranchIds] : [],
  };
}

/** Whether there is any list of members for this actor at all. */
export function canListMembers(actor: Rights): boolean {
  const scope = visibleMembers(actor);
  return scope.kind === "REGISTER" || scope.ownBranchIds.length + scope.assignedBranchIds.length > 0;
}

/** Whether a list may be filtered and sorted by what only some may read: ethnicity, religion. */
export function canFilterBySensitive(actor: Rights): boolean {
  return scopesOf(actor, "memberSensitive", "read").some((scope) => scope !== "SELF") && !onlyInCharge(actor);
}

function onlyInCharge(actor: Rights): boolean {
  return !reachesRegister(actor, "memberSensitive", "read") && actor.assignedBranchIds.length > 0;
}

/** Whether the actor may enter a new member. */
export function canAddMember(actor: Rights): boolean {
  return reachesRegister(actor, "member", "create");
}

/** Whether the actor may edit a member who is in that branch today. */
export function canEditMember(actor: Rights, branchId: string | null): boolean {
  return reachesBranch(actor, "memberProfile", "update", branchId);
}

/** Whether the actor keeps the register itself: card numbers and the dates of admission. */
export function canEditRegisterFields(actor: Rights): boolean {
  return reachesRegister(actor, "memberRegister", "update");
}

/** Whether the actor may move members between branches, record departures, exemptions and suspensions. */
export function canMoveMember(actor: Rights): boolean {
  return reachesRegister(actor, "membership", "update");
}

/** Whether the actor may read in the audit trail what others did with a member's record. */
export function canReadTrail(actor: Rights): boolean {
  return reachesRegister(actor, "auditTrail", "read");
}

/** Whether the actor may take the list away as a file, and of which branches: null means all. */
export function visibleForExport(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "member", "export")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "member", "export") };
}

/** Whether sensitive columns may leave as a file. */
export function canExportSensitive(actor: Rights): boolean {
  return reachesRegister(actor, "memberSensitive", "export");
}

/**
 * Whether the actor may see the whole ID numbers of a member, which every screen masks: the office and leaders, not the own
 * branch, who keeps the record without them.
 */
export function canRevealIdNumbers(actor: Rights): boolean {
  return reachesRegister(actor, "memberSensitive", "read");
}

/** Whether the actor may read everything the register holds of any member, with who changed and who read it. */
export function canReadWholeFile(actor: Rights): boolean {
  return reachesRegister(actor, "memberSensitive", "read");
}
