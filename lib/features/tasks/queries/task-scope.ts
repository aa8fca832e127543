import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { TaskWhereInput } from "@/lib/core/db/generated/models";
import { getOwnCaseScope } from "@/lib/features/inspections/queries/own-cases";
import { visibleTasks } from "@/lib/features/tasks/policy";

/** The tasks that the reader sees: of the branches that the reader sees, the reader's own to do, and what the own cases ask for. */
export function getTaskScope(actor: Actor): TaskWhereInput {
  const reach = visibleTasks(actor);
  if (reach.all) return {};
  const own = actor.memberId === null ? [] : [{ memberId: actor.memberId }];
  const cases = getOwnCaseScope(actor);
  return { OR: [{ branchId: { in: reach.branchIds } }, ...own, ...(cases ? [{ inspection: cases }] : [])] };
}
