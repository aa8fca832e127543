"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { confirmDiscipline, withdrawDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import {
  confirmDisciplineInput,
  recordDisciplineInput,
  withdrawDisciplineInput,
} from "@/lib/features/disciplines/schema";

export async function recordDisciplineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordDisciplineInput, form, recordDiscipline, ({ id }) => ({
    redirectTo: `/disciplines/${id}?done=recorded`,
  }));
}

export async function confirmDisciplineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(confirmDisciplineInput, form, confirmDiscipline, ({ id }) => ({
    redirectTo: `/disciplines/${id}?done=confirmed`,
  }));
}

export async function withdrawDisciplineAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(withdrawDisciplineInput, form, withdrawDiscipline, ({ id }) => ({
    redirectTo: `/disciplines/${id}?done=withdrawn`,
  }));
}
