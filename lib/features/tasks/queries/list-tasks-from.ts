import "server-only";
import type { Actor } from "@/lib/core/actor";
import { readAs } from "@/lib/core/query";
import { findIsOwnCase } from "@/lib/features/inspections/queries/own-cases";
import { canGiveTask } from "@/lib/features/tasks/policy";
import { findTasks, type TaskLine } from "@/lib/features/tasks/queries/list-tasks";
import { getGiver } from "@/lib/features/tasks/queries/task-source";

/**
 * What tasks come from: a difficulty of a branch, a concluded inspection or a meeting of a body of the committee, from which only the
 * committee gives tasks, or a paper, from which a branch gives its own too.
 */
export type TaskOrigin =
  | { readonly difficultyId: string; readonly branchId: string }
  | { readonly inspectionId: string; readonly branchId: null }
  | { readonly meetingId: string; readonly branchId: null }
  | { readonly documentId: string; readonly branchId: string | null };

/** The tasks from that record which the reader sees, and whether the reader may give another one. */
export async function listTasksFrom(
  actor: Actor,
  origin: TaskOrigin,
): Promise<{ readonly lines: readonly TaskLine[]; readonly can: { readonly give: boolean } }> {
  const { branchId, ...where } = origin;
  const inspectionId = "inspectionId" in origin ? origin.inspectionId : null;
  const giver = "meetingId" in origin ? "COMMITTEE" : getGiver(actor, { meetingId: null, inspectionId });
  return readAs(actor, async (tx) => {
    const lines = await findTasks(tx, actor, where);
    const isOfOwnCase = await findIsOwnCase(tx, actor, inspectionId);
    return { lines, can: { give: canGiveTask(actor, { branchId, giver, isOfOwnCase }) } };
  });
}
