import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { typedForm } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadRound, lockRound } from "@/lib/features/ratings/commands/rating-facts";
import { writeDeadlines } from "@/lib/features/ratings/commands/write-deadlines";
import { canSetDeadlines } from "@/lib/features/ratings/policy";
import { countProposals, findDeadlines, type StoredDeadlines } from "@/lib/features/ratings/queries/deadlines";
import { deadlineChangeObstacle } from "@/lib/features/ratings/rules/deadlines";
import { NO_DEADLINES, type SetRatingDeadlinesInput } from "@/lib/features/ratings/schema/rounds";

/**
 * Sets by which days the steps of a round are to be done, as the next version. Refuses a round that is not the actor's to see
 * (NOT_FOUND) and who does not keep rounds (FORBIDDEN); a closed round, days out of order or far from the reckoning day, no change,
 * and none without a reason once a branch has proposed (RULE); an older version with both versions' values (CONFLICT).
 */
export function setRatingDeadlines(actor: Actor, input: SetRatingDeadlinesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "setRatingDeadlines", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { roundId, version, deadlines, reason } = input;
    const seen = await loadRound(context, roundId);
    authorize(canSetDeadlines(actor));
    await lockRound(context, seen.id);
    const { id, period, reckoningOn, closedOn } = await loadRound(context, seen.id);
    const before = await findDeadlines(tx, actor, id);
    if ((before?.version ?? null) !== version) throw conflictWith(before);
    const hasProposals = (await countProposals(tx, actor, id)) > 0;
    const round = { reckoningOn, closedOn, deadlines: before?.deadlines ?? NO_DEADLINES, hasProposals };
    requireNoObstacle(deadlineChangeObstacle(round, { deadlines, reason }));
    const changes = await writeDeadlines(context, { roundId: id, before, deadlines, reason });
    audit({
      type: "ratingRound.deadlinesSet",
      subject: { kind: "ratingRound", id, name: period },
      params: { year: period },
      reason,
      changes,
    });
    return { id };
  });
}

function conflictWith(before: StoredDeadlines | null): DomainError {
  if (!before) return new DomainError("CONFLICT", "refusals.conflict");
  const typed = Object.entries(before.deadlines).map(([name, on]) => [name, on === null ? "" : typedForm(on)] as const);
  return new VersionConflict({ ...Object.fromEntries(typed), reason: "" }, before.version);
}
