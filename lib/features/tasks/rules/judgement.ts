import { type Day, typedForm } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type CarriedDays, isCarriedTo } from "@/lib/features/tasks/rules/task";

/** A task as a meeting judges it. */
export type TaskToJudge = CarriedDays & {
  readonly id: string;
  readonly title: string;
  readonly lastStepOn: Day;
  readonly isJudged: boolean;
};

/** Why a meeting cannot judge a task: it is not a monthly one or still to come, it judged the task already, the task was not carried over to it, or something has been said of the task since. */
export function judgeObstacle(
  { id, title, lastStepOn, isJudged, ...days }: TaskToJudge,
  { kind, heldOn }: { readonly kind: MeetingKind; readonly heldOn: Day },
  today: Day,
): Obstacle | null {
  const field = `at-${id}`;
  if (kind !== "MONTHLY") return { reason: "tasks.errors.notMonthly" };
  if (heldOn > today) return { reason: "tasks.errors.meetingAhead", params: { on: typedForm(heldOn) } };
  if (isJudged) return { reason: "tasks.errors.judgedBefore", params: { title }, field };
  if (!isCarriedTo(days, heldOn)) return { reason: "tasks.errors.notCarried", params: { title }, field };
  if (lastStepOn <= heldOn) return null;
  return { reason: "tasks.errors.saidSince", params: { title, on: typedForm(lastStepOn) }, field };
}
