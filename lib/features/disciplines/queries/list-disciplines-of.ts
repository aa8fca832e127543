import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import type { DisciplineForm } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";

/** A decision on a subject, as its rating rests on it. */
export type DisciplineOfYear = {
  readonly id: string;
  readonly form: DisciplineForm;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
};

/** The confirmed decisions of a year on a member, or on a branch itself, as far as the reader sees them; of a corrected one its correction alone, and none that a complaint annulled. */
export function listDisciplinesOf(
  actor: Actor,
  subject: { readonly memberId: string } | { readonly branchId: string },
  year: number,
): Promise<DisciplineOfYear[]> {
  return readAs(actor, async (tx) => {
    const rows = await tx.discipline.findMany({
      where: {
        AND: [
          { committeeId: actor.committeeId, ...("memberId" in subject ? subject : { ...subject, memberId: null }) },
          getReach(actor),
        ],
        state: "CONFIRMED",
        decidedOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) },
        corrections: { none: { state: "CONFIRMED" } },
        complaints: { none: { state: "SETTLED", outcome: "ANNULLED" } },
      },
      orderBy: [{ decidedOn: "asc" }, { id: "asc" }],
      select: { id: true, form: true, decisionNumber: true, decidedOn: true },
    });
    return rows.map((row) => ({ ...row, decidedOn: fromDbDate(row.decidedOn) }));
  });
}
