import type { TaskState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { MOST_EVIDENCE } from "@/lib/features/tasks/schema";

/** Evidence by its place, and by the file that was sent for it. */
export type KeptEvidence = { readonly position: number; readonly hash: string };

/** Why a task takes no evidence: it is closed. */
export function evidenceObstacle(state: TaskState): Obstacle | null {
  return state === "IN_HAND" || state === "REPORTED" ? null : { reason: "tasks.errors.evidenceOfClosed" };
}

/** Why a file cannot stand beside the evidence that is there: that is as much as may be, or the file is among it. */
export function fileObstacle(evidence: readonly KeptEvidence[], hash: string): Obstacle | null {
  if (evidence.some((one) => one.hash === hash)) return { reason: "tasks.errors.evidenceTwice" };
  return evidence.length < MOST_EVIDENCE ? null : { reason: "tasks.errors.muchEvidence" };
}

/** Why evidence stays with its task: somebody has said, on the strength of it, that the task is done, or it is closed. */
export function removalObstacle(state: TaskState): Obstacle | null {
  return state === "IN_HAND" ? null : { reason: "tasks.errors.evidenceStays" };
}
