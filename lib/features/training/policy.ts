import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;

/** Whose courses the actor reads: everybody's, or those of the members who are in the own branches. */
export function visibleTraining(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "training", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "training", "read") };
}

/** Whether there is any list of courses for this actor. */
export function canListTraining(actor: Rights): boolean {
  const reach = visibleTraining(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor may open courses and send people to them. */
export function canOpenCourse(actor: Rights): boolean {
  return reachesRegister(actor, "training", "create");
}

/** Whether the actor may put courses right and enter how they ended for whom. */
export function canKeepCourse(actor: Rights): boolean {
  return reachesRegister(actor, "training", "update");
}

/** Whether the actor may know who is planned for which post. */
export function canReadPlan(actor: Rights): boolean {
  return reachesRegister(actor, "cadrePlan", "read");
}

/** Whether the actor may enter who is planned. */
export function canPlanPeople(actor: Rights): boolean {
  return reachesRegister(actor, "cadrePlan", "create");
}

/** Whether the actor may take somebody off the plan. */
export function canEndPlan(actor: Rights): boolean {
  return reachesRegister(actor, "cadrePlan", "update");
}
