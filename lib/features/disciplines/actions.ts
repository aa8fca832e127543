"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import {
  confirmComplaint,
  settleComplaint,
  withdrawComplaint,
} from "@/lib/features/disciplines/commands/close-complaint";
import { confirmDiscipline, withdrawDiscipline } from "@/lib/features/disciplines/commands/close-recording";
import { recordComplaint } from "@/lib/features/disciplines/commands/record-complaint";
import { recordDiscipline } from "@/lib/features/disciplines/commands/record-discipline";
import {
  confirmComplaintInput,
  confirmDisciplineInput,
  recordComplaintInput,
  recordDisciplineInput,
  settleComplaintInput,
  withdrawComplaintInput,
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

export async function recordComplaintAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordComplaintInput, form, recordComplaint, ({ id }) => ({
    redirectTo: `/disciplines/${id}?done=complaintRecorded`,
  }));
}

export async function settleComplaintAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(settleComplaintInput, form, settleComplaint, ({ id }) => ({
    redirectTo: `/disciplines/${id}?done=complaintEntered`,
  }));
}

export async function confirmComplaintAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(confirmComplaintInput, form, confirmComplaint, ({ id }) => ({
    redirectTo: `/disciplines/${id}?done=complaintSettled`,
  }));
}

export async function withdrawComplaintAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(withdrawComplaintInput, form, withdrawComplaint, ({ id }) => ({
    redirectTo: `/disciplines/${id}?done=complaintWithdrawn`,
  }));
}
