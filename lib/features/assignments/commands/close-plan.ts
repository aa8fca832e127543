import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError } from "@/lib/core/errors";
import { loadPlan, movePlan, planSubject } from "@/lib/features/assignments/commands/plan-steps";
import { canIssuePlan, canPlanAssignments } from "@/lib/features/assignments/policy";
import type { StoredPlan } from "@/lib/features/assignments/queries/find-plan-facts";
import type { ClosePlanInput } from "@/lib/features/assignments/schema";

/**
 * Makes a submitted plan a draft again, with the reason: a leader sends it back, or the office takes it back. Refuses a plan that
 * has not been submitted (RULE).
 */
export function returnPlan(actor: Actor, input: ClosePlanInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "returnPlan", input, ...sending }, async (context) => {
    const { actor, audit } = context;
    const found = await loadPlan(context, input.id);
    authorize(canIssuePlan(actor) || canPlanAssignments(actor));
    if (found.plan.state !== "SUBMITTED") throw new DomainError("RULE", "assignmentPlans.errors.notSubmitted");
    const none = { submittedById: null, submittedBy: null, submittedOn: null, comparedWith: [] };
    await movePlan(context, input, { state: "DRAFT", ...none, note: input.reason });
    audit({ type: "assignmentPlan.returned", ...toldOf(found, input, "DRAFT") });
    return { id: found.plan.id };
  });
}

/** Gives a draft up, with the reason; it stays to be read. For the office. Refuses a plan that is no draft (RULE). */
export function discardPlan(actor: Actor, input: ClosePlanInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "discardPlan", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const found = await loadPlan(context, input.id);
    authorize(canPlanAssignments(actor));
    if (found.plan.state !== "DRAFT") throw new DomainError("RULE", "assignmentPlans.errors.notDraft");
    const hand = { closedById: actor.accountId, closedBy: actor.displayName, closedOn: toDbDate(today) };
    await movePlan(context, input, { state: "DISCARDED", ...hand, note: input.reason });
    audit({ type: "assignmentPlan.discarded", ...toldOf(found, input, "DISCARDED") });
    return { id: found.plan.id };
  });
}

function toldOf(found: StoredPlan, { reason }: ClosePlanInput, state: "DRAFT" | "DISCARDED") {
  const { id, state: before } = found.plan;
  return {
    subject: planSubject(found),
    reason,
    changes: [{ record: "AssignmentPlan", recordId: id, before: { state: before }, after: { state } }],
  };
}
