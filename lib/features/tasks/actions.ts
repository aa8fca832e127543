"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import type { Upload } from "@/lib/core/files/upload";
import { type Kept, runUpload } from "@/lib/core/upload-action";
import { giveTask } from "@/lib/features/tasks/commands/give-task";
import { judgeTasks } from "@/lib/features/tasks/commands/judge-tasks";
import { attachEvidence, removeEvidence } from "@/lib/features/tasks/commands/keep-evidence";
import {
  acceptTask,
  callOffTask,
  moveTaskDeadline,
  reportDone,
  reportNotDone,
  returnTask,
} from "@/lib/features/tasks/commands/task-steps";
import {
  type AttachEvidenceInput,
  attachEvidenceInput,
  giveTaskInput,
  judgeTasksInput,
  moveTaskDeadlineInput,
  removeEvidenceInput,
  taskStepInput,
} from "@/lib/features/tasks/schema";

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

/** Keeps an uploaded file of evidence; called by the route that reads and counts it. Says why it is not kept. */
export async function attachEvidenceAction(upload: Upload & Pick<AttachEvidenceInput, "taskId">): Promise<Kept> {
  return runUpload((actor) => attachEvidence(actor, attachEvidenceInput.parse(upload)));
}

export async function removeEvidenceAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(removeEvidenceInput, form, removeEvidence, ({ id }) => ({
    redirectTo: `/tasks/${id}/evidence?done=evidenceRemoved`,
  }));
}

export async function judgeTasksAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(judgeTasksInput, form, judgeTasks, ({ id }) => ({ redirectTo: `/meetings/${id}?done=tasksJudged` }));
}
