import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { InspectionBody, InspectionMode, InspectionState } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** A case that no programme has planned, or whose line was dropped. */
export type OutsideCase = {
  readonly id: string;
  readonly title: string;
  readonly mode: InspectionMode;
  readonly body: InspectionBody;
  readonly state: InspectionState;
  readonly startsOn: Day;
  readonly concludedOn: Day | null;
};

/** The cases of a year out of programme: those that are concluded, and of those in progress the ones that the reader knows of (SOD-6). */
export function listOutsideCases(actor: Actor, year: number): Promise<OutsideCase[]> {
  return readAs(actor, async (tx) => {
    const rows = await tx.inspection.findMany({
      where: {
        AND: [
          listScope(actor),
          { year },
          { OR: [{ programmeLineId: null }, { programmeLine: { droppedOn: { not: null } } }] },
        ],
      },
      orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      select: {
        ...{ id: true, title: true, mode: true, body: true, state: true, startsOn: true, concludedOn: true },
      },
    });
    return rows.map((row) => ({
      ...row,
      startsOn: fromDbDate(row.startsOn),
      concludedOn: fromDbDate(row.concludedOn),
    }));
  });
}
