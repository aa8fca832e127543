import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { DeadlineHands } from "@/lib/features/ratings/rules/deadlines";
import { type Deadlines, NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";

/** A version of a round's deadlines, with the hands of it. */
export type StoredDeadlines = DeadlineHands & { readonly version: number; readonly deadlines: Deadlines };

/** The days of a version. */
export const dayColumns = {
  selfReviewDueOn: true,
  meetingDueOn: true,
  proposalDueOn: true,
  decisionDueOn: true,
  announcementDueOn: true,
} as const;

/** The last version of a round's deadlines, as a query of the round reads it. */
export const lastDeadlines = {
  orderBy: { version: "desc" },
  take: 1,
  select: { ...dayColumns, confirmedAt: true },
} as const;

type DayColumns = { readonly [Name in keyof Deadlines]: Date | null };

/** The deadlines in a row; none where there is no row. */
export function getDeadlinesIn(row: DayColumns | undefined): Deadlines {
  if (!row) return NO_DEADLINES;
  return {
    selfReviewDueOn: fromDbDate(row.selfReviewDueOn),
    meetingDueOn: fromDbDate(row.meetingDueOn),
    proposalDueOn: fromDbDate(row.proposalDueOn),
    decisionDueOn: fromDbDate(row.decisionDueOn),
    announcementDueOn: fromDbDate(row.announcementDueOn),
  };
}

/** The deadlines of a round that hold, or null where none were ever set. Runs in the caller's transaction. */
export async function findDeadlines(tx: Tx, actor: Actor, roundId: string): Promise<StoredDeadlines | null> {
  const row = await tx.ratingDeadlines.findFirst({
    where: { committeeId: actor.committeeId, roundId },
    orderBy: { version: "desc" },
    select: { version: true, setById: true, confirmedAt: true, ...dayColumns },
  });
  if (!row) return null;
  const { version, setById, confirmedAt } = row;
  return { version, setById, confirmedAt, deadlines: getDeadlinesIn(row) };
}

/** How many members and branches a level has been proposed for in the round, as far as the reader sees them. */
export function countProposals(tx: Tx, actor: Actor, roundId: string): Promise<number> {
  const proposed = { subject: { not: "COMMITTEE" }, proposedLevel: { not: null } } as const;
  return tx.rating.count({ where: { committeeId: actor.committeeId, roundId, ...proposed } });
}
