"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { yearOf } from "@/lib/core/day";
import { decideBadges, withdrawBadge } from "@/lib/features/badges/commands/decide-badges";
import { proposeBadges, proposeEarlyBadge } from "@/lib/features/badges/commands/propose-badges";
import { recordBadge } from "@/lib/features/badges/commands/record-badge";
import {
  decideBadgesInput,
  proposeBadgesInput,
  proposeEarlyBadgeInput,
  recordBadgeInput,
  withdrawBadgeInput,
} from "@/lib/features/badges/schema";

export async function proposeBadgesAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    proposeBadgesInput,
    form,
    async (actor, input, sending) => ({ ...(await proposeBadges(actor, input, sending)), year: yearOf(input.awardOn) }),
    ({ year }) => ({ redirectTo: `/badges?year=${year}&done=proposed` }),
  );
}

export async function proposeEarlyBadgeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(proposeEarlyBadgeInput, form, proposeEarlyBadge, ({ memberId }) => ({
    redirectTo: `/badges/members/${memberId}?done=proposed`,
  }));
}

export async function decideBadgesAction(year: number, _state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(decideBadgesInput, form, decideBadges, () => ({ redirectTo: `/badges?year=${year}&done=decided` }));
}

export async function recordBadgeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(recordBadgeInput, form, recordBadge, ({ memberId }) => ({
    redirectTo: `/badges/members/${memberId}?done=recorded`,
  }));
}

export async function withdrawBadgeAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(withdrawBadgeInput, form, withdrawBadge, ({ memberId }) => ({
    redirectTo: `/badges/members/${memberId}?done=withdrawn`,
  }));
}
