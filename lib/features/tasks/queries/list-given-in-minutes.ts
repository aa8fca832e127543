import "server-only";
import type { Actor } from "@/lib/core/actor";
import { communeToday } from "@/lib/core/clock";
import { type Day, fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canReadTasks } from "@/lib/features/tasks/policy";
import type { TaskedMeeting } from "@/lib/features/tasks/queries/list-meeting-tasks";

/** A task that a meeting gave, with the deadline that it set; `doer` is null where the branch as a whole does it. */
export type GivenTask = { readonly title: string; readonly doer: string | null; readonly deadlineOn: Day };

/**
 * The tasks given in a meeting as its minutes have them, the earliest deadline first: none that was written down after they had
 * been sent, and none for who does not read the tasks of its branch.
 */
export async function listGivenInMinutes(
  actor: Actor,
  { id, branchId, sentOn }: Pick<TaskedMeeting, "id" | "branchId" | "sentOn">,
): Promise<GivenTask[]> {
  if (!canReadTasks(actor, branchId)) return [];
  const rows = await readAs(actor, (tx) =>
    tx.task.findMany({
      where: { committeeId: actor.committeeId, branchId, meetingId: id },
      relationLoadStrategy: "join",
      select: {
        title: true,
        memberName: true,
        steps: { where: { kind: "GIVEN" }, select: { deadlineOn: true, recordedAt: true } },
      },
    }),
  );
  const given = rows.flatMap(({ title, memberName, steps: [step] }): GivenTask[] => {
    const deadlineOn = fromDbDate(step?.deadlineOn ?? null);
    if (!step || deadlineOn === null || (sentOn !== null && communeToday(step.recordedAt) > sentOn)) return [];
    return [{ title, doer: memberName, deadlineOn }];
  });
  return given.toSorted((one, other) => one.deadlineOn.localeCompare(other.deadlineOn));
}
