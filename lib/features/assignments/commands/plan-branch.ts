import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { loadPlan, movePlan, planSubject } from "@/lib/features/assignments/commands/plan-steps";
import { canPlanAssignments } from "@/lib/features/assignments/policy";
import { planningObstacle } from "@/lib/features/assignments/rules/planning";
import type { PlanBranchInput } from "@/lib/features/assignments/schema";

/**
 * Says in a draft who is to be in charge of a branch and who supports there, in place of what it said before. For the office.
 * Refuses who holds no seat of the committee on the plan's first day, and a plan that is no draft (RULE); an older version (CONFLICT).
 */
export function planBranch(actor: Actor, input: PlanBranchInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "planBranch", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const found = await loadPlan(context, input.id);
    authorize(canPlanAssignments(actor));
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: input.branchId },
      select: { id: true, name: true, startsOn: true, endsOn: true },
    });
    const people = await tx.member.findMany({
      where: { committeeId, id: { in: [...(input.mainId ? [input.mainId] : []), ...input.supportingIds] } },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, fullName: true },
    });
    const named = (id: string) => {
      const member = people.find((one) => one.id === id);
      if (!member) throw notFound();
      return { id, name: member.fullName };
    };
    const main = input.mainId === null ? null : named(input.mainId);
    const supporting = [...new Set(input.supportingIds)].map(named);
    if (!branch) throw notFound();
    requireNoObstacle(
      planningObstacle(found.plan.state, found.facts, { branch: withPeriod(branch), main, supporting }),
    );

    await movePlan(context, input, {});
    const places = { committeeId, planId: found.plan.id, branchId: branch.id };
    await tx.plannedAssignment.deleteMany({ where: places });
    await tx.plannedAssignment.createMany({
      data: [
        ...(main ? [{ ...places, id: randomUUID(), memberId: main.id, role: "MAIN" as const }] : []),
        ...supporting.map(({ id }) => ({ ...places, id: randomUUID(), memberId: id, role: "SUPPORTING" as const })),
      ],
    });
    const held = found.facts.planned.filter((place) => place.branchId === branch.id);
    const holders = (role: "MAIN" | "SUPPORTING") =>
      held.filter((place) => place.role === role).map((place) => place.memberName);
    audit({
      type: "assignmentPlan.changed",
      subject: planSubject(found),
      params: { branch: branch.name },
      changes: [
        {
          record: "AssignmentPlan",
          recordId: found.plan.id,
          before: partsOf(holders("MAIN"), holders("SUPPORTING")),
          after: partsOf(
            main ? [main.name] : [],
            supporting.map((person) => person.name),
          ),
        },
      ],
    });
    return { id: found.plan.id };
  });
}

function partsOf(main: readonly string[], supporting: readonly string[]): AuditValues {
  return { MAIN: main.join(", "), SUPPORTING: supporting.join(", ") };
}
