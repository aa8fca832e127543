"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { addressOf } from "@/lib/core/address";
import { closeDossier } from "@/lib/features/admissions/commands/close-dossier";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { holdCeremony } from "@/lib/features/admissions/commands/hold-ceremony";
import { openDeparture } from "@/lib/features/admissions/commands/open-departure";
import { openReadmission } from "@/lib/features/admissions/commands/open-readmission";
import { openRecognition } from "@/lib/features/admissions/commands/open-recognition";
import { editCandidate, openAdmission, setConditions } from "@/lib/features/admissions/commands/prepare-admission";
import { receivePapers } from "@/lib/features/admissions/commands/receive-papers";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { recordDecision, returnDecision } from "@/lib/features/admissions/commands/record-decision";
import {
  ceremonyDraftInput,
  closeDossierInput,
  confirmDecisionInput,
  editCandidateInput,
  holdCeremonyInput,
  openAdmissionInput,
  openDepartureInput,
  openReadmissionInput,
  openRecognitionInput,
  receivePapersInput,
  recordBranchVoteInput,
  recordDeathInput,
  recordDecisionInput,
  returnDecisionInput,
  setConditionsInput,
} from "@/lib/features/admissions/schema";

const to =
  (done: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/admissions/${id}?done=${done}` });

export async function openAdmissionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openAdmissionInput, form, openAdmission, to("opened"));
}

export async function editCandidateAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editCandidateInput, form, editCandidate, to("edited"));
}

export async function setConditionsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(setConditionsInput, form, setConditions, to("conditions"));
}

export async function receivePapersAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(receivePapersInput, form, receivePapers, to("papers"));
}

export async function recordBranchVoteAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordBranchVoteInput, form, recordBranchVote, to("voted"));
}

export async function recordDecisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordDecisionInput, form, recordDecision, to("recorded"));
}

export async function confirmDecisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(confirmDecisionInput, form, confirmDecision, to("confirmed"));
}

export async function returnDecisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(returnDecisionInput, form, returnDecision, to("returned"));
}

export async function checkCeremonyAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    ceremonyDraftInput,
    form,
    async (_actor, draft) => draft,
    ({ id, ...draft }) => ({ redirectTo: addressOf(`/admissions/${id}/ceremony`, { ...draft, step: "check" }) }),
  );
}

export async function holdCeremonyAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(holdCeremonyInput, form, holdCeremony, to("held"));
}

export async function closeDossierAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeDossierInput, form, closeDossier, to("closed"));
}

export async function openDepartureAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openDepartureInput, form, openDeparture, to("opened"));
}

export async function openReadmissionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openReadmissionInput, form, openReadmission, to("opened"));
}

export async function checkDeathAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    recordDeathInput,
    form,
    async (_actor, draft) => draft,
    ({ memberId, ...draft }) => ({
      redirectTo: addressOf("/admissions/death", { member: memberId, ...draft, step: "check" }),
    }),
  );
}

export async function recordDeathAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordDeathInput, form, recordDeath, to("died"));
}

export async function openRecognitionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openRecognitionInput, form, openRecognition, to("opened"));
}
