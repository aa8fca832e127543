import "server-only";
import type { Actor } from "@/lib/core/actor";
import {
  type Day,
  dayOf,
  daysInMonth,
  firstDayOfYear,
  fromDbDate,
  lastDayOfYear,
  toDbDate,
  yearOf,
} from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { TaskGiver } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canGiveForCommittee, canReadTasks, visibleTasks, visibleTaskTargets } from "@/lib/features/tasks/policy";
import { getTaskScope } from "@/lib/features/tasks/queries/task-scope";
import { daysOverdue, sourceOf, standingOn } from "@/lib/features/tasks/rules/task";
import { type FinishedTasks, finishedAmong } from "@/lib/features/tasks/rules/totals";
import { type TaskFilter, type TaskSource, type TaskStanding, taskStandings } from "@/lib/features/tasks/schema";

const OPEN = ["IN_HAND", "REPORTED"] as const;
const REMINDED = 5;

/** A task as a list shows it; `doer` is null where the branch as a whole does it. */
export type TaskLine = {
  readonly id: string;
  readonly branchId: string;
  readonly branch: string;
  readonly memberId: string | null;
  readonly doer: string | null;
  readonly giver: TaskGiver;
  readonly title: string;
  readonly source: TaskSource;
  readonly givenOn: Day;
  readonly deadlineOn: Day;
  readonly standing: TaskStanding;
  readonly daysOverdue: number;
};

/** Tasks due in a year, or without a year the open ones; `counts` are of all standings under the same filter. */
export type TaskList = {
  readonly lines: readonly TaskLine[];
  readonly total: number;
  readonly counts: readonly { readonly standing: TaskStanding; readonly count: number }[];
  /** Whom the list is narrowed to, by name. */
  readonly branch: string | null;
  readonly person: string | null;
  readonly can: { readonly give: boolean; readonly readFigures: boolean };
};

/** The tasks that the reader sees, the earliest deadline first. Refuses with NOT_FOUND who sees none, and a branch of which the reader neither reads the tasks nor has one. */
export async function listTasks(actor: Actor, filter: TaskFilter): Promise<TaskList> {
  const { year, branch, person, source, standing } = filter;
  const reach = visibleTasks(actor);
  const targets = visibleTaskTargets(actor);
  return readAs(actor, async (tx) => {
    const found = await findTasks(tx, actor, year === null ? { state: { in: [...OPEN] } } : dueIn(year, filter.month));
    if (!reach.all && reach.branchIds.length === 0 && found.length === 0) throw notFound();
    const isForeign = branch !== null && !canReadTasks(actor, branch);
    if (isForeign && !found.some((one) => one.branchId === branch)) throw notFound();
    const all = found.filter(
      (one) =>
        (branch === null || one.branchId === branch) &&
        (person === null || one.memberId === person) &&
        (source === null || one.source === source),
    );
    const counts = taskStandings
      .map((of) => ({ standing: of, count: all.filter((one) => one.standing === of).length }))
      .filter((one) => one.count > 0 || one.standing === standing);
    return {
      lines: standing === null ? all : all.filter((one) => one.standing === standing),
      total: all.length,
      counts,
      branch: branch === null ? null : await findBranchName(tx, actor, branch),
      person: person === null ? null : (found.find((one) => one.memberId === person)?.doer ?? null),
      can: {
        give: targets.all || targets.branchIds.length > 0,
        readFigures: reach.all || reach.branchIds.length > 0,
      },
    };
  });
}

async function findBranchName(tx: Tx, { committeeId }: Actor, id: string): Promise<string | null> {
  const found = await tx.branch.findFirst({ where: { committeeId, id }, select: { name: true } });
  return found?.name ?? null;
}

/** What is past its deadline, the longest first, for who gives the committee's tasks; empty for everybody else. */
export async function listOverdueTasks(
  actor: Actor,
): Promise<{ readonly tasks: readonly TaskLine[]; readonly others: number }> {
  if (!canGiveForCommittee(actor)) return { tasks: [], others: 0 };
  const overdue = await readAs(actor, (tx) =>
    findTasks(tx, actor, { state: "IN_HAND", deadlineOn: { lt: toDbDate(actor.today) } }),
  );
  return { tasks: overdue.slice(0, REMINDED), others: Math.max(0, overdue.length - REMINDED) };
}

/** The tasks that nobody has closed, the earliest deadline first; none for who sees none. */
export function listOpenTasks(actor: Actor): Promise<TaskLine[]> {
  return readAs(actor, (tx) => findTasks(tx, actor, { state: { in: [...OPEN] } }));
}

/** Somebody's tasks due in a year, and what came of those that have come to their end. */
export type TasksOfYear = {
  readonly year: number | null;
  readonly lines: readonly TaskLine[];
  readonly finished: FinishedTasks<TaskLine>;
};

/** The tasks of a member due in a year, or in the last year that has any, none to come: what is said of the year's work. */
export async function listTasksOfMember(actor: Actor, memberId: string, year: number | null): Promise<TasksOfYear> {
  const due = year === null ? { deadlineOn: { lte: toDbDate(lastDayOfYear(yearOf(actor.today))) } } : dueIn(year, null);
  const all = await readAs(actor, (tx) => findTasks(tx, actor, { AND: [{ memberId }, due] }));
  const last = all.at(-1);
  if (!last) return ofYear(year, []);
  const of = yearOf(last.deadlineOn);
  return ofYear(
    of,
    all.filter((one) => yearOf(one.deadlineOn) === of),
  );
}

/** The tasks due in a year that a branch does as a whole: what is said of its year's work. */
export async function listTasksOfBranch(actor: Actor, branchId: string, year: number): Promise<TasksOfYear> {
  const lines = await readAs(actor, (tx) =>
    findTasks(tx, actor, { AND: [{ branchId, memberId: null }, dueIn(year, null)] }),
  );
  return ofYear(year, lines);
}

function ofYear(year: number | null, lines: readonly TaskLine[]): TasksOfYear {
  return { year, lines, finished: finishedAmong(lines) };
}

type Where = NonNullable<NonNullable<Parameters<Tx["task"]["findMany"]>[0]>["where"]>;

function dueIn(year: number, month: number | null): Where {
  const first = (month !== null && dayOf(year, month, 1)) || firstDayOfYear(year);
  const last = (month !== null && dayOf(year, month, daysInMonth(year, month))) || lastDayOfYear(year);
  return { deadlineOn: { gte: toDbDate(first), lte: toDbDate(last) } };
}

/** The tasks due in a year that the reader sees: what every figure of the year counts. */
export function findTasksOfYear(tx: Tx, actor: Actor, year: number): Promise<TaskLine[]> {
  return findTasks(tx, actor, dueIn(year, null));
}

/** The tasks that the reader sees and the condition leaves, the earliest deadline first. */
export async function findTasks(tx: Tx, actor: Actor, where: Where): Promise<TaskLine[]> {
  const { committeeId, today } = actor;
  const rows = await tx.task.findMany({
    where: { AND: [{ committeeId }, getTaskScope(actor), where] },
    orderBy: [{ deadlineOn: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      branchId: true,
      memberId: true,
      memberName: true,
      giver: true,
      title: true,
      givenOn: true,
      deadlineOn: true,
      doneOn: true,
      state: true,
      meetingId: true,
      difficultyId: true,
      inspectionId: true,
      documentId: true,
      branch: { select: { name: true } },
    },
  });
  return rows.map((row) => {
    const days = { state: row.state, deadlineOn: fromDbDate(row.deadlineOn), doneOn: fromDbDate(row.doneOn) };
    return {
      ...{ id: row.id, branchId: row.branchId, branch: row.branch.name, memberId: row.memberId, doer: row.memberName },
      ...{ giver: row.giver, title: row.title, source: sourceOf(row), givenOn: fromDbDate(row.givenOn) },
      ...{ deadlineOn: days.deadlineOn, standing: standingOn(days, today), daysOverdue: daysOverdue(days, today) },
    };
  });
}
