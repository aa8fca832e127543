"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { remindBranch } from "@/lib/features/month-work/commands/remind-branch";
import { remindBranchInput } from "@/lib/features/month-work/schema";

export async function remindBranchAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(remindBranchInput, form, remindBranch, ({ id }) => ({
    redirectTo: `/month-work?branch=${id}&done=reminded`,
  }));
}
