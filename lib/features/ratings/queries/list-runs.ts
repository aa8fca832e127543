import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/db/generated/client";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { visibleRatings } from "@/lib/features/ratings/policy";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import { type Run, runOf } from "@/lib/features/ratings/rules/runs";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { RUN_LEVELS } from "@/lib/features/ratings/schema/runs";

/** A member or a branch with a run that ends with the year; `ratingId` is the year's own rating. */
export type RunLine = Run & {
  readonly ratingId: string;
  readonly subject: "MEMBER" | "BRANCH";
  readonly name: string;
  readonly branch: string;
};

/** Who has been excellent, or failed, as many years in a row as the rules of the year's round ask about. */
export type RunsView = { readonly round: RoundHead; readonly lines: readonly RunLine[] };

/**
 * The runs that end with a year, of those whose ratings the reader sees: branches before members, by name. Only years that the reader
 * sees count. Refuses with NOT_FOUND a year without a round, a quarter, and who reads no rounds.
 */
export function listRuns(actor: Actor, period: RatingPeriod): Promise<RunsView> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const { year } = round;
    if (round.quarter !== null) throw notFound();
    const rows = await tx.rating.findMany({
      where: {
        AND: [ratingScope(actor)],
        committeeId: actor.committeeId,
        subject: { in: ["MEMBER", "BRANCH"] },
        state: "DECIDED",
        supersededById: null,
        level: { in: [...RUN_LEVELS] },
        round: { quarter: null, year: { lte: year } },
      },
      orderBy: [{ branch: { sortKey: "asc" } }, { member: { sortKey: "asc" } }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, subject: true, memberId: true, branchId: true, level: true },
        round: { select: { year: true } },
        member: { select: { fullName: true } },
        branch: { select: { name: true } },
      },
    });
    const bySubject = Map.groupBy(rows, ({ memberId, branchId }) => memberId ?? branchId);
    const lines = [...bySubject.values()].flatMap((own): RunLine[] => {
      const results = own.map(({ level, round: of }) => ({ level, year: of.year }));
      const run = runOf(results, year, round.parameters);
      const last = own.find((one) => one.round.year === year);
      if (run === null || !last?.branch) return [];
      const branch = last.branch.name;
      if (last.memberId === null) return [{ ...run, ratingId: last.id, subject: "BRANCH", name: branch, branch }];
      // Of a record that is closed to the reader nobody's name is told.
      return last.member ? [{ ...run, ratingId: last.id, subject: "MEMBER", name: last.member.fullName, branch }] : [];
    });
    const isBranch = ({ subject }: RunLine) => subject === "BRANCH";
    return { round, lines: [...lines.filter(isBranch), ...lines.filter((line) => !isBranch(line))] };
  });
}

function ratingScope(actor: Actor): Prisma.RatingWhereInput {
  const scope = visibleRatings(actor);
  if (scope.all) return {};
  const own = scope.memberId === null ? [] : [{ memberId: scope.memberId }];
  return { OR: [{ branchId: { in: scope.branchIds } }, ...own] };
}
