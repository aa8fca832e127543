import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate, lastDayOfYear, toDbDate, yearOf } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { visibleTasks } from "@/lib/features/tasks/policy";
import { findTasksOfYear } from "@/lib/features/tasks/queries/list-tasks";
import { type TaskFigures, taskFigures } from "@/lib/features/tasks/rules/year";

/** A year of tasks in figures, by branch and by the member who does them. */
export type TaskYear = {
  readonly year: number;
  readonly branches: readonly TaskFigures[];
  readonly people: readonly TaskFigures[];
};

/** The figures of the tasks due in a year, or in the last one that has any. Refuses with NOT_FOUND who reads no branch's tasks. */
export async function getTaskYear(actor: Actor, asked: number | null): Promise<TaskYear> {
  const reach = visibleTasks(actor);
  if (!reach.all && reach.branchIds.length === 0) throw notFound();
  return readAs(actor, async (tx) => {
    const year = asked ?? (await findLastYear(tx, actor));
    const lines = await findTasksOfYear(tx, actor, year);
    return {
      year,
      branches: taskFigures(lines, ({ branchId, branch }) => ({ id: branchId, name: branch })),
      people: taskFigures(lines, ({ memberId, doer }) =>
        memberId === null || doer === null ? null : { id: memberId, name: doer },
      ),
    };
  });
}

async function findLastYear(tx: Tx, { committeeId, today }: Actor): Promise<number> {
  const last = await tx.task.findFirst({
    where: { committeeId, deadlineOn: { lte: toDbDate(lastDayOfYear(yearOf(today))) } },
    orderBy: { deadlineOn: "desc" },
    select: { deadlineOn: true },
  });
  return yearOf(last ? fromDbDate(last.deadlineOn) : today);
}
