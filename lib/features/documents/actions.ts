"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import type { Upload } from "@/lib/core/files/upload";
import { type Kept, runUpload } from "@/lib/core/upload-action";
import { acceptTemplate, restoreBuiltIn } from "@/lib/features/documents/commands/accept-template";
import { checkTemplate } from "@/lib/features/documents/commands/check-template";
import { orderMemberForm, orderRegister } from "@/lib/features/documents/commands/order-document";
import {
  acceptTemplateInput,
  checkTemplateInput,
  kindAddress,
  orderMemberFormInput,
  orderRegisterInput,
  restoreBuiltInInput,
} from "@/lib/features/documents/schema";

export async function acceptTemplateAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(acceptTemplateInput, form, acceptTemplate, ({ kind }) => ({
    redirectTo: `/documents/${kindAddress(kind)}?done=accepted`,
  }));
}

export async function restoreBuiltInAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(restoreBuiltInInput, form, restoreBuiltIn, ({ kind }) => ({
    redirectTo: `/documents/${kindAddress(kind)}?done=restored`,
  }));
}

export async function orderMemberFormAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(orderMemberFormInput, form, orderMemberForm, toOrder);
}

export async function orderRegisterAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(orderRegisterInput, form, orderRegister, toOrder);
}

function toOrder({ id }: { id: string }) {
  return { redirectTo: `/documents/orders/${id}` };
}

/** Takes an uploaded template in; called by the route that reads and counts it. Says why a file is not taken. */
export async function checkUploadAction(upload: Upload & { kind: DocumentKind }): Promise<Kept> {
  return runUpload((actor) => checkTemplate(actor, checkTemplateInput.parse(upload)));
}
