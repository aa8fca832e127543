import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadRound, lockRound } from "@/lib/features/ratings/commands/rating-facts";
import { canCloseRound } from "@/lib/features/ratings/policy";
import { listOpenParts } from "@/lib/features/ratings/queries/closing";
import { closingObstacle } from "@/lib/features/ratings/rules/closing";
import type { CloseRatingRoundInput } from "@/lib/features/ratings/schema/rounds";

/**
 * Closes a round from today on: nothing is entered in it any more but corrections. Refuses a round that is not the actor's to see
 * (NOT_FOUND) and who does not keep rounds (FORBIDDEN); a closed one, and one of which something is not decided, with what that is
 * (RULE); an older version (CONFLICT).
 */
export function closeRatingRound(actor: Actor, input: CloseRatingRoundInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "closeRatingRound", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { roundId, version } = input;
    const { id } = await loadRound(context, roundId);
    authorize(canCloseRound(actor));
    await lockRound(context, id);
    const round = await loadRound(context, id);
    requireNoObstacle(closingObstacle(round.closedOn, await listOpenParts(tx, actor, round)));
    const written = await tx.ratingRound.updateMany({
      where: { committeeId: actor.committeeId, id, version, closedOn: null },
      data: { closedOn: toDbDate(today), version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict({}, version + 1);
    audit({
      type: "ratingRound.closed",
      subject: { kind: "ratingRound", id, name: round.period },
      params: { year: round.period },
      changes: [{ record: "RatingRound", recordId: id, before: { closedOn: null }, after: { closedOn: today } }],
    });
    return { id };
  });
}
