"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { giveOpinion, withdrawOpinion } from "@/lib/features/rating-opinions/commands/give-opinion";
import { giveOpinionInput, subjectAddress, withdrawOpinionInput } from "@/lib/features/rating-opinions/schema";

export async function giveOpinionAction(year: number, _state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(giveOpinionInput, form, giveOpinion, (of) => ({
    redirectTo: subjectAddress(year, of, "given"),
  }));
}

export async function withdrawOpinionAction(year: number, _state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(withdrawOpinionInput, form, withdrawOpinion, (of) => ({
    redirectTo: subjectAddress(year, of, "withdrawn"),
  }));
}
