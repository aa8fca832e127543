"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import type { Upload } from "@/lib/core/files/upload";
import { type Kept, runUpload } from "@/lib/core/upload-action";
import { attachFile } from "@/lib/features/party-documents/commands/attach-file";
import { recordCatchUp, takeBackCatchUp } from "@/lib/features/party-documents/commands/catch-up";
import { annulDocument, editIssued, issueDocument } from "@/lib/features/party-documents/commands/issue-document";
import { correctPassing, passOn } from "@/lib/features/party-documents/commands/pass-on";
import { editReceived, receiveDocument } from "@/lib/features/party-documents/commands/receive-document";
import { setFirstNumber } from "@/lib/features/party-documents/commands/take-number";
import { takeBackTelling, tellVillage } from "@/lib/features/party-documents/commands/tell-village";
import {
  type AttachFileInput,
  annulDocumentInput,
  attachFileInput,
  catchUpInput,
  correctPassingInput,
  editIssuedInput,
  editReceivedInput,
  issueDocumentInput,
  passOnInput,
  receiveDocumentInput,
  setFirstNumberInput,
  takeBackInput,
  tellVillageInput,
} from "@/lib/features/party-documents/schema";

const done =
  (word: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/party-documents/${id}?done=${word}` });

export async function receiveDocumentAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(receiveDocumentInput, form, receiveDocument, done("received"));
}

export async function editReceivedAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editReceivedInput, form, editReceived, done("edited"));
}

export async function issueDocumentAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(issueDocumentInput, form, issueDocument, done("issued"));
}

export async function setFirstNumberAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(setFirstNumberInput, form, setFirstNumber, ({ kind }) => ({
    redirectTo: `/party-documents/issue?kind=${kind}&done=firstNumber`,
  }));
}

export async function editIssuedAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editIssuedInput, form, editIssued, done("edited"));
}

export async function annulDocumentAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(annulDocumentInput, form, annulDocument, done("annulled"));
}

export async function passOnAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(passOnInput, form, passOn, done("passedOn"));
}

export async function correctPassingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(correctPassingInput, form, correctPassing, done("passedOn"));
}

const toBranch =
  (word: string) =>
  ({ id, branchId }: { id: string; branchId: string }) => ({
    redirectTo: `/party-documents/${id}/branches/${branchId}?done=${word}`,
  });

export async function recordCatchUpAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(catchUpInput, form, recordCatchUp, toBranch("caughtUp"));
}

export async function takeBackCatchUpAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(takeBackInput, form, takeBackCatchUp, toBranch("takenBack"));
}

export async function tellVillageAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(tellVillageInput, form, tellVillage, toBranch("villageTold"));
}

export async function takeBackTellingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(takeBackInput, form, takeBackTelling, toBranch("takenBack"));
}

/** Keeps an uploaded file; called by the route that reads and counts it. Says why a file is not kept. */
export async function attachFileAction(
  upload: Upload & Pick<AttachFileInput, "documentId" | "replacesId">,
): Promise<Kept> {
  return runUpload((actor) => attachFile(actor, attachFileInput.parse(upload)));
}
