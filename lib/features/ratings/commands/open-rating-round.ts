import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { writeDeadlines } from "@/lib/features/ratings/commands/write-deadlines";
import { canOpenRound } from "@/lib/features/ratings/policy";
import { deadlineChanges, deadlinesObstacle } from "@/lib/features/ratings/rules/deadlines";
import { quarterlyObstacle, roundObstacle } from "@/lib/features/ratings/rules/steps";
import { periodOf } from "@/lib/features/ratings/schema/periods";
import { NO_DEADLINES, type OpenRatingRoundInput } from "@/lib/features/ratings/schema/rounds";
import { findRuleSetOn, getRatingParameters } from "@/lib/features/rule-sets/queries/rule-sets";

/**
 * Opens the round of a year or a quarter under the rules in force on the reckoning day, and keeps which ones they were. Refuses a day
 * of another period or without rules, a quarter that these rules do not rate, deadlines out of order (RULE), and a second round of
 * the period (CONFLICT).
 */
export function openRatingRound(actor: Actor, input: OpenRatingRoundInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openRatingRound", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    authorize(canOpenRound(actor));
    const { year, quarter = null, reckoningOn, deadlines = NO_DEADLINES } = input;
    const period = periodOf({ year, quarter });
    requireNoObstacle(roundObstacle(period, reckoningOn));
    requireNoObstacle(deadlinesObstacle(deadlines, reckoningOn));
    const ruleSet = await findRuleSetOn(tx, actor.committeeId, "RATING", reckoningOn);
    if (!ruleSet) throw new DomainError("RULE", "ratings.errors.noRuleSet", {}, "reckoningOn");
    requireNoObstacle(quarterlyObstacle(quarter, getRatingParameters(ruleSet.parameters), ruleSet.document));

    const id = randomUUID();
    await tx.ratingRound.create({
      data: {
        committeeId: actor.committeeId,
        id,
        year,
        quarter,
        ruleSetId: ruleSet.id,
        reckoningOn: toDbDate(reckoningOn),
      },
      select: { id: true },
    });
    const hasDeadlines = deadlineChanges(NO_DEADLINES, deadlines).length > 0;
    const dated = hasDeadlines
      ? await writeDeadlines(context, { roundId: id, before: null, deadlines, reason: null })
      : [];
    audit({
      type: "ratingRound.opened",
      subject: { kind: "ratingRound", id, name: period },
      params: { year: period, reckoningOn, rules: ruleSet.document },
      changes: [
        {
          record: "RatingRound",
          recordId: id,
          before: null,
          after: { year, quarter, reckoningOn, rules: ruleSet.document },
        },
        ...dated,
      ],
    });
    return { id };
  });
}
