import type { Actor } from "@/lib/core/actor";
import type { TaskGiver } from "@/lib/core/db/generated/enums";
import { branchesOf, reachesBranch, reachesRegister, scopesOf } from "@/lib/core/policy-table";

type Rights = Pick<Actor, "roles" | "ownBranchIds" | "assignedBranchIds">;
type Reach = { all: true } | { all: false; branchIds: string[] };

/** A task as far as rights go; without a branch it may be for any. `isOfOwnCase` where the conclusion of one of the actor's own cases asks for it. */
export type TaskHands = {
  readonly branchId: string | null;
  readonly giver: TaskGiver;
  readonly isOfOwnCase: boolean;
};

/** Which branches' tasks the actor reads, besides the actor's own. */
export function visibleTasks(actor: Rights): Reach {
  if (reachesRegister(actor, "task", "read")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "task", "read") };
}

/** Whether the actor reads the tasks of that branch. */
export function canReadTasks(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "task", "read", branchId);
}

/** Which branches the actor may give tasks to: all, or the own ones. */
export function visibleTaskTargets(actor: Rights): Reach {
  if (reachesRegister(actor, "committeeTask", "create")) return { all: true };
  return { all: false, branchIds: branchesOf(actor, "task", "create") };
}

/** Whether what the actor gives is the committee's, where no meeting of a branch decided it; such an actor is told of what is overdue. */
export function canGiveForCommittee(actor: Pick<Actor, "roles">): boolean {
  return reachesRegister(actor, "committeeTask", "create");
}

/** Whether the actor may give the task: the committee's by office and leadership, and by the inspectors of the case it comes from; the branch's own by the branch or the office. */
export function canGiveTask(actor: Rights, { branchId, giver, isOfOwnCase }: TaskHands): boolean {
  if (giver === "COMMITTEE") return canGiveForCommittee(actor) || followsCase(actor, isOfOwnCase, "create");
  return reachesBranch(actor, "task", "create", branchId);
}

/** Whether the actor may say of a task of that branch that it is done, or is not: the branch itself, or the office for it. */
export function canReportTask(actor: Rights, branchId: string): boolean {
  return reachesBranch(actor, "task", "update", branchId);
}

/** Whether the actor may return a task, move its deadline or call it off: whoever may give such a task. */
export function canSettleTask(actor: Rights, { branchId, giver, isOfOwnCase }: TaskHands): boolean {
  if (giver === "COMMITTEE") {
    return reachesRegister(actor, "committeeTask", "update") || followsCase(actor, isOfOwnCase, "update");
  }
  return reachesBranch(actor, "task", "update", branchId);
}

/** Whether the actor may accept what was reported: who settles the task, and is neither the one who reported it nor the one who had to do it. */
export function canAcceptTask(
  actor: Rights & Pick<Actor, "accountId" | "memberId">,
  task: TaskHands & { readonly reportedById: string | null; readonly memberId: string | null },
): boolean {
  const isOwn = task.memberId !== null && task.memberId === actor.memberId;
  return canSettleTask(actor, task) && task.reportedById !== actor.accountId && !isOwn;
}

function followsCase(actor: Rights, isOfOwnCase: boolean, verb: "create" | "update"): boolean {
  return isOfOwnCase && scopesOf(actor, "inspectionTask", verb).includes("CASE");
}
