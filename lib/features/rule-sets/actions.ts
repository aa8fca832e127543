"use server";

import { z } from "zod";
import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { changeParameter } from "@/lib/features/rule-sets/commands/change-parameter";
import { confirmRevision } from "@/lib/features/rule-sets/commands/confirm-revision";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { editRevision, openRevision } from "@/lib/features/rule-sets/commands/open-revision";
import { discardRevision, returnRevision, submitRevision } from "@/lib/features/rule-sets/commands/submit-revision";
import {
  changeParameterInput,
  closeRevisionInput,
  editRevisionInput,
  openRevisionInput,
  revisionStepInput,
} from "@/lib/features/rule-sets/schema/revisions";

export async function installRuleSetsAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    z.strictObject({}),
    form,
    (actor, _input, sending) => installRuleSets(actor, sending),
    () => ({ redirectTo: "/ratings/rules?done=installed" }),
  );
}

const toRevision =
  (done: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/ratings/rules/revisions/${id}?done=${done}` });

export async function openRevisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openRevisionInput, form, openRevision, toRevision("opened"));
}

export async function editRevisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editRevisionInput, form, editRevision, toRevision("edited"));
}

export async function changeParameterAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(changeParameterInput, form, changeParameter, toRevision("changed"));
}

export async function submitRevisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(revisionStepInput, form, submitRevision, toRevision("submitted"));
}

export async function returnRevisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeRevisionInput, form, returnRevision, toRevision("returned"));
}

export async function discardRevisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeRevisionInput, form, discardRevision, toRevision("discarded"));
}

export async function confirmRevisionAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(revisionStepInput, form, confirmRevision, toRevision("confirmed"));
}
