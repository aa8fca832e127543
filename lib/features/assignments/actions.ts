"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { assignMember } from "@/lib/features/assignments/commands/assign-members";
import {
  changeAssignment,
  correctAssignment,
  endAssignment,
} from "@/lib/features/assignments/commands/change-assignment";
import { discardPlan, returnPlan } from "@/lib/features/assignments/commands/close-plan";
import { issuePlan } from "@/lib/features/assignments/commands/issue-plan";
import { openPlan } from "@/lib/features/assignments/commands/open-plan";
import { planBranch } from "@/lib/features/assignments/commands/plan-branch";
import { renamePlan } from "@/lib/features/assignments/commands/rename-plan";
import { submitPlan } from "@/lib/features/assignments/commands/submit-plan";
import {
  assignMemberInput,
  changeAssignmentInput,
  closePlanInput,
  correctAssignmentInput,
  endAssignmentInput,
  issuePlanInput,
  openPlanInput,
  planBranchInput,
  renamePlanInput,
  submitPlanInput,
} from "@/lib/features/assignments/schema";

export async function assignMemberAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    assignMemberInput,
    form,
    async (actor, input, sending) => ({ ...(await assignMember(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/assignments?on=${on}&done=assigned` }),
  );
}

export async function changeAssignmentAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    changeAssignmentInput,
    form,
    async (actor, input, sending) => ({ ...(await changeAssignment(actor, input, sending)), on: input.effectiveOn }),
    ({ on }) => ({ redirectTo: `/assignments?on=${on}&done=changed` }),
  );
}

export async function correctAssignmentAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    correctAssignmentInput,
    form,
    async (actor, input, sending) => ({ ...(await correctAssignment(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/assignments?on=${on}&done=corrected` }),
  );
}

export async function endAssignmentAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    endAssignmentInput,
    form,
    async (actor, input, sending) => ({ ...(await endAssignment(actor, input, sending)), on: input.lastDay }),
    ({ on }) => ({ redirectTo: `/assignments?on=${on}&done=ended` }),
  );
}

const toPlan =
  (done: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/assignments/plans/${id}?done=${done}` });

export async function openPlanAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openPlanInput, form, openPlan, toPlan("opened"));
}

export async function renamePlanAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(renamePlanInput, form, renamePlan, toPlan("renamed"));
}

export async function planBranchAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(planBranchInput, form, planBranch, toPlan("changed"));
}

export async function submitPlanAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(submitPlanInput, form, submitPlan, toPlan("submitted"));
}

export async function issuePlanAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(issuePlanInput, form, issuePlan, toPlan("issued"));
}

export async function returnPlanAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closePlanInput, form, returnPlan, toPlan("returned"));
}

export async function discardPlanAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closePlanInput, form, discardPlan, toPlan("discarded"));
}
