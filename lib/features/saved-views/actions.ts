"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { deleteView, editView, saveView } from "@/lib/features/saved-views/commands/keep-views";
import { deleteViewInput, editViewInput, saveViewInput } from "@/lib/features/saved-views/schema";

export async function saveViewAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(saveViewInput, form, saveView, () => ({ redirectTo: "/members/views?done=saved" }));
}

export async function editViewAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editViewInput, form, editView, () => ({ redirectTo: "/members/views?done=edited" }));
}

export async function deleteViewAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(deleteViewInput, form, deleteView, () => ({ redirectTo: "/members/views?done=deleted" }));
}
