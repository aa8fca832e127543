import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { TeamRequestOutcome } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import {
  canAskIntoTeam,
  canDecideTeamRequest,
  canReadTeamRequests,
  canWithdrawTeamRequest,
} from "@/lib/features/inspections/policy";
import { getCaseOfCircle } from "@/lib/features/inspections/queries/case-facts";

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
