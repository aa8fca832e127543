"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { requireActor } from "@/lib/core/auth/require-actor";
import type { Upload } from "@/lib/core/files/upload";
import { type Kept, runUpload } from "@/lib/core/upload-action";
import { acceptCells } from "@/lib/features/imports/commands/accept-cells";
import { chooseColumns, chooseTable } from "@/lib/features/imports/commands/choose-columns";
import { confirmImport, discardImport, stopImport } from "@/lib/features/imports/commands/confirm-import";
import { decideRow, decideRows } from "@/lib/features/imports/commands/decide-rows";
import { proveRunning, runImport } from "@/lib/features/imports/commands/run-import";
import { stageImport } from "@/lib/features/imports/commands/stage-import";
import { undoImport } from "@/lib/features/imports/commands/undo-import";
import {
  acceptCellsInput,
  chooseColumnsInput,
  chooseTableInput,
  decideRowInput,
  decideRowsInput,
  importIdInput,
  importInput,
  undoImportInput,
  uploadInput,
} from "@/lib/features/imports/schema/forms";

export async function chooseTableAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(chooseTableInput, form, chooseTable, ({ id }) => ({ redirectTo: `/imports/${id}/columns` }));
}

export async function chooseColumnsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(chooseColumnsInput, form, chooseColumns, ({ id }) => ({ redirectTo: `/imports/${id}` }));
}

export async function decideRowAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(decideRowInput, form, decideRow, ({ id }) => ({ redirectTo: `/imports/${id}/duplicates` }));
}

export async function decideRowsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(decideRowsInput, form, decideRows, ({ id }) => ({ redirectTo: `/imports/${id}/duplicates` }));
}

export async function acceptCellsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(acceptCellsInput, form, acceptCells, ({ id }) => ({ redirectTo: `/imports/${id}` }));
}

export async function confirmImportAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(importInput, form, confirmImport, ({ id }) => goOn(id));
}

export async function resumeImportAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(importIdInput, form, proveRunning, ({ id }) => goOn(id));
}

export async function stopImportAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(importIdInput, form, stopImport, ({ id }) => ({ redirectTo: `/imports/${id}` }));
}

export async function discardImportAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(importInput, form, discardImport, () => ({ redirectTo: "/imports" }));
}

export async function undoImportAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(undoImportInput, form, undoImport, ({ id }) => ({ redirectTo: `/imports/${id}` }));
}

/** Takes an uploaded file in; called by the route that reads and counts it. Says why a file is not taken. */
export async function stageUploadAction(upload: Upload): Promise<Kept> {
  return runUpload((actor) => stageImport(actor, uploadInput.parse(upload)));
}

/* The work goes on after the answer, under the rights of who asked for it. */
function goOn(id: string) {
  after(async () => {
    await runImport(await requireActor(), id);
    revalidatePath(`/imports/${id}`);
  });
  return { redirectTo: `/imports/${id}` };
}
