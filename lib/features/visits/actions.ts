"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import {
  acceptDifficulty,
  declineDifficulty,
  moveDeadline,
  reportProgress,
  solveDifficulty,
} from "@/lib/features/visits/commands/difficulty-steps";
import { raiseDifficulty } from "@/lib/features/visits/commands/raise-difficulty";
import { editVisit, reportVisit } from "@/lib/features/visits/commands/report-visit";
import {
  acceptDifficultyInput,
  difficultyStepInput,
  editVisitInput,
  moveDeadlineInput,
  raiseDifficultyInput,
  reportVisitInput,
} from "@/lib/features/visits/schema";

const done =
  (word: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/difficulties/${id}?done=${word}` });

export async function reportVisitAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(reportVisitInput, form, reportVisit, ({ id }) => ({ redirectTo: `/visits/${id}?done=reported` }));
}

export async function editVisitAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editVisitInput, form, editVisit, ({ id }) => ({ redirectTo: `/visits/${id}?done=edited` }));
}

export async function raiseDifficultyAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(raiseDifficultyInput, form, raiseDifficulty, done("raised"));
}

export async function acceptDifficultyAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(acceptDifficultyInput, form, acceptDifficulty, done("accepted"));
}

export async function moveDeadlineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(moveDeadlineInput, form, moveDeadline, done("deadlineMoved"));
}

export async function reportProgressAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(difficultyStepInput, form, reportProgress, done("movedOn"));
}

export async function solveDifficultyAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(difficultyStepInput, form, solveDifficulty, done("solved"));
}

export async function declineDifficultyAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(difficultyStepInput, form, declineDifficulty, done("declined"));
}
