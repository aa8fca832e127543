import { type Day, daysBetween, partsOf, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { TaskGiver, TaskState, TaskStepKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { TaskSource, TaskStanding } from "@/lib/features/tasks/schema";

/** A task as far as time goes. */
export type TaskDays = { readonly state: TaskState; readonly deadlineOn: Day; readonly doneOn: Day | null };

/** Where a task stands on a day; every one stands in exactly one place. The deadline's own day is in time, by when it was done and not by when that was accepted. */
export function standingOn({ state, deadlineOn, doneOn }: TaskDays, on: Day): TaskStanding {
  if (state === "CALLED_OFF" || state === "REPORTED") return state;
  if (state === "DONE") return doneOn !== null && doneOn > deadlineOn ? "DONE_LATE" : "DONE_IN_TIME";
  return on > deadlineOn ? "OVERDUE" : "IN_HAND";
}

/** For how many days a task that nobody has said to be done is past its deadline; 0 where it is not. */
export function daysOverdue(task: TaskDays, on: Day): number {
  return standingOn(task, on) === "OVERDUE" ? daysBetween(task.deadlineOn, on) : 0;
}

/** What a task comes from, by the record that it names; what a meeting gave for the committee, a body of it decided. */
export function sourceOf(of: {
  readonly giver: TaskGiver;
  readonly meetingId: string | null;
  readonly difficultyId: string | null;
  readonly inspectionId: string | null;
  readonly documentId: string | null;
}): TaskSource {
  if (of.meetingId !== null) return of.giver === "COMMITTEE" ? "BODY_MEETING" : "MEETING";
  if (of.difficultyId !== null) return "DIFFICULTY";
  if (of.documentId !== null) return "DOCUMENT";
  return of.inspectionId === null ? "NONE" : "INSPECTION";
}

/** What giving a task is judged by. `doer` is null where the branch as a whole does it; `source` is the day of what it comes from. */
export type GivingFacts = {
  readonly branch: Interval & { readonly name: string };
  readonly doer: "BRANCH" | "MEMBER_THAT_DAY" | "NO_MEMBER_THAT_DAY";
  readonly source: { readonly on: Day } | null;
  readonly today: Day;
};

/**
 * Why a task cannot be given like this: the day has not come or is before what it comes from, the branch was not in force or the
 * doer no member of it on that day, or the deadline is before it.
 */
export function givingObstacle(
  { givenOn, deadlineOn }: { readonly givenOn: Day; readonly deadlineOn: Day },
  { branch, doer, source, today }: GivingFacts,
): Obstacle | null {
  const on = typedForm(givenOn);
  if (givenOn > today) return { reason: "tasks.errors.inFuture", field: "givenOn" };
  if (!isInForceOn(branch, givenOn)) {
    return { reason: "tasks.errors.branchNotInForce", params: { branch: branch.name, on }, field: "givenOn" };
  }
  if (source && givenOn < source.on) {
    return { reason: "tasks.errors.beforeSource", params: { on: typedForm(source.on) }, field: "givenOn" };
  }
  if (doer === "NO_MEMBER_THAT_DAY") {
    return { reason: "tasks.errors.notThatDay", params: { branch: branch.name, on }, field: "memberId" };
  }
  return deadlineObstacle(deadlineOn, givenOn, null);
}

/** Why this cannot be the deadline set on that day: already over by then, or the one it has. */
export function deadlineObstacle(deadlineOn: Day, setOn: Day, current: Day | null): Obstacle | null {
  if (deadlineOn < setOn) {
    return { reason: "tasks.errors.deadlinePast", params: { on: typedForm(setOn) }, field: "deadlineOn" };
  }
  return deadlineOn === current ? { reason: "tasks.errors.sameDeadline", field: "deadlineOn" } : null;
}

/** Why a step of that kind does not follow: closed before, not reported to be done, or waiting to be accepted, when it is only accepted, returned or called off. */
export function kindObstacle(state: TaskState, kind: TaskStepKind): Obstacle | null {
  if (state === "DONE" || state === "CALLED_OFF") return { reason: "tasks.errors.closedBefore" };
  if (kind === "ACCEPTED" || kind === "RETURNED") {
    return state === "REPORTED" ? null : { reason: "tasks.errors.notReported" };
  }
  return state === "REPORTED" && kind !== "CALLED_OFF" ? { reason: "tasks.errors.reportedBefore" } : null;
}

/** The steps of a task as far as their days go. */
export type StepsTaken = {
  readonly givenOn: Day;
  readonly steps: readonly { readonly kind: TaskStepKind; readonly takenOn: Day }[];
};

/** The day before which no further step of that kind can be: that of the last step. A deadline that was moved holds up only the moving of deadlines. */
export function lastStepOn({ givenOn, steps }: StepsTaken, next: TaskStepKind): Day {
  const counted = steps.filter(({ kind }) => kind !== "DEADLINE_MOVED" || next === "DEADLINE_MOVED");
  return counted.reduce((last, { takenOn }) => (takenOn > last ? takenOn : last), givenOn);
}

/** Why a step cannot be of that day: before the last one, or still to come. */
export function stepDayObstacle(takenOn: Day, lastStepOn: Day, today: Day): Obstacle | null {
  if (takenOn > today) return { reason: "tasks.errors.stepAhead", field: "takenOn" };
  if (takenOn >= lastStepOn) return null;
  return { reason: "tasks.errors.stepBefore", params: { on: typedForm(lastStepOn) }, field: "takenOn" };
}

/** Who says that a task is done: a person, or the branch when it meets. */
export type Reporter = { readonly memberId: string | null } | "MEETING";

/**
 * Whether a second person accepts what is reported: of the committee's tasks always; of the branch's own only where whoever had to
 * do it says so, unless the branch itself judges it in a meeting.
 */
export function needsSecondHand(
  task: { readonly giver: TaskGiver; readonly memberId: string | null },
  reporter: Reporter,
): boolean {
  if (task.giver === "COMMITTEE") return true;
  return reporter !== "MEETING" && task.memberId !== null && task.memberId === reporter.memberId;
}

/** The state after a step; `secondHand` says whether a report that it is done still has to be accepted. */
export function stateAfter(state: TaskState, kind: TaskStepKind, secondHand: "DUE" | "NOT_DUE"): TaskState {
  switch (kind) {
    case "REPORTED_DONE":
      return secondHand === "DUE" ? "REPORTED" : "DONE";
    case "ACCEPTED":
      return "DONE";
    case "CALLED_OFF":
      return "CALLED_OFF";
    case "DEADLINE_MOVED":
      return state;
    default:
      return "IN_HAND";
  }
}

/** In which month since it was given a task stands: the month itself is the first. */
export function monthOfAge(givenOn: Day, monthOn: Day): number {
  const [given, asked] = [partsOf(givenOn), partsOf(monthOn)];
  return Math.max(1, (asked.year - given.year) * 12 + asked.month - given.month + 1);
}

/** A task as far as meetings go. */
export type CarriedDays = { readonly givenOn: Day; readonly closedOn: Day | null };

/** Whether a task was still to be done when the branch met: given on a day before, and not closed by then. */
export function isCarriedTo({ givenOn, closedOn }: CarriedDays, heldOn: Day): boolean {
  return givenOn < heldOn && (closedOn === null || closedOn >= heldOn);
}
