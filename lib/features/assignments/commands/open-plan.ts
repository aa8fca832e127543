import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { addDays, toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { inForce, withPeriod } from "@/lib/core/period";
import { canPlanAssignments, canReadPlans } from "@/lib/features/assignments/policy";
import { openingObstacle } from "@/lib/features/assignments/rules/planning";
import type { OpenPlanInput } from "@/lib/features/assignments/schema";

/**
 * Opens a draft of who is to be in charge of which branch, with the places that are held on a day. Nothing follows from a draft.
 * For the office. Refuses days that another open plan is for (RULE).
 */
export function openPlan(actor: Actor, input: OpenPlanInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openPlan", input, ...sending }, async ({ tx, actor, audit }) => {
    const { committeeId } = actor;
    if (!canReadPlans(actor)) throw notFound();
    authorize(canPlanAssignments(actor));
    const { name, startsOn, lastDay, copiedOn } = input;
    const period = { startsOn, endsOn: addDays(lastDay, 1) };
    const open = await tx.assignmentPlan.findMany({
      where: { committeeId, state: { in: ["DRAFT", "SUBMITTED"] } },
      select: { name: true, startsOn: true, endsOn: true },
    });
    requireNoObstacle(openingObstacle(period, open.map(withPeriod)));
    const held = await tx.assignment.findMany({
      where: { AND: [{ committeeId }, inForce(copiedOn), { branch: inForce(startsOn) }] },
      select: { branchId: true, memberId: true, role: true },
    });

    const id = randomUUID();
    await tx.assignmentPlan.create({
      data: { committeeId, id, name, startsOn: toDbDate(startsOn), endsOn: toDbDate(period.endsOn) },
      select: { id: true },
    });
    await tx.plannedAssignment.createMany({
      data: held.map((place) => ({ committeeId, id: randomUUID(), planId: id, ...place })),
    });
    audit({
      type: "assignmentPlan.opened",
      subject: { kind: "assignmentPlan", id, name },
      params: { startsOn, lastDay, count: held.length },
      changes: [{ record: "AssignmentPlan", recordId: id, before: null, after: { name, startsOn, lastDay } }],
    });
    return { id };
  });
}
