import "server-only";
import type { Tx } from "@/lib/core/db/context";
import type { RatingSubject } from "@/lib/core/db/generated/enums";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { CountedRating } from "@/lib/features/ratings/rules/round-counts";

/** Which round is counted, which ratings the write touches, those that it corrects among them, and whether the cap is one for each branch. */
export type CountingAsk = {
  readonly committeeId: string;
  readonly roundId: string;
  readonly touched: readonly string[];
  readonly isByBranch: boolean;
};

/** Ratings as the cap counts them, of members or of branches. */
export type CountedRow = CountedRating & { readonly subject: Exclude<RatingSubject, "COMMITTEE"> };

/**
 * The ratings of a round for the cap: those that the write touches one by one, all others by how they count, as many as there are. A round of ten thousand members is a dozen rows.
 */
export function listCountedRatings(tx: Tx, ask: CountingAsk): Promise<CountedRow[]> {
  return tx.$queryRaw<CountedRow[]>(getCountingStatement(ask));
}

/** The statement behind it. A correction that waits and is not touched counts for nothing, so it is not there. */
export function getCountingStatement({ committeeId, roundId, touched, isByBranch }: CountingAsk): Sql {
  const isTouched = sql`r.id = ANY (${[...touched]}::uuid[])`;
  return sql`
    SELECT r.subject, CASE WHEN ${isTouched} THEN r.id END AS id, CASE WHEN ${isByBranch} THEN r."branchId" END AS "branchId",
      r.state, r.level, r."proposedLevel", CASE WHEN ${isTouched} THEN r."supersedesId" END AS "supersedesId", count(*)::int AS count
    FROM "Rating" r
    WHERE r."committeeId" = ${committeeId}::uuid AND r."roundId" = ${roundId}::uuid AND r."supersededById" IS NULL
      AND r.subject <> 'COMMITTEE' AND (r."supersedesId" IS NULL OR r.state = 'DECIDED' OR ${isTouched})
    GROUP BY 1, 2, 3, 4, 5, 6, 7`;
}
