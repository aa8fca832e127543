"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { addLine } from "@/lib/features/inspection-programmes/commands/add-line";
import { dropLine, markLineDone, takeOutLine } from "@/lib/features/inspection-programmes/commands/change-lines";
import { issueProgramme, openProgramme } from "@/lib/features/inspection-programmes/commands/keep-programmes";
import {
  addLineInput,
  dropLineInput,
  issueProgrammeInput,
  markLineDoneInput,
  openProgrammeInput,
  takeOutLineInput,
} from "@/lib/features/inspection-programmes/schema";

/** Each form leads to the programme and says there what was done. */
const told = (word: string) => (result: { id: string }) => ({
  redirectTo: `/inspections/programmes/${result.id}?done=${word}`,
});

export async function openProgrammeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openProgrammeInput, form, openProgramme, told("opened"));
}

export async function addLineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(addLineInput, form, addLine, told("lineAdded"));
}

export async function takeOutLineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(takeOutLineInput, form, takeOutLine, told("lineRemoved"));
}

export async function issueProgrammeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(issueProgrammeInput, form, issueProgramme, told("issued"));
}

export async function dropLineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(dropLineInput, form, dropLine, told("lineDropped"));
}

export async function markLineDoneAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(markLineDoneInput, form, markLineDone, told("lineFinished"));
}
