import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { readAs } from "@/lib/core/query";
import { canProposeRating, canReadRounds, visibleProposals } from "@/lib/features/ratings/policy";
import { getDeadlinesIn, lastDeadlines } from "@/lib/features/ratings/queries/deadlines";
import { listBranchLines, listMemberLines } from "@/lib/features/ratings/queries/round-rows";
import { DEADLINE_DAYS_AHEAD, nextDueOn } from "@/lib/features/ratings/rules/deadlines";
import { branchStandings, isDone } from "@/lib/features/ratings/rules/round-steps";
import { getRatingParameters } from "@/lib/features/rule-sets/queries/rule-sets";

/** A branch that has to meet, or to send its proposal, within two weeks or since days: `owed` of its members are not proposed. */
export type ProposalDue = {
  readonly year: number;
  readonly branchId: string;
  readonly branch: string;
  readonly on: Day;
  readonly owed: number;
  readonly can: { readonly propose: boolean };
};

/** What branches have to propose soon, or are late with, in the open years; of the branches whose proposals the reader sees. */
export async function listProposalsDue(actor: Actor): Promise<ProposalDue[]> {
  const reach = visibleProposals(actor);
  if (!canReadRounds(actor) || (!reach.all && reach.branchIds.length === 0)) return [];
  const until = addDays(actor.today, DEADLINE_DAYS_AHEAD);
  const isNear = { lte: toDbDate(until) };
  return readAs(actor, async (tx) => {
    const rounds = await tx.ratingRound.findMany({
      where: {
        ...{ committeeId: actor.committeeId, quarter: null, closedOn: null },
        deadlines: { some: { OR: [{ meetingDueOn: isNear }, { proposalDueOn: isNear }] } },
      },
      orderBy: { year: "desc" },
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, year: true, reckoningOn: true },
        ruleSet: { select: { parameters: true } },
        deadlines: lastDeadlines,
      },
    });
    const due: ProposalDue[] = [];
    for (const {
      id,
      year,
      reckoningOn,
      ruleSet,
      deadlines: [last],
    } of rounds) {
      const round = { id, reckoningOn: fromDbDate(reckoningOn), parameters: getRatingParameters(ruleSet.parameters) };
      const members = await listMemberLines(tx, actor, round, "UNENTERED");
      const standings = branchStandings(members, await listBranchLines(tx, actor, round));
      const behind = standings.filter((one) => !isDone(one, "sent"));
      const voted = behind.length === 0 ? new Set() : await listVotedBranches(tx, actor, id);
      for (const { branchId, branch, owed } of behind) {
        const on = nextDueOn(getDeadlinesIn(last), voted.has(branchId));
        if (on === null || on > until) continue;
        due.push({ year, branchId, branch, on, owed, can: { propose: canProposeRating(actor, branchId) } });
      }
    }
    return due;
  });
}

/** The branches of which the reader sees a level that was voted for. */
async function listVotedBranches(tx: Tx, { committeeId }: Actor, roundId: string): Promise<Set<string | null>> {
  const rows = await tx.rating.groupBy({
    by: ["branchId"],
    where: { committeeId, roundId, proposedLevel: { not: null } },
  });
  return new Set(rows.map(({ branchId }) => branchId));
}
