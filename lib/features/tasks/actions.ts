"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { giveTask } from "@/lib/features/tasks/commands/give-task";
import { judgeTasks } from "@/lib/features/tasks/commands/judge-tasks";
import {
  acceptTask,
  callOffTask,
  moveTaskDeadline,
  reportDone,
  reportNotDone,
  returnTask,
} from "@/lib/features/tasks/commands/task-steps";
import { giveTaskInput, judgeTasksInput, moveTaskDeadlineInput, taskStepInput } from "@/lib/features/tasks/schema";

const done =
  (word: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/tasks/${id}?done=${word}` });

export async function giveTaskAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(giveTaskInput, form, giveTask, done("given"));
}

export async function reportDoneAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(taskStepInput, form, reportDone, done("done"));
}

export async function reportNotDoneAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(taskStepInput, form, reportNotDone, done("notDone"));
}

export async function acceptTaskAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(taskStepInput, form, acceptTask, done("accepted"));
}

export async function returnTaskAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(taskStepInput, form, returnTask, done("returned"));
}

export async function moveTaskDeadlineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(moveTaskDeadlineInput, form, moveTaskDeadline, done("deadlineMoved"));
}

export async function callOffTaskAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(taskStepInput, form, callOffTask, done("calledOff"));
}

export async function judgeTasksAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(judgeTasksInput, form, judgeTasks, ({ id }) => ({ redirectTo: `/meetings/${id}?done=tasksJudged` }));
}
