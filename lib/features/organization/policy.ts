import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Whether the actor may open branches and villages, and record offices. */
export function canEditOrganization(actor: Rights): boolean {
  return reachesRegister(actor, "organization", "update");
}

/** Whether the actor may change the branch's meeting place and telephone. */
export function canEditBranchContact(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "branchContact", "update", branchId);
}

/** Whether the actor sees who holds which office in every branch, or only in the branches named by `visibleOffices`. */
export function visibleOffices(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "branchOffice", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "branchOffice", "read") };
}

/** Whether the actor sees the seats of the committee. */
export function canSeeCommittee(actor: Rights): boolean {
  return reachesRegister(actor, "committeeOffice", "read");
}

/** Whether the actor may give and end seats of the committee. */
export function canEditCommittee(actor: Rights): boolean {
  return reachesRegister(actor, "committeeOffice", "update");
}

/** Whether the actor may open the branch's own page: everyone who reads something inside it. */
export function canOpenBranch(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "member", "read", branchId) || reachesBranch(actor, "branchOffice", "read", branchId);
}

/**
 * Which branches' members the actor may count on a day: all, the own ones on any day, and the assigned ones today only,
 * since who was in them before is not the reader's to see.
 */
export function visibleHeadcounts(
  actor: Rights & Pick<Actor, "today">,
  on: Actor["today"],
): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "member", "read")) return { all: true };
  const reached = branchesOf(actor, "member", "read");
  return { all: false, branchIds: reached.filter((id) => on === actor.today || actor.ownBranchIds.includes(id)) };
}

/** Whether the actor may know how many of the branch's members are of an ethnic minority. */
export function canCountEthnicity(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "memberSensitive", "read", branchId);
}

/** Whether the actor may know the own telephone number of who leads the branch. */
export function canCallSecretary(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "memberSensitive", "read", branchId);
}

/** Whether the actor may read the branch's meeting place and telephone. */
export function canReadBranchContact(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "branchContact", "read", branchId);
}

/** Whether the actor may know which branches and villages there are. */
export function canListBranches(actor: Rights): boolean {
  return reachesRegister(actor, "organization", "read");
}

/** Whether the actor may open terms of branches and say when they end. */
export function canEditBranchTerms(actor: Rights): boolean {
  return reachesRegister(actor, "branchTerm", "update");
}

/** Whether the actor reads the terms of every branch, or only of the branches named by `visibleBranchTerms`. */
export function visibleBranchTerms(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "branchTerm", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "branchTerm", "read") };
}
