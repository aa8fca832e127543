import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { AssignmentPlanState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canPlanAssignments, canReadPlans } from "@/lib/features/assignments/policy";

/** A plan in the list. */
export type PlanLine = {
  readonly id: string;
  readonly name: string;
  readonly state: AssignmentPlanState;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly decision: { readonly number: string; readonly on: Day } | null;
};

/** The plans of the register, and whether the reader may open one. */
export type PlanList = { readonly lines: readonly PlanLine[]; readonly can: { readonly open: boolean } };

/** Every plan, the latest days first. Refuses with NOT_FOUND who knows of none. */
export async function listPlans(actor: Actor): Promise<PlanList> {
  if (!canReadPlans(actor)) throw notFound();
  const rows = await readAs(actor, (tx) =>
    tx.assignmentPlan.findMany({
      where: { committeeId: actor.committeeId },
      orderBy: [{ startsOn: "desc" }, { state: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        state: true,
        startsOn: true,
        endsOn: true,
        decisionNumber: true,
        decidedOn: true,
      },
    }),
  );
  const lines = rows.map(({ decisionNumber, decidedOn, ...row }): PlanLine => {
    const { id, name, state, ...period } = withPeriod(row);
    const decision =
      decisionNumber === null || decidedOn === null ? null : { number: decisionNumber, on: fromDbDate(decidedOn) };
    return { id, name, state, startsOn: period.startsOn, lastDay: lastDayOf(period), decision };
  });
  return { lines, can: { open: canPlanAssignments(actor) } };
}
