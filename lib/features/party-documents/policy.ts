import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Which papers the actor reads: all; or what is for all branches where `circulars` says so, and what is addressed to those branches. */
export type DocumentReach =
  | { readonly all: true }
  | { readonly all: false; readonly circulars: boolean; readonly branchIds: readonly string[] };

/** Which papers of the register the actor reads. */
export function visibleDocuments(actor: Rights): DocumentReach {
  if (reachesRegister(actor, "partyDocument", "read")) return { all: true };
  const circulars = reachesRegister(actor, "circular", "read");
  return { all: false, circulars, branchIds: branchesOf(actor, "partyDocument", "read") };
}

/** Whether there is any paper for this actor to read. */
export function canListDocuments(actor: Rights): boolean {
  const reach = visibleDocuments(actor);
  return reach.all || reach.circulars || reach.branchIds.length > 0;
}

/** Whether the actor enters papers into the register and gives numbers: the office. */
export function canRegisterDocuments(actor: Pick<Actor, "roles">): boolean {
  return reachesRegister(actor, "partyDocument", "create");
}

/** Whether the actor puts papers of the register right, or annuls them. */
export function canKeepDocuments(actor: Pick<Actor, "roles">): boolean {
  return reachesRegister(actor, "partyDocument", "update");
}

/** Which branches' passing on of papers the actor reads. */
export function visibleDissemination(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "dissemination", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "dissemination", "read") };
}

/** Whether the actor reads whether that branch has passed papers on. */
export function canReadDissemination(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "dissemination", "read", branchId);
}

/** Whether the actor says at which meeting that branch passed a paper on: the branch itself, or the office for it. */
export function canRecordDissemination(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "dissemination", "create", branchId);
}
