import "server-only";
import type { CommandContext } from "@/lib/core/command";
import type { NotRatedReason } from "@/lib/core/db/generated/enums";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import {
  establishedOn,
  factsOf,
  type Round,
  ratingColumns,
  ruledOutMember,
  standingColumns,
} from "@/lib/features/ratings/commands/rating-facts";
import { listCountedRatings } from "@/lib/features/ratings/queries/counted-ratings";
import { branchNotRatedReason, committeeNotRatedReason, type LevelCounts } from "@/lib/features/ratings/rules";
import { type CountedRating, capChangeObstacle } from "@/lib/features/ratings/rules/round-counts";

/** A rating with what the rules judge it by and how a reader calls its subject. */
export type DecisionFacts = Awaited<ReturnType<typeof loadDecisions>>[number];

/** The ratings named, of one round, in the order asked for. Refuses with NOT_FOUND where one is missing. */
export async function loadDecisions({ tx, actor }: CommandContext, round: Round, ids: readonly string[]) {
  const rows = await tx.rating.findMany({
    where: { committeeId: actor.committeeId, roundId: round.id, id: { in: [...ids] } },
    relationLoadStrategy: "join",
    select: {
      ...ratingColumns,
      subject: true,
      memberId: true,
      branchId: true,
      member: { select: standingColumns },
      branch: { select: { name: true, startsOn: true, establishedOn: true } },
    },
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    if (!row) throw notFound();
    const ruledOut = ruledOutOf(row, round);
    const facts = factsOf({ memberId: row.memberId, ruledOut, rating: row }, round, row.subject);
    return { row, facts, name: row.member?.fullName ?? row.branch?.name ?? null };
  });
}

type RatedRow = {
  subject: "MEMBER" | "BRANCH" | "COMMITTEE";
  member: Parameters<typeof ruledOutMember>[0] | null;
  branch: { startsOn: Date; establishedOn: Date | null } | null;
};

function ruledOutOf(row: RatedRow, round: Round): NotRatedReason | null {
  if (row.subject === "MEMBER" && row.member) return ruledOutMember(row.member, round);
  if (row.subject === "BRANCH" && row.branch) return branchNotRatedReason(establishedOn(row.branch), round);
  return row.subject === "COMMITTEE" ? committeeNotRatedReason(round) : null;
}

type Counting = (ratings: readonly CountedRating[]) => { before: LevelCounts; after: LevelCounts };

/**
 * Counts the round under its lock and refuses what would exceed the cap of members or of branches (RULE), over the scope
 * that the rule set names. `found` are the ratings that the write is about.
 */
export async function requireCap(
  { tx, actor }: CommandContext,
  round: Round,
  found: readonly DecisionFacts[],
  count: Counting,
  writtenReason: string | null,
): Promise<void> {
  const { memberCap, branchCap } = round.parameters;
  const isByBranch = memberCap.scope.value === "BRANCH";
  const touched = found.flatMap(({ row }) => (row.supersedesId === null ? row.id : [row.id, row.supersedesId]));
  const ask = { committeeId: actor.committeeId, roundId: round.id, touched, isByBranch };
  const { MEMBER: members = [], BRANCH: branches = [] } = Object.groupBy(
    await listCountedRatings(tx, ask),
    ({ subject }) => subject,
  );
  for (const scope of Map.groupBy(members, ({ branchId }) => (isByBranch ? branchId : null)).values()) {
    const { before, after } = count(scope);
    requireNoObstacle(capChangeObstacle(before, after, memberCap, writtenReason));
  }
  const { before, after } = count(branches);
  const obstacle = capChangeObstacle(before, after, branchCap, writtenReason);
  const isOver = obstacle?.reason === "ratings.errors.capExceeded";
  requireNoObstacle(isOver ? { ...obstacle, reason: "ratings.errors.branchCapExceeded" } : obstacle);
}
