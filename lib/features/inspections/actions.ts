"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { addInspectionAddendum, decideAddendum } from "@/lib/features/inspections/commands/add-to-conclusion";
import { askIntoTeam, decideTeamRequest, withdrawTeamRequest } from "@/lib/features/inspections/commands/join-team";
import {
  extendInspection,
  markStep,
  takeBackStep,
  writeDiary,
} from "@/lib/features/inspections/commands/keep-progress";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal, liftRecusal } from "@/lib/features/inspections/commands/recuse";
import { concludeInspection, editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { writeFinding } from "@/lib/features/inspections/commands/write-conclusion";
import {
  addInspectionAddendumInput,
  askIntoTeamInput,
  concludeInspectionInput,
  decideAddendumInput,
  decideTeamRequestInput,
  declareRecusalInput,
  editInspectionInput,
  extendInspectionInput,
  liftRecusalInput,
  markStepInput,
  openInspectionInput,
  recordInspectionInput,
  takeBackStepInput,
  withdrawTeamRequestInput,
  writeDiaryInput,
  writeFindingInput,
} from "@/lib/features/inspections/schema";

export async function openInspectionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openInspectionInput, form, openInspection, ({ id }) => ({
    redirectTo: `/inspections/${id}?done=opened`,
  }));
}

export async function recordInspectionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordInspectionInput, form, recordConcludedInspection, ({ id }) => ({
    redirectTo: `/inspections/${id}?done=recorded`,
  }));
}

export async function editInspectionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editInspectionInput, form, editOpenInspection, ({ id }) => ({
    redirectTo: `/inspections/${id}?done=edited`,
  }));
}

export async function concludeInspectionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(concludeInspectionInput, form, concludeInspection, ({ id }) => ({
    redirectTo: `/inspections/${id}?done=concluded`,
  }));
}

const told =
  (word: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/inspections/${id}?done=${word}` });

export async function markStepAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(markStepInput, form, markStep, told("stepMarked"));
}

export async function takeBackStepAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(takeBackStepInput, form, takeBackStep, told("stepTakenBack"));
}

export async function extendInspectionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(extendInspectionInput, form, extendInspection, told("extended"));
}

export async function writeDiaryAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(writeDiaryInput, form, writeDiary, told("diaryWritten"));
}

export async function writeFindingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(writeFindingInput, form, writeFinding, told("findingWritten"));
}

export async function addInspectionAddendumAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(addInspectionAddendumInput, form, addInspectionAddendum, told("addendumAdded"));
}

export async function decideAddendumAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(decideAddendumInput, form, decideAddendum, told("addendumDecided"));
}

export async function declareRecusalAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(declareRecusalInput, form, declareRecusal, () => ({ redirectTo: "/inspections?done=recused" }));
}

export async function liftRecusalAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(liftRecusalInput, form, liftRecusal, told("recusalLifted"));
}

export async function askIntoTeamAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(askIntoTeamInput, form, askIntoTeam, told("askedIntoTeam"));
}

export async function decideTeamRequestAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(decideTeamRequestInput, form, decideTeamRequest, told("teamRequestDecided"));
}

export async function withdrawTeamRequestAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(withdrawTeamRequestInput, form, withdrawTeamRequest, told("teamRequestWithdrawn"));
}
