"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { handInSelfReview, takeBackSelfReview } from "@/lib/features/self-reviews/commands/hand-in";
import { saveSelfReview } from "@/lib/features/self-reviews/commands/save-self-review";
import { moveSelfReviewInput, saveSelfReviewInput } from "@/lib/features/self-reviews/schema";

export async function saveSelfReviewAction(year: number, _state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(saveSelfReviewInput, form, saveSelfReview, ({ id }) => ({
    redirectTo: `/ratings/${year}/self-reviews/${id}?done=saved`,
  }));
}

export async function handInSelfReviewAction(year: number, _state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(moveSelfReviewInput, form, handInSelfReview, ({ id }) => ({
    redirectTo: `/ratings/${year}/self-reviews/${id}?done=handedIn`,
  }));
}

export async function takeBackSelfReviewAction(
  year: number,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(moveSelfReviewInput, form, takeBackSelfReview, ({ id }) => ({
    redirectTo: `/ratings/${year}/self-reviews/${id}?done=takenBack`,
  }));
}
