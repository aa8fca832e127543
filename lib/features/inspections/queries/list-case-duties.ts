import "server-only";
import type { Actor } from "@/lib/core/actor";
import { communeToday } from "@/lib/core/clock";
import type { Day } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canDecideAddendum, canDecideTeamRequest, canOverseeCases } from "@/lib/features/inspections/policy";
import { caseFactColumns, getCaseFacts } from "@/lib/features/inspections/queries/case-facts";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** What of a case waits for this reader: somebody to be taken into its team, or words to be added to its conclusion. */
export type CaseDuty = {
  readonly kind: "TEAM_REQUEST" | "ADDENDUM";
  readonly id: string;
  readonly inspectionId: string;
  readonly since: Day;
};

/** What this reader decides in the cases they oversee, of each kind the oldest first; nothing for who oversees none. */
export async function listCaseDuties(actor: Actor): Promise<CaseDuty[]> {
  if (!canOverseeCases(actor)) return [];
  const { committeeId } = actor;
  const inspection = { select: caseFactColumns };
  const { requests, addenda } = await readAs(actor, async (tx) => ({
    requests: await tx.inspectionTeamRequest.findMany({
      where: { committeeId, outcome: null, inspection: { AND: [listScope(actor), { state: "IN_PROGRESS" }] } },
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { id: true, inspectionId: true, memberId: true, askedById: true, askedAt: true, inspection },
    }),
    addenda: await tx.inspectionAddendum.findMany({
      where: { committeeId, state: "TO_CONFIRM", inspection: listScope(actor) },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { id: true, inspectionId: true, recordedById: true, recordedAt: true, inspection },
    }),
  }));
  return [
    ...requests
      .filter((one) => canDecideTeamRequest(actor, getCaseFacts(one.inspection), one))
      .map((one) => dutyOf("TEAM_REQUEST", one, one.askedAt)),
    ...addenda
      .filter((one) => canDecideAddendum(actor, getCaseFacts(one.inspection), one))
      .map((one) => dutyOf("ADDENDUM", one, one.recordedAt)),
  ];
}

function dutyOf(kind: CaseDuty["kind"], row: { id: string; inspectionId: string }, since: Date): CaseDuty {
  return { kind, id: row.id, inspectionId: row.inspectionId, since: communeToday(since) };
}
