import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { loadRound, lockRound } from "@/lib/features/ratings/commands/rating-facts";
import { canConfirmDeadlines } from "@/lib/features/ratings/policy";
import { findDeadlines } from "@/lib/features/ratings/queries/deadlines";
import { confirmDeadlinesObstacle } from "@/lib/features/ratings/rules/deadlines";
import type { ConfirmRatingDeadlinesInput } from "@/lib/features/ratings/schema/rounds";

/**
 * Confirms the deadlines of a round as they hold, as a leader who did not set them (SOD-1). Refuses a round that is not the actor's
 * to see (NOT_FOUND) and who confirms no rounds (FORBIDDEN); the hand that set them, a closed round, and deadlines that are
 * confirmed already (RULE); others than those that were read (CONFLICT).
 */
export function confirmRatingDeadlines(actor: Actor, input: ConfirmRatingDeadlinesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmRatingDeadlines", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { roundId, version } = input;
    const seen = await loadRound(context, roundId);
    authorize(canConfirmDeadlines(actor));
    await lockRound(context, seen.id);
    const { id, period, closedOn } = await loadRound(context, seen.id);
    const stored = await findDeadlines(tx, actor, id);
    if (stored?.version !== version) throw new DomainError("CONFLICT", "refusals.conflict");
    requireNoObstacle(confirmDeadlinesObstacle({ ...stored, closedOn }, actor.accountId));
    const confirmation = { confirmedById: actor.accountId, confirmedBy: actor.displayName, confirmedAt: new Date() };
    await tx.ratingDeadlines.updateMany({
      where: { committeeId: actor.committeeId, roundId: id, version, confirmedAt: null },
      data: confirmation,
    });
    audit({
      type: "ratingRound.deadlinesConfirmed",
      subject: { kind: "ratingRound", id, name: period },
      params: { year: period },
      changes: [
        {
          record: "RatingDeadlines",
          recordId: id,
          before: { confirmedBy: null },
          after: { confirmedBy: actor.displayName },
        },
      ],
    });
    return { id };
  });
}
