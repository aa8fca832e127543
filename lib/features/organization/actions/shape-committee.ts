"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import {
  endCommitteeSeat,
  giveCommitteeSeat,
  openTerm,
  recordCommitteeName,
} from "@/lib/features/organization/commands/shape-committee";
import { succeedCommittee } from "@/lib/features/organization/commands/succeed-committee";
import {
  committeeNameInput,
  endOfficeInput,
  openTermInput,
  seatInput,
  succeedCommitteeInput,
} from "@/lib/features/organization/schema";

export async function recordCommitteeNameAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    committeeNameInput,
    form,
    async (actor, input, sending) => ({ ...(await recordCommitteeName(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/committee?on=${on}&done=nameRecorded` }),
  );
}

export async function succeedCommitteeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    succeedCommitteeInput,
    form,
    async (actor, input, sending) => ({ ...(await succeedCommittee(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/committee?on=${on}&done=succeeded` }),
  );
}

export async function openTermAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    openTermInput,
    form,
    async (actor, input, sending) => ({ ...(await openTerm(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/committee?on=${on}&done=termOpened` }),
  );
}

export async function giveCommitteeSeatAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    seatInput,
    form,
    async (actor, input, sending) => ({ ...(await giveCommitteeSeat(actor, input, sending)), on: input.startsOn }),
    ({ on }) => ({ redirectTo: `/committee?on=${on}&done=seatGiven` }),
  );
}

export async function endCommitteeSeatAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    endOfficeInput,
    form,
    async (actor, input, sending) => ({ ...(await endCommitteeSeat(actor, input, sending)), on: input.lastDay }),
    ({ on }) => ({ redirectTo: `/committee?on=${on}&done=seatEnded` }),
  );
}
