import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { InspectionMode, RatingLevel } from "@/lib/core/db/generated/enums";
import { reachesBranch } from "@/lib/core/policy-table";
import { readAs } from "@/lib/core/query";

/** A year's decided ratings in a branch: its own level, and how many of its members stand at each. */
export type BranchRatingYear = {
  readonly year: number;
  readonly level: RatingLevel | null;
  readonly isRated: boolean;
  readonly members: Readonly<Record<RatingLevel | "NOT_RATED", number>>;
};

/** An inspection or supervision that has been concluded. */
export type BranchInspection = {
  readonly id: string;
  readonly title: string;
  readonly mode: InspectionMode;
  readonly startsOn: Day;
  readonly concludedOn: Day | null;
  readonly disciplineFollows: boolean | null;
};

type CountRow = { year: number; subject: "BRANCH" | "MEMBER"; level: RatingLevel | null; count: number };

/** The decided yearly ratings of the branch and of the members rated in it, newest first; empty for who may not read them. */
export async function listBranchRatings(actor: Actor, branchId: string): Promise<BranchRatingYear[]> {
  if (!reachesBranch(actor, "rating", "read", branchId)) return [];
  const rows = await readAs(
    actor,
    (tx) => tx.$queryRaw<CountRow[]>`
      SELECT rr.year, r.subject, r.level, count(*)::int AS count
      FROM "Rating" r JOIN "RatingRound" rr ON rr."committeeId" = r."committeeId" AND rr.id = r."roundId"
      WHERE r."committeeId" = ${actor.committeeId}::uuid AND r."branchId" = ${branchId}::uuid
        AND r.subject IN ('BRANCH', 'MEMBER') AND r.state = 'DECIDED' AND r."supersededById" IS NULL AND rr.quarter IS NULL
      GROUP BY rr.year, r.subject, r.level ORDER BY rr.year DESC`,
  );
  const years = [...new Set(rows.map((row) => row.year))];
  return years.map((year) =>
    ratingYear(
      year,
      rows.filter((row) => row.year === year),
    ),
  );
}

/** The concluded inspections and supervisions of the branch, newest first; empty for who may not read them. */
export async function listBranchInspections(actor: Actor, branchId: string): Promise<BranchInspection[]> {
  if (!reachesBranch(actor, "inspection", "read", branchId)) return [];
  const rows = await readAs(actor, (tx) =>
    tx.inspection.findMany({
      where: { committeeId: actor.committeeId, state: "CONCLUDED", subjects: { some: { branchId } } },
      orderBy: { startsOn: "desc" },
      select: { id: true, title: true, mode: true, startsOn: true, concludedOn: true, disciplineFollows: true },
    }),
  );
  return rows.map((row) => ({
    ...row,
    startsOn: fromDbDate(row.startsOn),
    concludedOn: fromDbDate(row.concludedOn),
  }));
}

function ratingYear(year: number, rows: readonly CountRow[]): BranchRatingYear {
  const own = rows.find((row) => row.subject === "BRANCH");
  const at = (level: RatingLevel | null) =>
    rows.find((row) => row.subject === "MEMBER" && row.level === level)?.count ?? 0;
  return {
    year,
    level: own?.level ?? null,
    isRated: own !== undefined,
    members: {
      EXCELLENT: at("EXCELLENT"),
      GOOD: at("GOOD"),
      COMPLETED: at("COMPLETED"),
      FAILED: at("FAILED"),
      NOT_RATED: at(null),
    },
  };
}
