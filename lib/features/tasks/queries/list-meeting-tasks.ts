import "server-only";
import type { Actor } from "@/lib/core/actor";
import { communeToday } from "@/lib/core/clock";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingState } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { draftObstacle } from "@/lib/features/meetings/rules";
import { canGiveTask, canReadTasks, canReportTask } from "@/lib/features/tasks/policy";
import { findTasks, type TaskLine } from "@/lib/features/tasks/queries/list-tasks";
import { type CarriedState, type CarryingMeeting, carriedState } from "@/lib/features/tasks/rules/carried";
import { judgeObstacle } from "@/lib/features/tasks/rules/judgement";
import { monthOfAge } from "@/lib/features/tasks/rules/task";

/** A meeting as far as tasks go. */
export type TaskedMeeting = CarryingMeeting & {
  readonly branchId: string;
  readonly monthOn: Day;
  readonly state: MeetingState;
};

/** A task that was still to be done when the branch met, as it stood then, and in which month it stands. */
export type CarriedTask = CarriedState & {
  readonly id: string;
  readonly title: string;
  readonly doer: string | null;
  readonly month: number;
  /** Whether the meeting may still say something of it. */
  readonly isToJudge: boolean;
};

/** What stands on a meeting: the tasks carried over to a monthly one or judged in it, the longest first, and those given in it. */
export type MeetingTasks = {
  readonly carried: readonly CarriedTask[];
  readonly given: readonly TaskLine[];
  readonly can: { readonly judge: boolean; readonly give: boolean };
};

/** The tasks of a meeting as they stood on its day, of one whose minutes have been sent as they were known then; none for who does not read the tasks of its branch. */
export async function listMeetingTasks(actor: Actor, meeting: TaskedMeeting): Promise<MeetingTasks> {
  const { id, branchId } = meeting;
  if (!canReadTasks(actor, branchId)) return { carried: [], given: [], can: { judge: false, give: false } };
  return readAs(actor, async (tx) => {
    const carried = await findCarried(tx, actor, meeting);
    return {
      carried,
      given: await findTasks(tx, actor, { meetingId: id }),
      can: {
        judge: canReportTask(actor, branchId) && carried.some((task) => task.isToJudge),
        give: canGiveTask(actor, { branchId, giver: "BRANCH", isOfOwnCase: false }) && meeting.heldOn <= actor.today,
      },
    };
  });
}

async function findCarried(tx: Tx, actor: Actor, meeting: TaskedMeeting): Promise<CarriedTask[]> {
  const { id, branchId, kind, monthOn, sentOn } = meeting;
  const heldOn = toDbDate(meeting.heldOn);
  /* What was closed in words that the minutes do not know yet may be among what was written down since; the rule sorts it out. */
  const later = sentOn === null ? [] : [{ steps: { some: { recordedAt: { gte: toDbDate(sentOn) } } } }];
  const open = { givenOn: { lt: heldOn }, OR: [{ closedOn: null }, { closedOn: { gte: heldOn } }, ...later] };
  const judgedHere = { steps: { some: { meetingId: id } } };
  const rows = await tx.task.findMany({
    where: {
      AND: [
        { committeeId: actor.committeeId, branchId },
        { OR: kind === "MONTHLY" ? [judgedHere, open] : [judgedHere] },
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
      closedOn: true,
      steps: {
        orderBy: [{ recordedAt: "asc" }, { takenOn: "asc" }],
        select: { kind: true, takenOn: true, text: true, deadlineOn: true, meetingId: true, recordedAt: true },
      },
    },
  });
  return rows.flatMap(({ memberName: doer, ...row }): CarriedTask[] => {
    const task = {
      ...{ id: row.id, title: row.title, state: row.state },
      ...{ givenOn: fromDbDate(row.givenOn), closedOn: fromDbDate(row.closedOn) },
      steps: row.steps.map(({ recordedAt, ...step }) => ({
        ...{ ...step, takenOn: fromDbDate(step.takenOn), deadlineOn: fromDbDate(step.deadlineOn) },
        recordedOn: communeToday(recordedAt),
      })),
    };
    const stood = carriedState(task, meeting);
    if (!stood) return [];
    const toJudge = { ...task, isJudged: stood.judged !== null };
    const obstacle = draftObstacle(meeting.state) ?? judgeObstacle(toJudge, meeting, actor.today);
    return [
      {
        ...{ id: task.id, title: task.title, doer, ...stood },
        ...{ month: monthOfAge(task.givenOn, monthOn), isToJudge: obstacle === null },
      },
    ];
  });
}
