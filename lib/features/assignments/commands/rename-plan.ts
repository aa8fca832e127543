import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadPlan, movePlan, planSubject } from "@/lib/features/assignments/commands/plan-steps";
import { canPlanAssignments } from "@/lib/features/assignments/policy";
import type { RenamePlanInput } from "@/lib/features/assignments/schema";

/** Calls a draft otherwise. For the office. Refuses a plan that is no draft (RULE), and an older version with both names (CONFLICT). */
export function renamePlan(actor: Actor, input: RenamePlanInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "renamePlan", input, ...sending }, async (context) => {
    const { actor, audit } = context;
    const { id, version, name } = input;
    const found = await loadPlan(context, id);
    const { plan } = found;
    authorize(canPlanAssignments(actor));
    if (plan.state !== "DRAFT") throw new DomainError("RULE", "assignmentPlans.errors.notDraft");
    if (plan.version !== version) throw new VersionConflict({ name: plan.name }, plan.version);
    await movePlan(context, input, { name });
    const change = changedValues({ name: plan.name }, { name });
    audit({
      type: "assignmentPlan.renamed",
      subject: { ...planSubject(found), name },
      changes: change ? [{ record: "AssignmentPlan", recordId: id, ...change }] : [],
    });
    return { id };
  });
}
