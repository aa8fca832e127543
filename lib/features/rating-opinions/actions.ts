"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { giveOpinion, withdrawOpinion } from "@/lib/features/rating-opinions/commands/give-opinion";
import { giveOpinionInput, subjectAddress, withdrawOpinionInput } from "@/lib/features/rating-opinions/schema";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

export async function giveOpinionAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(giveOpinionInput, form, giveOpinion, (of) => ({
    redirectTo: subjectAddress(period, of, "given"),
  }));
}

export async function withdrawOpinionAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(withdrawOpinionInput, form, withdrawOpinion, (of) => ({
    redirectTo: subjectAddress(period, of, "withdrawn"),
  }));
}
