"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { carryOutBulkEdit, undoBulkEdit } from "@/lib/features/bulk-edits/commands/carry-out-bulk-edit";
import { prepareBulkEdit } from "@/lib/features/bulk-edits/commands/prepare-bulk-edit";
import { bulkEditInput, prepareBulkEditInput } from "@/lib/features/bulk-edits/schema";

const toEdit = ({ id }: { id: string }) => ({ redirectTo: `/members/bulk/${id}` });

export async function prepareBulkEditAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(prepareBulkEditInput, form, prepareBulkEdit, toEdit);
}

export async function carryOutBulkEditAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(bulkEditInput, form, carryOutBulkEdit, toEdit);
}

export async function undoBulkEditAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(bulkEditInput, form, undoBulkEdit, toEdit);
}
