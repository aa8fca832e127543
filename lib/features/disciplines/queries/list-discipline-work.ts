import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import {
  canConfirmDiscipline,
  canConfirmSettlement,
  canHandleComplaints,
  canListDisciplines,
} from "@/lib/features/disciplines/policy";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { getLine, lineColumns } from "@/lib/features/disciplines/queries/list-disciplines";
import { settlementDueOn } from "@/lib/features/disciplines/rules";
import { disciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

/**
 * A decision that the reader may confirm, one in effect until the day before `on`, a complaint that the reader may settle, late or due
 * on `on`, or one whose settlement the reader may confirm. `id` is the decision's, `complaintId` the complaint's.
 */
export type DisciplineWork = {
  readonly id: string;
  readonly name: string;
  readonly branchId: string;
  readonly branch: string;
  readonly kind: "TO_CONFIRM" | "ENDING" | "COMPLAINT_TO_SETTLE" | "COMPLAINT_TO_CONFIRM";
  readonly on: Day | null;
  readonly isLate: boolean;
  readonly complaintId: string | null;
};

/** What decisions leave open: those that wait for this reader, those whose effect ends within so many days, and their complaints, which are due within these days or wait for this reader. None for who lists none. */
export async function listDisciplineWork(actor: Actor, daysAhead: number): Promise<DisciplineWork[]> {
  if (!canListDisciplines(actor)) return [];
  const { today } = actor;
  const rows = await readAs(actor, (tx) =>
    tx.discipline.findMany({
      where: { AND: [{ committeeId: actor.committeeId, state: { not: "WITHDRAWN" } }, getReach(actor)] },
      orderBy: [{ decidedOn: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        ...{ ...lineColumns, branchId: true, recordedById: true },
        complaints: {
          ...lineColumns.complaints,
          select: { ...lineColumns.complaints.select, id: true, settlementRecordedById: true },
        },
      },
    }),
  );
  return rows.flatMap((row): DisciplineWork[] => {
    const { id, name, branch, standing, endsOn } = getLine(row, today);
    const line = { id, name, branchId: row.branchId, branch, on: null, isLate: false, complaintId: null };
    if (standing === "WAITING") return canConfirmDiscipline(actor, row) ? [{ ...line, kind: "TO_CONFIRM" }] : [];
    const isEnding = standing === "IN_EFFECT" && endsOn !== null && endsOn <= addDays(today, daysAhead);
    const rules = disciplineParameters.parse(row.ruleSet.parameters);
    const ofComplaints = row.complaints.flatMap((one): DisciplineWork[] => {
      const about = { ...line, complaintId: one.id };
      if (one.state === "TO_CONFIRM" && canConfirmSettlement(actor, row, one.settlementRecordedById)) {
        return [{ ...about, kind: "COMPLAINT_TO_CONFIRM" }];
      }
      const on = settlementDueOn(fromDbDate(one.receivedOn), rules);
      const isDue = one.state === "RECEIVED" && on <= addDays(today, daysAhead) && canHandleComplaints(actor, row);
      return isDue ? [{ ...about, kind: "COMPLAINT_TO_SETTLE", on, isLate: on < today }] : [];
    });
    return isEnding ? [{ ...line, kind: "ENDING", on: endsOn }, ...ofComplaints] : ofComplaints;
  });
}
