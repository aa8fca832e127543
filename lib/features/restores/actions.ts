"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { acceptRestore } from "@/lib/features/restores/commands/accept-restore";
import { acceptRestoreInput } from "@/lib/features/restores/schema";

export async function acceptRestoreAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(acceptRestoreInput, form, acceptRestore, () => {
    /* The band over every page goes with it. */
    revalidatePath("/", "layout");
    return { redirectTo: "/restores?done=accepted" };
  });
}
