import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { TaskWhereInput } from "@/lib/core/db/generated/models";
import { visibleTasks } from "@/lib/features/tasks/policy";

/** The tasks that the reader sees: of the branches that the reader sees, and the reader's own to do. */
export function getTaskScope(actor: Actor): TaskWhereInput {
  const reach = visibleTasks(actor);
  if (reach.all) return {};
  const own = actor.memberId === null ? [] : [{ memberId: actor.memberId }];
  return { OR: [{ branchId: { in: reach.branchIds } }, ...own] };
}
