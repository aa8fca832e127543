import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { InspectionBody, InspectionMode, InspectionTopic } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canOpenInspection, canRecordInspection } from "@/lib/features/inspections/policy";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** A line of an issued programme, for a case that may carry it out. */
export type PlannedLine = {
  readonly id: string;
  readonly month: number;
  readonly body: InspectionBody | null;
  readonly mode: InspectionMode;
  readonly topic: InspectionTopic;
  readonly subjects: readonly string[];
};

/**
 * The lines of a year that a case may carry out, in month order: none that is dropped or that another case known to the reader carries
 * out. A line of a case that the reader does not know of is among them (SOD-6). `ownId` is a case whose line stays among them.
 */
export function listPlannedLines(actor: Actor, year: number, ownId: string | null = null): Promise<PlannedLine[]> {
  if (!canOpenInspection(actor) && !canRecordInspection(actor)) return Promise.resolve([]);
  const { committeeId } = actor;
  return readAs(actor, async (tx) => {
    const rows = await tx.programmeLine.findMany({
      where: { committeeId, programme: { year, state: "ISSUED", branchId: null } },
      orderBy: [{ month: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, month: true, mode: true, topic: true, droppedOn: true },
        programme: { select: { body: true } },
        subjects: { select: { memberName: true, branch: { select: { name: true } } } },
        cases: { where: listScope(actor), select: { id: true } },
      },
    });
    return rows
      .filter(({ cases, droppedOn }) =>
        cases.some(({ id }) => id === ownId) ? true : droppedOn === null && cases.length === 0,
      )
      .map(({ droppedOn: _dropped, cases: _cases, programme, subjects, ...line }) => ({
        ...line,
        body: programme.body,
        subjects: subjects.map(({ memberName, branch }) => branch?.name ?? memberName ?? ""),
      }));
  });
}
