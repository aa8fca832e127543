"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { assignMember, assignMembers } from "@/lib/features/assignments/commands/assign-members";
import {
  changeAssignment,
  correctAssignment,
  endAssignment,
} from "@/lib/features/assignments/commands/change-assignment";
import {
  assignMemberInput,
  assignmentPlanInput,
  changeAssignmentInput,
  correctAssignmentInput,
  endAssignmentInput,
} from "@/lib/features/assignments/schema";

export async function assignMemberAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    assignMemberInput,
    form,
    async (actor, input, sending) => ({ ...(await assignMember(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/assignments?on=${on}&done=assigned` }),
  );
}

export async function assignMembersAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    assignmentPlanInput,
    form,
    async (actor, input, sending) => ({ ...(await assignMembers(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/assignments?on=${on}&done=planned` }),
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
