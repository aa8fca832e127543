import "server-only";
import { randomUUID } from "node:crypto";
import { type AuditChange, type AuditValues, changedValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { TaskStepKind } from "@/lib/core/db/generated/enums";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { findIsOwnCase } from "@/lib/features/inspections/queries/own-cases";
import {
  kindObstacle,
  lastStepOn,
  needsSecondHand,
  stateAfter,
  stepDayObstacle,
} from "@/lib/features/tasks/rules/task";
import type { TaskStepInput } from "@/lib/features/tasks/schema";

/** A task as the command that takes it further needs it. Refuses one that the actor does not read (NOT_FOUND). */
export async function loadTask({ tx, actor }: CommandContext, id: string) {
  const row = await tx.task.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    include: { steps: { select: { kind: true, takenOn: true } } },
  });
  if (!row) throw notFound();
  return {
    ...row,
    isOfOwnCase: await findIsOwnCase(tx, actor, row.inspectionId),
    givenOn: fromDbDate(row.givenOn),
    deadlineOn: fromDbDate(row.deadlineOn),
    doneOn: fromDbDate(row.doneOn),
    closedOn: fromDbDate(row.closedOn),
    steps: row.steps.map(({ kind, takenOn }) => ({ kind, takenOn: fromDbDate(takenOn) })),
  };
}

/** A task that has been loaded. */
export type LoadedTask = Awaited<ReturnType<typeof loadTask>>;

/** A step as it is taken: its words and day, the new deadline where it sets one, and the meeting in which the branch judged. */
export type Step = TaskStepInput & {
  readonly kind: TaskStepKind;
  readonly deadlineOn?: Day;
  readonly meetingId?: string;
};

/** How the audit names the task. */
export function subjectOf({ id, title, branchId }: Pick<LoadedTask, "id" | "title" | "branchId">) {
  return { subject: { kind: "task", id, name: title }, branchId };
}

/** Writes a step and what it changes; answers the change for the audit. Refuses one that does not follow, its day (RULE), and an older version (CONFLICT). */
export async function takeStep(
  { tx, actor, today }: CommandContext,
  task: LoadedTask,
  { kind, takenOn, text, version, deadlineOn, meetingId }: Step,
): Promise<AuditChange> {
  const { committeeId, accountId, displayName } = actor;
  requireNoObstacle(kindObstacle(task.state, kind));
  requireNoObstacle(stepDayObstacle(takenOn, lastStepOn(task, kind), today));
  const secondHand = needsSecondHand(task, meetingId === undefined ? actor : "MEETING") ? "DUE" : "NOT_DUE";
  const state = stateAfter(task.state, kind, secondHand);
  const reported = doneAfter(task, { kind, takenOn, accountId });
  const closedOn = state === "DONE" || state === "CALLED_OFF" ? takenOn : null;

  const written = await tx.task.updateMany({
    where: { committeeId, id: task.id, version },
    data: {
      ...{ state, closedOn: toDbDate(closedOn), reportedById: reported.reportedById },
      ...{ doneOn: toDbDate(reported.doneOn), deadlineOn: toDbDate(deadlineOn ?? task.deadlineOn) },
      version: { increment: 1 },
    },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
  await tx.taskStep.create({
    data: {
      ...{ committeeId, id: randomUUID(), taskId: task.id, kind, takenOn: toDbDate(takenOn), text, meetingId },
      ...{ deadlineOn: toDbDate(deadlineOn ?? null), recordedById: accountId, recordedBy: displayName },
    },
    select: { id: true },
  });
  const was: AuditValues = { state: task.state, deadlineOn: task.deadlineOn, doneOn: task.doneOn };
  const is: AuditValues = { state, deadlineOn: deadlineOn ?? task.deadlineOn, doneOn: reported.doneOn };
  const change = changedValues(was, is) ?? { before: {}, after: {} };
  const after = { ...change.after, takenOn, text };
  return { record: "Task", recordId: task.id, before: change.before, after };
}

/** The day on which the task is said to be done, and by whom; a step that takes that back, or ends the task, forgets it. */
function doneAfter(
  task: LoadedTask,
  { kind, takenOn, accountId }: { kind: TaskStepKind; takenOn: Day; accountId: string | null },
) {
  if (kind === "REPORTED_DONE") return { doneOn: takenOn, reportedById: accountId };
  const isKept = kind === "ACCEPTED" || kind === "DEADLINE_MOVED";
  return isKept ? { doneOn: task.doneOn, reportedById: task.reportedById } : { doneOn: null, reportedById: null };
}
