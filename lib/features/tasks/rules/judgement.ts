import { type Day, typedForm } from "@/lib/core/day";
import type { MeetingKind, TaskState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import {
  type CarriedDays,
  isCarriedTo,
  kindObstacle,
  lastStepOn,
  type StepsTaken,
} from "@/lib/features/tasks/rules/task";

/** A task as a meeting judges it. */
export type TaskToJudge = CarriedDays &
  StepsTaken & {
    readonly id: string;
    readonly title: string;
    readonly state: TaskState;
    readonly isJudged: boolean;
  };

/**
 * Why a meeting cannot judge a task: it is not a monthly one or still to come, it judged the task already, the task was not carried
 * over to it, is closed or waits to be accepted, or has been reported or returned since.
 */
export function judgeObstacle(
  task: TaskToJudge,
  { kind, heldOn }: { readonly kind: MeetingKind; readonly heldOn: Day },
  today: Day,
): Obstacle | null {
  const { title } = task;
  const field = `at-${task.id}`;
  if (kind !== "MONTHLY") return { reason: "tasks.errors.notMonthly" };
  if (heldOn > today) return { reason: "tasks.errors.meetingAhead", params: { on: typedForm(heldOn) } };
  if (task.isJudged) return { reason: "tasks.errors.judgedBefore", params: { title }, field };
  if (!isCarriedTo(task, heldOn)) return { reason: "tasks.errors.notCarried", params: { title }, field };
  const settled = kindObstacle(task.state, "REPORTED_DONE");
  if (settled) return { ...settled, field };
  const last = lastStepOn(task, "REPORTED_DONE");
  return last > heldOn ? { reason: "tasks.errors.saidSince", params: { title, on: typedForm(last) }, field } : null;
}
