import type { TaskStanding } from "@/lib/features/tasks/schema";

/** The tasks of a year that have come to their end: done in time, and late or overdue. */
export type FinishedTasks<Task> = { readonly onTime: readonly Task[]; readonly late: readonly Task[] };

/** Those among the tasks; what is called off, still in hand or waiting to be accepted says nothing yet. */
export function finishedAmong<Task extends { readonly standing: TaskStanding }>(
  all: readonly Task[],
): FinishedTasks<Task> {
  return {
    onTime: all.filter(({ standing }) => standing === "DONE_IN_TIME"),
    late: all.filter(({ standing }) => standing === "DONE_LATE" || standing === "OVERDUE"),
  };
}
