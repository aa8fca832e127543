"use server";

import { z } from "zod";
import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";

export async function installRuleSetsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    z.strictObject({}),
    form,
    (actor, _input, sending) => installRuleSets(actor, sending),
    () => ({ redirectTo: "/ratings/rules?done=installed" }),
  );
}
