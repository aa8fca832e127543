import "server-only";
import { type AuditChange, changedValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import type { StoredDeadlines } from "@/lib/features/ratings/queries/deadlines";
import { type Deadlines, NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";

/** What is written: the version before it, null where there is none, and the deadlines that hold from now on. */
type NextDeadlines = {
  readonly roundId: string;
  readonly before: StoredDeadlines | null;
  readonly deadlines: Deadlines;
  readonly reason: string | null;
};

/** Writes the next version of a round's deadlines; answers what it changes, for the event. */
export async function writeDeadlines({ tx, actor }: CommandContext, next: NextDeadlines): Promise<AuditChange[]> {
  const { roundId, before, deadlines, reason } = next;
  const { committeeId, accountId, displayName } = actor;
  const days = {
    selfReviewDueOn: toDbDate(deadlines.selfReviewDueOn),
    meetingDueOn: toDbDate(deadlines.meetingDueOn),
    proposalDueOn: toDbDate(deadlines.proposalDueOn),
    decisionDueOn: toDbDate(deadlines.decisionDueOn),
    announcementDueOn: toDbDate(deadlines.announcementDueOn),
  };
  const version = (before?.version ?? 0) + 1;
  const hand = { setById: accountId, setBy: displayName };
  await tx.ratingDeadlines.create({
    data: { committeeId, roundId, version, reason, ...days, ...hand },
    select: { version: true },
  });
  const change = changedValues(before?.deadlines ?? NO_DEADLINES, deadlines);
  return change ? [{ record: "RatingDeadlines", recordId: roundId, ...change }] : [];
}
