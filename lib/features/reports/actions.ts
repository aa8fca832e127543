"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { closeRoll } from "@/lib/features/reports/commands/close-roll";
import { closeRollInput } from "@/lib/features/reports/schema";

export async function closeRollAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    closeRollInput,
    form,
    async (actor, input, sending) => ({ ...(await closeRoll(actor, input, sending)), ...input }),
    ({ from, to }) => ({ redirectTo: `/reports/roll?from=${from}&to=${to}&done=closed` }),
  );
}
