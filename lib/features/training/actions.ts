"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { editCourse, openCourse } from "@/lib/features/training/commands/keep-courses";
import { endPlan, planPeople } from "@/lib/features/training/commands/plan-people";
import { recordResult } from "@/lib/features/training/commands/record-result";
import { sendToCourse, takeOffCourse } from "@/lib/features/training/commands/send-to-course";
import {
  editCourseInput,
  openCourseInput,
  recordResultInput,
  sendToCourseInput,
  takeOffCourseInput,
} from "@/lib/features/training/schema/courses";
import { endPlanInput, type PlanTerm, planPeopleInput } from "@/lib/features/training/schema/planning";

const done =
  (word: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/training/${id}?done=${word}` });

export async function openCourseAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openCourseInput, form, openCourse, done("opened"));
}

export async function editCourseAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editCourseInput, form, editCourse, done("edited"));
}

export async function sendToCourseAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(sendToCourseInput, form, sendToCourse, done("sent"));
}

export async function takeOffCourseAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(takeOffCourseInput, form, takeOffCourse, done("takenOff"));
}

export async function recordResultAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordResultInput, form, recordResult, done("recorded"));
}

const toPlan =
  (word: string) =>
  ({ term }: { term: PlanTerm }) => ({
    redirectTo: `/training/planning?term=${term.from}-${term.to}&done=${word}`,
  });

export async function planPeopleAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(planPeopleInput, form, planPeople, toPlan("planned"));
}

export async function endPlanAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(endPlanInput, form, endPlan, toPlan("ended"));
}
