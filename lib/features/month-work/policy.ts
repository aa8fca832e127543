import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesBranch, reachesRegister } from "@/lib/core/policy-table";
import { canOverseeCases } from "@/lib/features/inspections/policy";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Of which branches the actor sees when they were reminded: all, or the own ones and those in charge. */
export function visibleReminders(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "branchReminder", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "branchReminder", "read") };
}

/** Whether there is any work for this actor to see: of branches, or of cases that the actor oversees. */
export function canSeeMonthWork(actor: Rights): boolean {
  const reach = visibleReminders(actor);
  return reach.all || reach.branchIds.length > 0 || canOverseeCases(actor);
}

/** Whether the actor sees the work of that branch. */
export function canSeeWorkOf(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "branchReminder", "read", branchId);
}

/** Whether the actor may note down that the branch was reminded: the office, leadership, and who is in charge of it. */
export function canRemindBranch(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "branchReminder", "create", branchId);
}

/** Whether the actor's first page is that of the own branch or of the branches in charge. */
export function canSeeHome({ ownBranchIds, assignedBranchIds }: Rights): boolean {
  return ownBranchIds.length > 0 || assignedBranchIds.length > 0;
}
