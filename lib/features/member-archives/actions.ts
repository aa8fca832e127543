"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { confirmArchive, undoArchive } from "@/lib/features/member-archives/commands/confirm-archive";
import { cancelArchive, proposeArchive } from "@/lib/features/member-archives/commands/propose-archive";
import { archiveInput, proposeArchiveInput } from "@/lib/features/member-archives/schema";

const toArchive = ({ id }: { id: string }) => ({ redirectTo: `/members/archive/${id}` });

export async function proposeArchiveAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(proposeArchiveInput, form, proposeArchive, toArchive);
}

export async function confirmArchiveAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(archiveInput, form, confirmArchive, toArchive);
}

export async function cancelArchiveAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(archiveInput, form, cancelArchive, toArchive);
}

export async function undoArchiveAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(archiveInput, form, undoArchive, toArchive);
}
