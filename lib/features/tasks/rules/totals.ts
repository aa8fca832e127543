import type { TaskStanding } from "@/lib/features/tasks/schema";

/** What came of the tasks of a year that have come to their end: done in time, and late or overdue; `total` is both together. */
export type FinishedTasks = { readonly total: number; readonly onTime: number; readonly late: number };

/** Counts them; what is called off, still in hand or waiting to be accepted says nothing yet. */
export function finishedAmong(tasks: readonly { readonly standing: TaskStanding }[]): FinishedTasks {
  const count = (...standings: TaskStanding[]) => tasks.filter(({ standing }) => standings.includes(standing)).length;
  const onTime = count("DONE_IN_TIME");
  const late = count("DONE_LATE", "OVERDUE");
  return { total: onTime + late, onTime, late };
}
