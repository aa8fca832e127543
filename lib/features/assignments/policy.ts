import type { Actor } from "@/lib/core/actor";
import { branchesOf, reachesRegister } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;
type Hand = Pick<Actor, "roles" | "accountId">;

/** Which branches' assignments the actor sees: all, or those of the own branches and of the branches in charge. */
export function visibleAssignments(actor: Rights): { all: true } | { all: false; branchIds: string[] } {
  if (reachesRegister(actor, "assignment", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "assignment", "read") };
}

/** Whether there is any assignment for this actor to read. */
export function canListAssignments(actor: Rights): boolean {
  const reach = visibleAssignments(actor);
  return reach.all || reach.branchIds.length > 0;
}

/** Whether the actor may put committee members in charge of branches. */
export function canAssign(actor: Rights): boolean {
  return reachesRegister(actor, "assignment", "create");
}

/** Whether the actor may change, correct and end assignments. */
export function canChangeAssignment(actor: Rights): boolean {
  return reachesRegister(actor, "assignment", "update");
}

/** Whether the actor knows of plans before they are issued. */
export function canReadPlans(actor: Pick<Actor, "roles">): boolean {
  return reachesRegister(actor, "assignmentPlan", "read");
}

/* Plans are signed: written, submitted and issued by persons, never by the system. */

/** Whether the actor may make a plan, change it, submit it and give it up. */
export function canPlanAssignments(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "assignmentPlan", "create");
}

/** Whether the actor may issue a plan that another person has submitted, or send it back. */
export function canIssuePlan(actor: Hand): boolean {
  return actor.accountId !== null && reachesRegister(actor, "assignmentPlan", "confirm");
}

/** Whether the actor may take the decision on a plan away. */
export function canTakePlanPaper(actor: Pick<Actor, "roles">): boolean {
  return reachesRegister(actor, "assignmentPlan", "export");
}
