"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { cancelTransfer, rejectTransfer } from "@/lib/features/transfers/commands/close-transfer";
import { endTemporaryActivity, issueLetter, receiveMember } from "@/lib/features/transfers/commands/keep-transfer";
import { proposeArrival, proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import {
  acceptTransferInput,
  closeTransferInput,
  endTemporaryActivityInput,
  issueLetterInput,
  proposeArrivalInput,
  proposeTransferInput,
  receiveMemberInput,
} from "@/lib/features/transfers/schema";

const to =
  (done: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/transfers/${id}?done=${done}` });

export async function proposeTransferAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(proposeTransferInput, form, proposeTransfer, to("proposed"));
}

export async function proposeArrivalAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(proposeArrivalInput, form, proposeArrival, to("proposed"));
}

export async function acceptTransferAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(acceptTransferInput, form, acceptTransfer, to("accepted"));
}

export async function rejectTransferAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeTransferInput, form, rejectTransfer, to("rejected"));
}

export async function cancelTransferAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeTransferInput, form, cancelTransfer, to("cancelled"));
}

export async function issueLetterAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(issueLetterInput, form, issueLetter, to("letter"));
}

export async function receiveMemberAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(receiveMemberInput, form, receiveMember, to("received"));
}

export async function endTemporaryActivityAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(endTemporaryActivityInput, form, endTemporaryActivity, to("ended"));
}
