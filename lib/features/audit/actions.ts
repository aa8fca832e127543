"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState, Problem } from "@/lib/core/action-state";
import { getChainState } from "@/lib/features/audit/queries";
import { checkChainInput } from "@/lib/features/audit/schema";

export async function checkChain(_state: ActionState, formData: FormData): Promise<ActionState> {
  return runAction(
    checkChainInput,
    formData,
    (actor) => getChainState(actor),
    ({ checked, firstFault }) => ({ message: chainMessage(checked, firstFault) }),
  );
}

function chainMessage(checked: number, firstFault: number | null): Problem {
  if (firstFault !== null) return { key: "audit.chain.broken", params: { seq: firstFault } };
  return { key: "audit.chain.whole", params: { checked } };
}
