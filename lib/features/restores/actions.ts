"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { acceptRestore } from "@/lib/features/restores/commands/accept-restore";
import { acceptRestoreInput } from "@/lib/features/restores/schema";

export async function acceptRestoreAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(acceptRestoreInput, form, acceptRestore, () => ({ redirectTo: "/restores?done=accepted" }));
}
