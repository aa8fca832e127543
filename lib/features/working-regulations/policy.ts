import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Of which branches the actor reads the working regulations: all, or the own ones and those in charge. */
export function visibleRegulations(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "workingRegulation", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "workingRegulation", "read") };
}

/** Whether there are working regulations of any branch for this actor to read. */
export function canListRegulations(actor: Rights): boolean {
  const reach = visibleRegulations(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor reads the working regulations of that branch. */
export function canReadRegulations(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "workingRegulation", "read", branchId);
}

/** Whether the actor enters versions of that branch and annuls those entered by mistake: the branch itself, or the office for it. */
export function canKeepRegulations(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "workingRegulation", "update", branchId);
}
