"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { editVisit, reportVisit } from "@/lib/features/visits/commands/report-visit";
import { editVisitInput, reportVisitInput } from "@/lib/features/visits/schema";

export async function reportVisitAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(reportVisitInput, form, reportVisit, ({ id }) => ({ redirectTo: `/visits/${id}?done=reported` }));
}

export async function editVisitAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editVisitInput, form, editVisit, ({ id }) => ({ redirectTo: `/visits/${id}?done=edited` }));
}
