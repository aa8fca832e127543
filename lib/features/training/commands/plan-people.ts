import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canEndPlan, canPlanPeople, canReadPlan } from "@/lib/features/training/policy";
import { listCoursePeople } from "@/lib/features/training/queries/course-people";
import { endPlanObstacle, planObstacle } from "@/lib/features/training/rules/planning";
import type { EndPlanInput, PlanPeopleInput } from "@/lib/features/training/schema/planning";

/**
 * Enters whom a decision plans for a post in a term. Refuses who is no member on the day of the decision, and a branch that is
 * named where none belongs (RULE); who stands in the plan for that post already (CONFLICT). How many, and of whom, is not refused
 * but shown, since no rule on it is confirmed.
 */
export function planPeople(actor: Actor, input: PlanPeopleInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "planPeople", input, ...sending }, async ({ tx, actor, today, audit }) => {
    const { committeeId } = actor;
    const { memberId: ids, ...plan } = input;
    if (!canReadPlan(actor)) throw notFound();
    authorize(canPlanPeople(actor));
    const people = await listCoursePeople(tx, actor, ids);
    if (people.length < ids.length) throw notFound();
    const branch = plan.branchId && (await tx.branch.findFirst({ where: { committeeId, id: plan.branchId } }));
    if (plan.branchId !== null && !branch) throw notFound();
    requireNoObstacle(planObstacle(plan, people, today));
    const { post, branchId, termFrom } = plan;
    const twice = await tx.plannedPerson.findFirst({
      where: { committeeId, post, branchId, termFrom, memberId: { in: ids }, removedOn: null },
      select: { member: { select: { fullName: true } } },
    });
    if (twice) {
      throw new DomainError("CONFLICT", "training.errors.plannedAlready", { name: twice.member.fullName }, "memberId");
    }

    const decidedOn = toDbDate(plan.decidedOn);
    const rows = people.map((one) => {
      return { committeeId, id: randomUUID(), memberId: one.memberId, ...plan, decidedOn };
    });
    await tx.plannedPerson.createMany({ data: rows });
    const { termTo, decisionNumber } = plan;
    const values = { post, branch: branch ? branch.name : null, termFrom, termTo, decisionNumber };
    audit({
      type: "cadrePlan.decided",
      subject: { kind: "committee", id: committeeId, name: decisionNumber },
      params: { count: people.length, decidedOn: plan.decidedOn },
      changes: rows.map(({ id }, place) => ({
        record: "PlannedPerson",
        recordId: id,
        before: null,
        after: { member: people[place]?.name ?? null, ...values },
      })),
    });
    return { ids: rows.map(({ id }) => id), term: { from: termFrom, to: termTo } };
  });
}

/**
 * Takes somebody off the plan from a day on, with the reason; the record stays. Refuses who was taken off, a day of the future or
 * before the decision (RULE), and an older version (CONFLICT).
 */
export function endPlan(actor: Actor, input: EndPlanInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endPlan", input, ...sending }, async ({ tx, actor, today, audit }) => {
    const { committeeId } = actor;
    const { id, version, removedOn, removeReason } = input;
    if (!canReadPlan(actor)) throw notFound();
    const row = await tx.plannedPerson.findFirst({
      where: { committeeId, id },
      include: { member: { select: { fullName: true } } },
    });
    if (!row) throw notFound();
    authorize(canEndPlan(actor));
    const days = { decidedOn: fromDbDate(row.decidedOn), removedOn: fromDbDate(row.removedOn) };
    requireNoObstacle(endPlanObstacle(days, removedOn, today));
    const written = await tx.plannedPerson.updateMany({
      where: { committeeId, id, version, removedOn: null },
      data: { removedOn: toDbDate(removedOn), removeReason, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "cadrePlan.ended",
      subject: { kind: "member", id: row.memberId, name: row.member.fullName },
      params: { post: row.post },
      reason: removeReason,
      changes: [{ record: "PlannedPerson", recordId: id, before: { removedOn: null }, after: { removedOn } }],
    });
    return { id, term: { from: row.termFrom, to: row.termTo } };
  });
}
