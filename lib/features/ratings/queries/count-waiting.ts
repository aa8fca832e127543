import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { RatingState } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canConfirmDecision, canRecordDecision } from "@/lib/features/ratings/policy";
import { getDeadlinesIn, lastDeadlines } from "@/lib/features/ratings/queries/deadlines";

/** How many ratings of an open year wait for the committee's decision to be recorded, and how many for a second person; by when. */
export type WaitingRatings = {
  readonly year: number;
  readonly dueOn: Day | null;
  readonly toRecord: number;
  readonly toConfirm: number;
};

/** The open years in which something waits for this reader, the newest first; none for who neither records nor confirms. */
export async function countWaitingRatings(actor: Actor): Promise<WaitingRatings[]> {
  const [mayRecord, mayConfirm] = [canRecordDecision(actor), canConfirmDecision(actor)];
  if (!mayRecord && !mayConfirm) return [];
  const { committeeId } = actor;
  return readAs(actor, async (tx) => {
    const rounds = await tx.ratingRound.findMany({
      where: { committeeId, quarter: null, closedOn: null },
      orderBy: { year: "desc" },
      relationLoadStrategy: "join",
      select: { id: true, year: true, deadlines: lastDeadlines },
    });
    const counts = await tx.$queryRaw<{ roundId: string; state: RatingState; count: number }[]>`
      SELECT r."roundId", r.state, count(*)::int AS count FROM "Rating" r
      WHERE r."committeeId" = ${committeeId}::uuid AND r."roundId" = ANY (${rounds.map(({ id }) => id)}::uuid[])
        AND r.state IN ('PROPOSED', 'RECORDED')
      GROUP BY 1, 2`;
    const countOf = (roundId: string, state: RatingState) =>
      counts.find((one) => one.roundId === roundId && one.state === state)?.count ?? 0;
    return rounds
      .map(({ id, year, deadlines: [last] }) => ({
        year,
        dueOn: getDeadlinesIn(last).decisionDueOn,
        toRecord: mayRecord ? countOf(id, "PROPOSED") : 0,
        toConfirm: mayConfirm ? countOf(id, "RECORDED") : 0,
      }))
      .filter(({ toRecord, toConfirm }) => toRecord + toConfirm > 0);
  });
}
