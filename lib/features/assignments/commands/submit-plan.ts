import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { loadPlan, movePlan, planSubject } from "@/lib/features/assignments/commands/plan-steps";
import { canPlanAssignments } from "@/lib/features/assignments/policy";
import { decisionObstacle } from "@/lib/features/assignments/rules/assigning";
import { markOf, submissionObstacle } from "@/lib/features/assignments/rules/planning";
import type { SubmitPlanInput } from "@/lib/features/assignments/schema";

/**
 * Submits a plan with the number and the day of its decision, and keeps which assignments it was compared with. Nothing changes
 * until a leader issues it. For the office. Refuses a plan with something left to settle, and a decision to come (RULE).
 */
export function submitPlan(actor: Actor, input: SubmitPlanInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "submitPlan", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const found = await loadPlan(context, input.id);
    authorize(canPlanAssignments(actor));
    const { decisionNumber, decidedOn } = input;
    requireNoObstacle(submissionObstacle(found.plan.state, found.facts) ?? decisionObstacle(decidedOn, today));
    await movePlan(context, input, {
      state: "SUBMITTED",
      decisionNumber,
      decidedOn: toDbDate(decidedOn),
      submittedById: actor.accountId,
      submittedBy: actor.displayName,
      submittedOn: toDbDate(today),
      comparedWith: found.facts.running.map(markOf),
      note: null,
    });
    audit({
      type: "assignmentPlan.submitted",
      subject: planSubject(found),
      params: { decisionNumber, decidedOn },
      changes: [
        {
          record: "AssignmentPlan",
          recordId: found.plan.id,
          before: { state: "DRAFT" },
          after: { state: "SUBMITTED" },
        },
      ],
    });
    return { id: found.plan.id };
  });
}
