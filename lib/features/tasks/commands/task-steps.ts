import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import type { TaskStepKind } from "@/lib/core/db/generated/enums";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { type LoadedTask, loadTask, type Step, subjectOf, takeStep } from "@/lib/features/tasks/commands/take-step";
import { canAcceptTask, canReportTask, canSettleTask } from "@/lib/features/tasks/policy";
import { deadlineObstacle, kindObstacle } from "@/lib/features/tasks/rules/task";
import type { MoveTaskDeadlineInput, TaskStepInput } from "@/lib/features/tasks/schema";

const EVENTS = {
  GIVEN: "task.given",
  REPORTED_DONE: "task.reportedDone",
  REPORTED_NOT_DONE: "task.reportedNotDone",
  ACCEPTED: "task.accepted",
  RETURNED: "task.returned",
  DEADLINE_MOVED: "task.deadlineMoved",
  CALLED_OFF: "task.calledOff",
} as const satisfies Record<TaskStepKind, string>;

async function step(context: CommandContext, task: LoadedTask, taken: Step): Promise<{ id: string }> {
  const change = await takeStep(context, task, taken);
  context.audit({ type: EVENTS[taken.kind], ...subjectOf(task), changes: [change] });
  return { id: task.id };
}

/**
 * Says that a task is done and what was done. The branch's own is closed by it, unless whoever had to do it says so; the
 * committee's waits to be accepted. Refuses who only reads (FORBIDDEN), a task that is closed or waits, a day before the last step
 * or to come (RULE), and an older version (CONFLICT).
 */
export function reportDone(actor: Actor, input: TaskStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "reportDone", input, ...sending }, async (context) => {
    const task = await loadTask(context, input.id);
    authorize(canReportTask(context.actor, task.branchId));
    return step(context, task, { ...input, kind: "REPORTED_DONE" });
  });
}

/** Says that a task is not done, with the cause; it stays to be done. Refuses what `reportDone` refuses. */
export function reportNotDone(actor: Actor, input: TaskStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "reportNotDone", input, ...sending }, async (context) => {
    const task = await loadTask(context, input.id);
    authorize(canReportTask(context.actor, task.branchId));
    return step(context, task, { ...input, kind: "REPORTED_NOT_DONE" });
  });
}

/** Accepts what was reported and closes the task. Refuses who does not settle it, who reported it and who had to do it (FORBIDDEN), a task that is not reported to be done (RULE), and an older version (CONFLICT). */
export function acceptTask(actor: Actor, input: TaskStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "acceptTask", input, ...sending }, async (context) => {
    const task = await loadTask(context, input.id);
    authorize(canSettleTask(context.actor, task));
    requireNoObstacle(kindObstacle(task.state, "ACCEPTED"));
    authorize(canAcceptTask(context.actor, task));
    return step(context, task, { ...input, kind: "ACCEPTED" });
  });
}

/** Returns what was reported, and why; the task is to be done again. Refuses who does not settle it (FORBIDDEN), a task that is not reported to be done (RULE), and an older version (CONFLICT). */
export function returnTask(actor: Actor, input: TaskStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "returnTask", input, ...sending }, async (context) => {
    const task = await loadTask(context, input.id);
    authorize(canSettleTask(context.actor, task));
    return step(context, task, { ...input, kind: "RETURNED" });
  });
}

/** Moves the deadline, with the reason. Refuses who does not settle the task (FORBIDDEN), one that is closed, a deadline that is over or the same (RULE), and an older version (CONFLICT). */
export function moveTaskDeadline(actor: Actor, input: MoveTaskDeadlineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "moveTaskDeadline", input, ...sending }, async (context) => {
    const task = await loadTask(context, input.id);
    authorize(canSettleTask(context.actor, task));
    requireNoObstacle(kindObstacle(task.state, "DEADLINE_MOVED"));
    requireNoObstacle(deadlineObstacle(input.deadlineOn, input.takenOn, task.deadlineOn));
    return step(context, task, { ...input, kind: "DEADLINE_MOVED" });
  });
}

/** Calls a task off, with the reason; it counts neither as done nor as not done. Refuses who does not settle it (FORBIDDEN), one that is closed (RULE), and an older version (CONFLICT). */
export function callOffTask(actor: Actor, input: TaskStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "callOffTask", input, ...sending }, async (context) => {
    const task = await loadTask(context, input.id);
    authorize(canSettleTask(context.actor, task));
    return step(context, task, { ...input, kind: "CALLED_OFF" });
  });
}
