"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { handInSelfReview, takeBackSelfReview } from "@/lib/features/self-reviews/commands/hand-in";
import { saveSelfReview } from "@/lib/features/self-reviews/commands/save-self-review";
import { moveSelfReviewInput, saveSelfReviewInput } from "@/lib/features/self-reviews/schema";

export async function saveSelfReviewAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(saveSelfReviewInput, form, saveSelfReview, ({ id }) => ({
    redirectTo: `/ratings/${period}/self-reviews/${id}?done=saved`,
  }));
}

export async function handInSelfReviewAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(moveSelfReviewInput, form, handInSelfReview, ({ id }) => ({
    redirectTo: `/ratings/${period}/self-reviews/${id}?done=handedIn`,
  }));
}

export async function takeBackSelfReviewAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(moveSelfReviewInput, form, takeBackSelfReview, ({ id }) => ({
    redirectTo: `/ratings/${period}/self-reviews/${id}?done=takenBack`,
  }));
}
