import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { type DecisionFacts, loadDecisions, requireCap } from "@/lib/features/ratings/commands/decision-facts";
import { deciderOf, loadRound, lockRound } from "@/lib/features/ratings/commands/rating-facts";
import { canConfirmDecision } from "@/lib/features/ratings/policy";
import { confirmObstacle } from "@/lib/features/ratings/rules";
import { type CountedRating, countsOnceConfirmed } from "@/lib/features/ratings/rules/round-counts";
import type { ConfirmDecisionsInput } from "@/lib/features/ratings/schema";

/**
 * Confirms recorded decisions, which are final from then on; a confirmed correction takes the place of the decision it names.
 * The round is locked and the cap counted anew inside, so that confirmations at the same time never exceed it together.
 * Refuses what the same person proposed or recorded, what is about oneself, and what exceeds the cap (RULE).
 * Asks for the password again.
 */
export function confirmDecisions(actor: Actor, input: ConfirmDecisionsInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmDecisions", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    if (input.ratings.length === 0) throw new DomainError("RULE", "ratings.errors.nobodyNamed");
    const round = await loadRound(context, input.roundId);
    const ids = input.ratings.map((one) => one.ratingId);
    await loadDecisions(context, round, ids);
    authorize(canConfirmDecision(actor));
    await lockRound(context, round.id);
    const found = await loadDecisions(context, round, ids);
    for (const { facts } of found) requireNoObstacle(confirmObstacle(facts, deciderOf(actor)));
    const confirmed = new Set(ids);
    const counting = (all: readonly CountedRating[]) => ({
      before: countsOnceConfirmed(all, new Set()),
      after: countsOnceConfirmed(all, confirmed),
    });
    await requireCap(context, round, found, counting, input.reason);
    await requireRecentPassword(context);

    for (const { row } of found) {
      if (row.supersedesId === null) continue;
      const { count } = await tx.rating.updateMany({
        where: { committeeId: actor.committeeId, id: row.supersedesId, state: "DECIDED", supersededById: null },
        data: { supersededById: row.id },
      });
      if (count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    }
    const written = await tx.$executeRaw`
      UPDATE "Rating" r SET state = 'DECIDED', "confirmedById" = ${actor.accountId}::uuid, "confirmedAt" = now(),
        version = r.version + 1
      FROM unnest(${ids}::uuid[], ${input.ratings.map((one) => one.version)}::int[]) AS d(id, version)
      WHERE r."committeeId" = ${actor.committeeId}::uuid AND r.id = d.id AND r.version = d.version AND r.state = 'RECORDED'`;
    if (written < ids.length) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "ratings.decided",
      subject: { kind: "ratingRound", id: round.id, name: round.period },
      params: { year: round.period, count: ids.length },
      reason: input.reason,
      changes: found.map(changeOf),
    });
    return { ids };
  });
}

function changeOf({ row, name }: DecisionFacts): AuditChange {
  const after = { subject: name, state: "DECIDED", level: row.level, notRatedReason: row.notRatedReason };
  return { record: "Rating", recordId: row.id, before: { state: row.state }, after };
}
