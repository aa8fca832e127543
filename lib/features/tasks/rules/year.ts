import { sortKey } from "@/lib/core/text/sort-key";
import type { TaskStanding } from "@/lib/features/tasks/schema";

/** How many tasks somebody had in a year, and how many of them stand where; every task stands in one place, so the parts sum up to the whole. */
export type TaskFigures = {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly standings: Readonly<Record<TaskStanding, number>>;
};

/** Whose task it is in the figures; null where it counts for nobody. */
type Owner = { readonly id: string; readonly name: string } | null;

/** The figures of each who has a task among these, by given name. Whoever's name was written differently once keeps the last. */
export function taskFigures<T extends { readonly standing: TaskStanding }>(
  tasks: readonly T[],
  ownerOf: (task: T) => Owner,
): TaskFigures[] {
  const found = new Map<string, TaskFigures>();
  for (const task of tasks) {
    const owner = ownerOf(task);
    if (!owner) continue;
    const { total, standings } = found.get(owner.id) ?? { total: 0, standings: NOTHING };
    const more = { ...standings, [task.standing]: standings[task.standing] + 1 };
    found.set(owner.id, { ...owner, total: total + 1, standings: more });
  }
  const keyed = [...found.values()].map((one) => ({ one, key: sortKey(one.name) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ one }) => one);
}

const NOTHING: TaskFigures["standings"] = {
  IN_HAND: 0,
  OVERDUE: 0,
  REPORTED: 0,
  DONE_IN_TIME: 0,
  DONE_LATE: 0,
  CALLED_OFF: 0,
};
