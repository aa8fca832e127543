import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingKind, MeetingState, TaskStepKind } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canGiveTask, canReadTasks, canReportTask } from "@/lib/features/tasks/policy";
import { findTasks, type TaskLine } from "@/lib/features/tasks/queries/list-tasks";
import { isCarriedTo, monthOfAge } from "@/lib/features/tasks/rules/task";

/** A meeting as far as tasks go. */
export type TaskedMeeting = {
  readonly id: string;
  readonly branchId: string;
  readonly kind: MeetingKind;
  readonly monthOn: Day;
  readonly heldOn: Day;
  readonly state: MeetingState;
};

/** A task that was still to be done when the branch met: in which month it stands, the last cause, and what the meeting found. */
export type CarriedTask = {
  readonly id: string;
  readonly title: string;
  readonly doer: string | null;
  readonly deadlineOn: Day;
  readonly month: number;
  readonly cause: string | null;
  readonly judged: { readonly kind: TaskStepKind; readonly text: string } | null;
  /** Whether the meeting may still say something of it. */
  readonly isToJudge: boolean;
};

/** What stands on a meeting: the tasks carried over to a monthly one, the longest first, and those given in it. */
export type MeetingTasks = {
  readonly carried: readonly CarriedTask[];
  readonly given: readonly TaskLine[];
  readonly can: { readonly judge: boolean; readonly give: boolean };
};

/** The tasks of a meeting as they stood on its day; none for who does not read the tasks of its branch. */
export async function listMeetingTasks(actor: Actor, meeting: TaskedMeeting): Promise<MeetingTasks> {
  const { id, branchId } = meeting;
  if (!canReadTasks(actor, branchId)) return { carried: [], given: [], can: { judge: false, give: false } };
  return readAs(actor, async (tx) => {
    const carried = meeting.kind === "MONTHLY" ? await findCarried(tx, actor, meeting) : [];
    const isDraft = meeting.state === "DRAFT" && meeting.heldOn <= actor.today;
    return {
      carried,
      given: await findTasks(tx, actor, { meetingId: id }),
      can: {
        judge: isDraft && canReportTask(actor, branchId) && carried.some((task) => task.isToJudge),
        give: canGiveTask(actor, { branchId, giver: "BRANCH" }) && meeting.heldOn <= actor.today,
      },
    };
  });
}

async function findCarried(
  tx: Tx,
  actor: Actor,
  { id, branchId, monthOn, heldOn }: TaskedMeeting,
): Promise<CarriedTask[]> {
  const held = toDbDate(heldOn);
  const rows = await tx.task.findMany({
    where: {
      AND: [
        { committeeId: actor.committeeId, branchId, givenOn: { lt: held } },
        { OR: [{ closedOn: null }, { closedOn: { gte: held } }] },
      ],
    },
    orderBy: [{ givenOn: "asc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      title: true,
      memberName: true,
      state: true,
      givenOn: true,
      deadlineOn: true,
      closedOn: true,
      steps: {
        where: { kind: { in: ["REPORTED_DONE", "REPORTED_NOT_DONE"] }, takenOn: { lte: held } },
        orderBy: [{ takenOn: "desc" }, { recordedAt: "desc" }],
        select: { kind: true, text: true, meetingId: true },
      },
    },
  });
  return rows.flatMap((row): CarriedTask[] => {
    const days = { givenOn: fromDbDate(row.givenOn), closedOn: fromDbDate(row.closedOn) };
    if (!isCarriedTo(days, heldOn)) return [];
    const judged = row.steps.find((step) => step.meetingId === id) ?? null;
    return [
      {
        ...{ id: row.id, title: row.title, doer: row.memberName, deadlineOn: fromDbDate(row.deadlineOn) },
        month: monthOfAge(days.givenOn, monthOn),
        cause: row.steps.find((step) => step.kind === "REPORTED_NOT_DONE")?.text ?? null,
        judged: judged && { kind: judged.kind, text: judged.text },
        isToJudge: row.state === "IN_HAND" && judged === null,
      },
    ];
  });
}
