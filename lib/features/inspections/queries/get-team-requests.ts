import "server-only";
import type { Actor } from "@/lib/core/actor";
import { communeToday } from "@/lib/core/clock";
import type { Day } from "@/lib/core/day";
import type { TeamRequestOutcome } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import {
  canAskIntoTeam,
  canDecideTeamRequest,
  canOverseeCases,
  canReadTeamRequests,
  canWithdrawTeamRequest,
} from "@/lib/features/inspections/policy";
import { caseFactColumns, getCaseFacts, getCaseOfCircle } from "@/lib/features/inspections/queries/case-facts";
import { listScope } from "@/lib/features/inspections/queries/inspection-scope";

/** A request to take somebody into the team of a case, and how it ended. */
export type TeamRequestLine = {
  readonly id: string;
  readonly person: string;
  readonly words: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly ended: {
    readonly outcome: TeamRequestOutcome;
    readonly by: string;
    readonly at: Date;
    readonly words: string | null;
  } | null;
  readonly can: { readonly decide: boolean; readonly withdraw: boolean };
};

/** Who is asked into the team of a case, for those who work on it or oversee it; null for anybody else. */
export type TeamRequestsView = {
  readonly requests: readonly TeamRequestLine[] | null;
  readonly can: { readonly ask: boolean };
};

/** The requests of a case, the latest first. Refuses with NOT_FOUND a case that is not there or not the reader's to know of. */
export function getTeamRequests(actor: Actor, id: string): Promise<TeamRequestsView> {
  return readAs(actor, async (tx) => {
    const { facts } = await getCaseOfCircle(tx, actor, id);
    const can = { ask: canAskIntoTeam(actor, facts) };
    if (!canReadTeamRequests(actor, facts)) return { requests: null, can };
    const rows = await tx.inspectionTeamRequest.findMany({
      where: { committeeId: actor.committeeId, inspectionId: id },
      orderBy: [{ askedAt: "desc" }, { id: "asc" }],
      select: {
        ...{ id: true, memberId: true, person: true, words: true, askedById: true, askedBy: true, askedAt: true },
        ...{ outcome: true, endedBy: true, endedAt: true, endWords: true },
      },
    });
    const requests = rows.map((one): TeamRequestLine => {
      const { outcome, endedBy, endedAt, endWords } = one;
      const waits = outcome === null;
      return {
        ...{ id: one.id, person: one.person, words: one.words, askedBy: one.askedBy, askedAt: one.askedAt },
        ended: outcome && endedAt && { outcome, by: endedBy ?? "", at: endedAt, words: endWords },
        can: {
          decide: waits && canDecideTeamRequest(actor, facts, one),
          withdraw: waits && canWithdrawTeamRequest(actor, facts, one),
        },
      };
    });
    return { requests, can };
  });
}

/** A request that waits for this reader. */
export type TeamRequestWork = { readonly id: string; readonly inspectionId: string; readonly askedOn: Day };

/** The requests that this reader decides, the oldest first; none for who oversees no case. */
export async function listTeamRequestsToDecide(actor: Actor): Promise<TeamRequestWork[]> {
  if (!canOverseeCases(actor)) return [];
  const rows = await readAs(actor, (tx) =>
    tx.inspectionTeamRequest.findMany({
      where: {
        AND: [{ committeeId: actor.committeeId, outcome: null, inspection: { state: "IN_PROGRESS" } }],
        inspection: listScope(actor),
      },
      orderBy: [{ askedAt: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, inspectionId: true, memberId: true, askedById: true, askedAt: true },
        inspection: { select: caseFactColumns },
      },
    }),
  );
  return rows
    .filter((row) => canDecideTeamRequest(actor, getCaseFacts(row.inspection), row))
    .map(({ id, inspectionId, askedAt }) => ({ id, inspectionId, askedOn: communeToday(askedAt) }));
}
