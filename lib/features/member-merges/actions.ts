"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { confirmMerge, undoMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { cancelMerge, proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { mergeInput, proposeMergeInput } from "@/lib/features/member-merges/schema";

const toMerge = ({ id }: { id: string }) => ({ redirectTo: `/members/duplicates/${id}` });

export async function proposeMergeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(proposeMergeInput, form, proposeMerge, toMerge);
}

export async function confirmMergeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(mergeInput, form, confirmMerge, toMerge);
}

export async function cancelMergeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(mergeInput, form, cancelMerge, toMerge);
}

export async function undoMergeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(mergeInput, form, undoMerge, toMerge);
}
