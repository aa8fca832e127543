"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import {
  cancelReorganization,
  rejectReorganization,
} from "@/lib/features/reorganizations/commands/close-reorganization";
import { confirmReorganization } from "@/lib/features/reorganizations/commands/confirm-reorganization";
import { proposeReorganization } from "@/lib/features/reorganizations/commands/propose-reorganization";
import {
  closeReorganizationInput,
  confirmReorganizationInput,
  proposeReorganizationInput,
} from "@/lib/features/reorganizations/schema";

const to =
  (done: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/branches/reorganizations/${id}?done=${done}` });

export async function proposeReorganizationAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(proposeReorganizationInput, form, proposeReorganization, to("proposed"));
}

export async function confirmReorganizationAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(confirmReorganizationInput, form, confirmReorganization, to("confirmed"));
}

export async function rejectReorganizationAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeReorganizationInput, form, rejectReorganization, to("rejected"));
}

export async function cancelReorganizationAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeReorganizationInput, form, cancelReorganization, to("cancelled"));
}
