"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState, Problem } from "@/lib/core/action-state";
import { type ChainState, checkChain } from "@/lib/features/audit/commands";
import { checkChainInput } from "@/lib/features/audit/schema";

export async function checkAuditChain(_state: ActionState, formData: FormData): Promise<ActionState> {
  return runAction(checkChainInput, formData, checkChain, (found) => ({ message: chainMessage(found) }));
}

function chainMessage({ checked, firstFault }: ChainState): Problem {
  if (firstFault !== null) return { key: "audit.chain.broken", params: { seq: firstFault } };
  return { key: "audit.chain.whole", params: { checked } };
}
