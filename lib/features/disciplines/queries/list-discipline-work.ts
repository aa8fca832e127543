import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canConfirmDiscipline, canListDisciplines } from "@/lib/features/disciplines/policy";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { getLine, lineColumns } from "@/lib/features/disciplines/queries/list-disciplines";

/** A decision that the reader may confirm, or, with `endsOn`, one in effect until the day before. */
export type DisciplineWork = {
  readonly id: string;
  readonly name: string;
  readonly branchId: string;
  readonly branch: string;
  readonly endsOn: Day | null;
};

/** What decisions leave open: those that wait for this reader, and those whose effect ends within so many days. None for who lists none. */
export async function listDisciplineWork(actor: Actor, daysAhead: number): Promise<DisciplineWork[]> {
  if (!canListDisciplines(actor)) return [];
  const { today } = actor;
  const rows = await readAs(actor, (tx) =>
    tx.discipline.findMany({
      where: { AND: [{ committeeId: actor.committeeId, state: { not: "WITHDRAWN" } }, getReach(actor)] },
      orderBy: [{ decidedOn: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { ...lineColumns, branchId: true, recordedById: true },
    }),
  );
  return rows.flatMap((row): DisciplineWork[] => {
    const { id, name, branch, standing, endsOn } = getLine(row, today);
    const line = { id, name, branchId: row.branchId, branch };
    if (standing === "WAITING") return canConfirmDiscipline(actor, row) ? [{ ...line, endsOn: null }] : [];
    const isEnding = standing === "IN_EFFECT" && endsOn !== null && endsOn <= addDays(today, daysAhead);
    return isEnding ? [{ ...line, endsOn }] : [];
  });
}
