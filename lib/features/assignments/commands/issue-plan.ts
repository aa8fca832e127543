import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { addDays, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { loadPlan, movePlan, planSubject } from "@/lib/features/assignments/commands/plan-steps";
import { canIssuePlan } from "@/lib/features/assignments/policy";
import type { StoredPlan } from "@/lib/features/assignments/queries/find-plan-facts";
import { daysIn, endedIn, issueObstacle } from "@/lib/features/assignments/rules/planning";
import type { IssuePlanInput } from "@/lib/features/assignments/schema";

/**
 * Issues a submitted plan: in the same transaction the assignments that would last into it end on the day before its first, and
 * its own begin, under its decision, each until the plan or the branch ends. For leaders. Refuses who submitted it, what has come up since and is not settled, and an
 * assignment changed since, by name (RULE). Asks for the password again.
 */
export function issuePlan(actor: Actor, input: IssuePlanInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "issuePlan", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const found = await loadPlan(context, input.id);
    authorize(canIssuePlan(actor));
    await requireRecentPassword(context);
    const { plan, facts } = found;
    requireNoObstacle(issueObstacle(plan, facts, actor.accountId));
    const hand = { closedById: actor.accountId, closedBy: actor.displayName, closedOn: toDbDate(today) };
    await movePlan(context, input, { state: "ISSUED", ...hand });
    const ended = await endFollowed(context, found);
    const begun = await beginPlanned(context, found);
    const { id, decisionNumber, decidedOn, startsOn } = plan;
    const answered = {
      record: "AssignmentPlan",
      recordId: id,
      before: { state: plan.state },
      after: { state: "ISSUED" },
    };
    audit({
      type: "assignmentPlan.issued",
      subject: planSubject(found),
      params: { decisionNumber, decidedOn, startsOn, count: begun.length },
      changes: [answered, ...ended, ...begun],
    });
    return { id };
  });
}

async function endFollowed({ tx, actor }: CommandContext, { plan, facts }: StoredPlan): Promise<AuditChange[]> {
  const ended = endedIn(facts);
  if (ended.length === 0) return [];
  const written = await tx.assignment.updateMany({
    where: { committeeId: actor.committeeId, OR: ended.map(({ id, version }) => ({ id, version })) },
    data: {
      endsOn: toDbDate(plan.startsOn),
      endCause: "REPLACED",
      endedBy: actor.displayName,
      endReason: null,
      endedByPlanId: plan.id,
      version: { increment: 1 },
    },
  });
  if (written.count < ended.length) throw new DomainError("CONFLICT", "refusals.conflict");
  return ended.map((one) => ({
    record: "Assignment",
    recordId: one.id,
    before: { branch: one.branchName, member: one.memberName, lastDay: lastDayOf(one) },
    after: { branch: one.branchName, member: one.memberName, lastDay: addDays(plan.startsOn, -1) },
  }));
}

async function beginPlanned({ tx, actor }: CommandContext, { plan, facts }: StoredPlan): Promise<AuditChange[]> {
  const { id: planId, decisionNumber, decidedOn } = plan;
  if (decisionNumber === null || decidedOn === null) throw new Error("a plan was submitted without its decision");
  const begun = facts.planned.map((place) => ({ ...place, id: randomUUID(), days: daysIn(facts, place.branchId) }));
  const columns = { committeeId: actor.committeeId, planId, decisionNumber, decidedOn: toDbDate(decidedOn) };
  await tx.assignment.createMany({
    data: begun.map(({ id, branchId, memberId, role, days }) => ({
      ...{ ...columns, id, branchId, memberId, role },
      ...{ startsOn: toDbDate(days.startsOn), endsOn: toDbDate(days.endsOn) },
    })),
  });
  return begun.map(({ id, branchName: branch, memberName: member, role, days }) => ({
    record: "Assignment",
    recordId: id,
    before: null,
    after: { branch, member, role, startsOn: days.startsOn, lastDay: lastDayOf(days), decisionNumber, decidedOn },
  }));
}
