"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { closeRatingRound } from "@/lib/features/ratings/commands/close-rating-round";
import { confirmDecisions } from "@/lib/features/ratings/commands/confirm-decisions";
import { confirmRatingDeadlines } from "@/lib/features/ratings/commands/confirm-rating-deadlines";
import { correctDecision } from "@/lib/features/ratings/commands/correct-decision";
import { markNotRated } from "@/lib/features/ratings/commands/mark-not-rated";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { proposeBranchRating, proposeRating, proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { recordCommitteeRating, recordDecisions } from "@/lib/features/ratings/commands/record-decisions";
import { setRatingDeadlines } from "@/lib/features/ratings/commands/set-rating-deadlines";
import { setTarget } from "@/lib/features/ratings/commands/set-target";
import {
  correctDecisionInput,
  markNotRatedInput,
  proposeBranchRatingInput,
  proposeRatingInput,
  recordCommitteeRatingInput,
  setTargetInput,
} from "@/lib/features/ratings/schema";
import {
  confirmDecisionsInput,
  proposeRatingsInput,
  recordDecisionsInput,
} from "@/lib/features/ratings/schema/meetings";
import { periodOf, type RatingPeriod } from "@/lib/features/ratings/schema/periods";
import {
  closeRatingRoundInput,
  confirmRatingDeadlinesInput,
  openRatingRoundInput,
  setRatingDeadlinesInput,
} from "@/lib/features/ratings/schema/rounds";

export async function openRatingRoundAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    openRatingRoundInput,
    form,
    async (actor, input, sending) => ({ ...(await openRatingRound(actor, input, sending)), period: periodOf(input) }),
    ({ period }) => ({ redirectTo: `/ratings/${period}?done=opened` }),
  );
}

export async function setRatingDeadlinesAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(setRatingDeadlinesInput, form, setRatingDeadlines, () => ({
    redirectTo: `/ratings/${period}/deadlines?done=deadlines`,
  }));
}

export async function confirmRatingDeadlinesAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(confirmRatingDeadlinesInput, form, confirmRatingDeadlines, () => ({
    redirectTo: `/ratings/${period}/deadlines?done=confirmed`,
  }));
}

export async function closeRatingRoundAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(closeRatingRoundInput, form, closeRatingRound, () => ({
    redirectTo: `/ratings/${period}?done=closed`,
  }));
}

export async function proposeRatingAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(proposeRatingInput, form, proposeRating, ({ id }) => ({
    redirectTo: `/ratings/${period}/${id}?done=proposed`,
  }));
}

export async function proposeBranchRatingAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(proposeBranchRatingInput, form, proposeBranchRating, ({ id }) => ({
    redirectTo: `/ratings/${period}/${id}?done=proposed`,
  }));
}

export async function proposeRatingsAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(
    proposeRatingsInput,
    form,
    async (actor, input, sending) => ({ ...(await proposeRatings(actor, input, sending)), branch: input.branchId }),
    ({ branch }) => ({ redirectTo: `/ratings/${period}?branch=${branch}&done=proposed` }),
  );
}

export async function markNotRatedAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(markNotRatedInput, form, markNotRated, ({ id }) => ({
    redirectTo: `/ratings/${period}/${id}?done=excluded`,
  }));
}

export async function recordDecisionsAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(recordDecisionsInput, form, recordDecisions, () => ({
    redirectTo: `/ratings/${period}/confirm?done=recorded`,
  }));
}

export async function recordCommitteeRatingAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(recordCommitteeRatingInput, form, recordCommitteeRating, () => ({
    redirectTo: `/ratings/${period}?tab=committee&done=recorded`,
  }));
}

export async function confirmDecisionsAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(confirmDecisionsInput, form, confirmDecisions, () => ({
    redirectTo: `/ratings/${period}?done=confirmed`,
  }));
}

export async function correctDecisionAction(
  period: RatingPeriod,
  _state: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction(correctDecisionInput, form, correctDecision, ({ id }) => ({
    redirectTo: `/ratings/${period}/${id}?done=corrected`,
  }));
}

export async function setTargetAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    setTargetInput,
    form,
    async (actor, input, sending) => ({ ...(await setTarget(actor, input, sending)), year: input.year }),
    ({ year }) => ({ redirectTo: `/ratings/targets?year=${year}&done=target` }),
  );
}
