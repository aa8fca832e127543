import "server-only";
import type { Actor } from "@/lib/core/actor";
import { communeToday } from "@/lib/core/clock";
import { type Day, fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canReadTasks, visibleTasks } from "@/lib/features/tasks/policy";
import type { TaskedMeeting } from "@/lib/features/tasks/queries/list-meeting-tasks";

/**
 * A task that a meeting gave, with the deadline that it set; `doer` is null where the branch that met does it as a whole, and names the
 * branch where a body of the committee gave it.
 */
export type GivenTask = {
  readonly id: string;
  readonly title: string;
  readonly doer: string | null;
  readonly deadlineOn: Day;
};

/**
 * The tasks given in a meeting as its minutes have them, the earliest deadline first: none that was written down after they had
 * been sent, and none for who does not read the tasks of its branch, or, of a body of the committee, those of all branches.
 */
export async function listGivenInMinutes(
  actor: Actor,
  { id, branchId, sentOn }: Pick<TaskedMeeting, "id" | "sentOn"> & { readonly branchId: string | null },
): Promise<GivenTask[]> {
  if (branchId === null ? !visibleTasks(actor).all : !canReadTasks(actor, branchId)) return [];
  const rows = await readAs(actor, (tx) =>
    tx.task.findMany({
      where: { AND: [{ committeeId: actor.committeeId, meetingId: id }, branchId === null ? {} : { branchId }] },
      relationLoadStrategy: "join",
      select: {
        id: true,
        title: true,
        memberName: true,
        branch: { select: { name: true } },
        steps: { where: { kind: "GIVEN" }, select: { deadlineOn: true, recordedAt: true } },
      },
    }),
  );
  const given = rows.flatMap(({ id: taskId, title, memberName, branch, steps: [step] }): GivenTask[] => {
    const deadlineOn = fromDbDate(step?.deadlineOn ?? null);
    if (!step || deadlineOn === null || (sentOn !== null && communeToday(step.recordedAt) > sentOn)) return [];
    const doer = branchId === null ? [memberName, branch.name].filter((part) => part !== null).join(", ") : memberName;
    return [{ id: taskId, title, doer, deadlineOn }];
  });
  return given.toSorted((one, other) => one.deadlineOn.localeCompare(other.deadlineOn));
}
