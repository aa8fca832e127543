"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import type { Upload } from "@/lib/core/files/upload";
import { type Kept, runUpload } from "@/lib/core/upload-action";
import { attachPaper } from "@/lib/features/working-regulations/commands/attach-paper";
import { annulRegulation, recordRegulation } from "@/lib/features/working-regulations/commands/record-regulation";
import {
  type AttachRegulationInput,
  annulRegulationInput,
  attachRegulationInput,
  recordRegulationInput,
} from "@/lib/features/working-regulations/schema";

/** Leads on to the paper of the version, which comes next. */
export async function recordRegulationAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordRegulationInput, form, recordRegulation, ({ id }) => ({
    redirectTo: `/branches/working-regulations/${id}/file?done=recorded`,
  }));
}

export async function annulRegulationAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(annulRegulationInput, form, annulRegulation, ({ id }) => ({
    redirectTo: `/branches/${id}/working-regulations?done=annulled`,
  }));
}

/** Keeps an uploaded paper; called by the route that reads and counts it. Says why it is not kept. */
export async function attachPaperAction(upload: Upload & Pick<AttachRegulationInput, "regulationId">): Promise<Kept> {
  return runUpload((actor) => attachPaper(actor, attachRegulationInput.parse(upload)));
}
