import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { listScope, listShownSubjects } from "@/lib/features/inspections/queries/inspection-scope";

/** A concluded inspection or supervision of a subject, with what it found there. */
export type ConclusionLine = {
  readonly id: string;
  readonly title: string;
  readonly concludedOn: Day | null;
  readonly finding: string | null;
};

/** What was concluded about a member or a branch in the inspections of a year, as far as the reader sees them; never an open case. */
export function listConclusions(
  actor: Actor,
  subject: { readonly memberId: string } | { readonly branchId: string },
  year: number,
): Promise<ConclusionLine[]> {
  return readAs(actor, async (tx) => {
    const rows = await tx.inspectionSubject.findMany({
      where: {
        AND: [
          {
            committeeId: actor.committeeId,
            ...subject,
            inspection: { AND: [listScope(actor), { year, state: "CONCLUDED" }] },
          },
          listShownSubjects(actor),
        ],
      },
      orderBy: [{ inspection: { startsOn: "asc" } }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { finding: true, inspection: { select: { id: true, title: true, concludedOn: true } } },
    });
    return rows.map(({ finding, inspection }) => ({
      ...inspection,
      finding,
      concludedOn: fromDbDate(inspection.concludedOn),
    }));
  });
}
