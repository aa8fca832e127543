"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { moveBranchTermEnd, openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { moveBranchTermEndInput, openBranchTermInput } from "@/lib/features/organization/schema/branch-terms";

export async function openBranchTermAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    openBranchTermInput,
    form,
    async (actor, input, sending) => ({
      ...(await openBranchTerm(actor, input, sending)),
      branchId: input.branchId,
    }),
    ({ branchId }) => ({ redirectTo: `/branches/${branchId}?tab=officers&done=termOpened` }),
  );
}

export async function moveBranchTermEndAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(moveBranchTermEndInput, form, moveBranchTermEnd, ({ branchId }) => ({
    redirectTo: `/branches/${branchId}?tab=officers&done=termMoved`,
  }));
}
