"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState, Problem } from "@/lib/core/action-state";
import { addMember } from "@/lib/features/members/commands/add-member";
import { editMember, editRegisterEntry } from "@/lib/features/members/commands/edit-member";
import { orderMembersFile } from "@/lib/features/members/commands/order-members-file";
import { type IdNumbers, revealIdNumbers } from "@/lib/features/members/commands/reveal-id-numbers";
import { endStatus, startStatus } from "@/lib/features/members/commands/start-status";
import {
  addMemberInput,
  editMemberInput,
  editRegisterEntryInput,
  endStatusInput,
  orderMembersFileInput,
  revealIdNumbersInput,
  startStatusInput,
} from "@/lib/features/members/schema";

export async function addMemberAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(addMemberInput, form, addMember, ({ id }) => ({ redirectTo: `/members/${id}?done=added` }));
}

export async function editMemberAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editMemberInput, form, editMember, ({ id }) => ({ redirectTo: `/members/${id}?done=edited` }));
}

export async function editRegisterEntryAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editRegisterEntryInput, form, editRegisterEntry, ({ id }) => ({
    redirectTo: `/members/${id}?done=registerEdited`,
  }));
}

export async function orderMembersFileAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(orderMembersFileInput, form, orderMembersFile, ({ id }) => ({
    redirectTo: `/members/export/${id}`,
  }));
}

/** Shows the numbers in the answer to the form, and nowhere else: no address, no page, no store ever holds them. */
export async function revealIdNumbersAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(revealIdNumbersInput, form, revealIdNumbers, (numbers) => ({ message: toldNumbers(numbers) }));
}

function toldNumbers(numbers: IdNumbers): Problem {
  const said = Object.entries(numbers).map(([name, number]) => [name, number ?? "none"]);
  return { key: "members.reveal.numbers", params: Object.fromEntries(said) };
}

export async function startStatusAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    startStatusInput,
    form,
    async (actor, input, sending) => ({ ...(await startStatus(actor, input, sending)), memberId: input.memberId }),
    ({ memberId }) => ({ redirectTo: `/members/${memberId}?done=statusStarted` }),
  );
}

export async function endStatusAction(memberId: string, _state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(endStatusInput, form, endStatus, () => ({ redirectTo: `/members/${memberId}?done=statusEnded` }));
}
