"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import {
  appointBranchOfficer,
  endBranchOffice,
  recordVillageHead,
} from "@/lib/features/organization/commands/appoint-branch-officer";
import { editBranchContact } from "@/lib/features/organization/commands/edit-branch-contact";
import { endVillageHead } from "@/lib/features/organization/commands/end-village-head";
import { openBranch, openVillage } from "@/lib/features/organization/commands/open-branch";
import { reorganizeVillages } from "@/lib/features/organization/commands/reorganize-villages";
import {
  branchContactInput,
  branchOfficerInput,
  endOfficeInput,
  openBranchInput,
  openVillageInput,
  villageHeadInput,
} from "@/lib/features/organization/schema";
import { reorganizeVillagesInput } from "@/lib/features/organization/schema/villages";

export async function openBranchAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openBranchInput, form, openBranch, ({ id }) => ({ redirectTo: `/branches/${id}?done=opened` }));
}

export async function openVillageAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openVillageInput, form, openVillage, () => ({ redirectTo: "/branches/new?done=villageOpened" }));
}

export async function reorganizeVillagesAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(reorganizeVillagesInput, form, reorganizeVillages, () => ({
    redirectTo: "/branches/villages?done=reorganized",
  }));
}

export async function editBranchContactAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(branchContactInput, form, editBranchContact, ({ id }) => ({
    redirectTo: `/branches/${id}?done=contact`,
  }));
}

export async function appointBranchOfficerAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    branchOfficerInput,
    form,
    async (actor, input, sending) => ({
      ...(await appointBranchOfficer(actor, input, sending)),
      branchId: input.branchId,
    }),
    ({ branchId }) => ({ redirectTo: `/branches/${branchId}?tab=officers&done=appointed` }),
  );
}

export async function endBranchOfficeAction(
  branchId: string,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(endOfficeInput, form, endBranchOffice, () => ({
    redirectTo: `/branches/${branchId}?tab=officers&done=ended`,
  }));
}

export async function recordVillageHeadAction(
  branchId: string,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(villageHeadInput, form, recordVillageHead, () => ({
    redirectTo: `/branches/${branchId}?tab=officers&done=headRecorded`,
  }));
}

export async function endVillageHeadAction(
  branchId: string,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(endOfficeInput, form, endVillageHead, () => ({
    redirectTo: `/branches/${branchId}?tab=officers&done=ended`,
  }));
}
