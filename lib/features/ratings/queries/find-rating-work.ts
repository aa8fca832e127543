import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { RatingState } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import {
  canConfirmDeadlines,
  canConfirmDecision,
  canProposeRating,
  canReadRounds,
  canRecordDecision,
  visibleProposals,
} from "@/lib/features/ratings/policy";
import { dayColumns, getDeadlinesIn, lastDeadlines } from "@/lib/features/ratings/queries/deadlines";
import { findLeading } from "@/lib/features/ratings/queries/find-leading";
import { listBranchLines, listMemberLines } from "@/lib/features/ratings/queries/round-rows";
import type { RoundRules } from "@/lib/features/ratings/rules";
import {
  confirmDeadlinesObstacle,
  DEADLINE_DAYS_AHEAD,
  type DeadlineHands,
  nextDueOn,
} from "@/lib/features/ratings/rules/deadlines";
import { branchStandings, isDone } from "@/lib/features/ratings/rules/round-steps";
import { periodOf, type RatingPeriod } from "@/lib/features/ratings/schema/periods";
import type { Deadlines } from "@/lib/features/ratings/schema/rounds";
import { getRatingParameters } from "@/lib/features/rule-sets/queries/rule-sets";

/** A branch that has to meet, or to send its proposal, within two weeks or since days: `owed` of its members are not proposed. */
export type ProposalDue = {
  readonly period: RatingPeriod;
  readonly branchId: string;
  readonly branch: string;
  readonly on: Day;
  readonly owed: number;
  readonly can: { readonly propose: boolean };
};

/** How many ratings of an open round wait for the committee's decision to be recorded, and how many for a second person; by when. */
export type WaitingRatings = {
  readonly period: RatingPeriod;
  readonly dueOn: Day | null;
  readonly toRecord: number;
  readonly toConfirm: number;
};

/** `deadlines` are the periods whose deadlines wait for the reader to confirm them. */
type RatingWork = {
  readonly proposals: readonly ProposalDue[];
  readonly ratings: readonly WaitingRatings[];
  readonly deadlines: readonly RatingPeriod[];
};
type OpenRound = RoundRules & {
  readonly id: string;
  readonly period: RatingPeriod;
  readonly deadlines: Deadlines;
  readonly hands: DeadlineHands | null;
};

const NOTHING: RatingWork = { proposals: [], ratings: [], deadlines: [] };

/**
 * What the open rounds leave to do for this reader, the newest first: what branches have to propose soon or are late with, of the
 * branches whose proposals the reader sees, and what waits to be recorded or confirmed, for who records or confirms.
 */
export async function findRatingWork(actor: Actor): Promise<RatingWork> {
  const reach = visibleProposals(actor);
  const seesProposals = canReadRounds(actor) && (reach.all || reach.branchIds.length > 0);
  const decides = canRecordDecision(actor) || canConfirmDecision(actor);
  const confirms = canConfirmDeadlines(actor);
  if (!seesProposals && !decides && !confirms) return NOTHING;
  return readAs(actor, async (tx) => {
    const rounds = await listOpenRounds(tx, actor);
    if (rounds.length === 0) return NOTHING;
    return {
      proposals: seesProposals ? await listProposalsDue(tx, actor, rounds) : [],
      ratings: decides ? await countWaiting(tx, actor, rounds) : [],
      deadlines: rounds.filter(({ hands }) => confirms && waitsFor(actor, hands)).map(({ period }) => period),
    };
  });
}

function waitsFor(actor: Actor, hands: DeadlineHands | null): boolean {
  return hands !== null && confirmDeadlinesObstacle({ ...hands, closedOn: null }, actor.accountId) === null;
}

async function listOpenRounds(tx: Tx, { committeeId }: Actor): Promise<OpenRound[]> {
  const rows = await tx.ratingRound.findMany({
    where: { committeeId, closedOn: null },
    orderBy: { reckoningOn: "desc" },
    relationLoadStrategy: "join",
    select: {
      ...{ id: true, year: true, quarter: true, reckoningOn: true },
      ruleSet: { select: { parameters: true } },
      deadlines: { ...lastDeadlines, select: { ...dayColumns, setById: true, confirmedAt: true } },
    },
  });
  const rounds: OpenRound[] = [];
  for (const { id, year, quarter, ruleSet, deadlines, ...row } of rows) {
    const rules = { reckoningOn: fromDbDate(row.reckoningOn), parameters: getRatingParameters(ruleSet.parameters) };
    const leading = await findLeading(tx, { quarter, ...rules });
    rounds.push({
      id,
      period: periodOf({ year, quarter }),
      ...rules,
      leading,
      deadlines: getDeadlinesIn(deadlines[0]),
      hands: deadlines[0] ?? null,
    });
  }
  return rounds;
}

async function listProposalsDue(tx: Tx, actor: Actor, rounds: readonly OpenRound[]): Promise<ProposalDue[]> {
  const until = addDays(actor.today, DEADLINE_DAYS_AHEAD);
  const due: ProposalDue[] = [];
  for (const { period, deadlines, ...round } of rounds) {
    const { meetingDueOn, proposalDueOn } = deadlines;
    if (![meetingDueOn, proposalDueOn].some((on) => on !== null && on <= until)) continue;
    const members = await listMemberLines(tx, actor, round, "UNENTERED");
    const standings = branchStandings(members, await listBranchLines(tx, actor, round));
    const behind = standings.filter((one) => !isDone(one, "sent"));
    const voted = behind.length === 0 ? new Set() : await listVotedBranches(tx, actor, round.id);
    for (const { branchId, branch, owed } of behind) {
      const on = nextDueOn(deadlines, voted.has(branchId));
      if (on === null || on > until) continue;
      due.push({ period, branchId, branch, on, owed, can: { propose: canProposeRating(actor, branchId) } });
    }
  }
  return due;
}

/** The branches of which the reader sees a level that was voted for. */
async function listVotedBranches(tx: Tx, { committeeId }: Actor, roundId: string): Promise<Set<string | null>> {
  const rows = await tx.rating.groupBy({
    by: ["branchId"],
    where: { committeeId, roundId, proposedLevel: { not: null } },
  });
  return new Set(rows.map(({ branchId }) => branchId));
}

async function countWaiting(tx: Tx, actor: Actor, rounds: readonly OpenRound[]): Promise<WaitingRatings[]> {
  const [mayRecord, mayConfirm] = [canRecordDecision(actor), canConfirmDecision(actor)];
  const counts = await tx.$queryRaw<{ roundId: string; state: RatingState; count: number }[]>`
    SELECT r."roundId", r.state, count(*)::int AS count FROM "Rating" r
    WHERE r."committeeId" = ${actor.committeeId}::uuid AND r."roundId" = ANY (${rounds.map(({ id }) => id)}::uuid[])
      AND r.state IN ('PROPOSED', 'RECORDED')
    GROUP BY 1, 2`;
  const countOf = (roundId: string, state: RatingState) =>
    counts.find((one) => one.roundId === roundId && one.state === state)?.count ?? 0;
  return rounds
    .map(({ id, period, deadlines }) => ({
      ...{ period, dueOn: deadlines.decisionDueOn },
      toRecord: mayRecord ? countOf(id, "PROPOSED") : 0,
      toConfirm: mayConfirm ? countOf(id, "RECORDED") : 0,
    }))
    .filter(({ toRecord, toConfirm }) => toRecord + toConfirm > 0);
}
