import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { type DecisionFacts, loadDecisions, requireCap } from "@/lib/features/ratings/commands/decision-facts";
import { deciderOf, factsOf, loadRound, lockRound, ratingColumns } from "@/lib/features/ratings/commands/rating-facts";
import { canRecordDecision } from "@/lib/features/ratings/policy";
import { committeeNotRatedReason, type LevelCounts, type Outcome, recordObstacle } from "@/lib/features/ratings/rules";
import { countsOnceRecorded } from "@/lib/features/ratings/rules/round-counts";
import type { DecisionInput, RecordCommitteeRatingInput, RecordDecisionsInput } from "@/lib/features/ratings/schema";

type FormKey = FormSending;

/**
 * Records from the minutes what the committee decided, one line for each rating; until another person confirms it can be
 * recorded anew. Refuses levels over the cap, lines about oneself and lines without a proposal (RULE), older versions (CONFLICT).
 */
export function recordDecisions(actor: Actor, input: RecordDecisionsInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "recordDecisions", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    if (input.decisions.length === 0) throw new DomainError("RULE", "ratings.errors.nobodyNamed");
    const round = await loadRound(context, input.roundId);
    const ids = input.decisions.map((one) => one.ratingId);
    const found = await loadDecisions(context, round, ids);
    authorize(canRecordDecision(actor));
    await lockRound(context, round.id);
    const { decisionNumber, decidedOn, minutesNumber, presentCount, decisions } = input;
    const outcomes = decisions.map((decision, index) => outcomeOf(decision, found[index]));
    found.forEach(({ facts }, index) => {
      const outcome = outcomes[index] ?? { level: null, notRatedReason: null };
      requireNoObstacle(recordObstacle(facts, { ...outcome, decidedOn, presentCount }, deciderOf(actor), today));
    });
    const levels = new Map(decisions.map((one) => [one.ratingId, one.level]));
    const counting = (all: Parameters<typeof countsOnceRecorded>[0]): { before: LevelCounts; after: LevelCounts } => ({
      before: countsOnceRecorded(all, new Map()),
      after: countsOnceRecorded(all, levels),
    });
    await requireCap(context, round, found, counting, input.reason);

    const written = await tx.$executeRaw`
      UPDATE "Rating" r SET state = 'RECORDED', level = d.level::"RatingLevel", "notRatedReason" = d.reason::"NotRatedReason",
        "decisionNumber" = ${decisionNumber}, "decidedOn" = ${decidedOn}::date, "minutesNumber" = ${minutesNumber},
        "presentCount" = ${presentCount}, "recordedById" = ${actor.accountId}::uuid, version = r.version + 1
      FROM unnest(${ids}::uuid[], ${decisions.map((one) => one.version)}::int[], ${outcomes.map((one) => one.level)}::text[],
        ${outcomes.map((one) => one.notRatedReason)}::text[]) AS d(id, version, level, reason)
      WHERE r."committeeId" = ${actor.committeeId}::uuid AND r.id = d.id AND r.version = d.version AND r.state <> 'DECIDED'`;
    if (written < ids.length) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "decisions.recorded",
      subject: { kind: "ratingRound", id: round.id, name: round.period },
      params: { year: round.period, count: ids.length, decisionNumber, decidedOn, minutesNumber, presentCount },
      reason: input.reason,
      changes: found.map((one, index) => changeOf(one, outcomes[index])),
    });
    return { ids };
  });
}

function outcomeOf(decision: DecisionInput, found: DecisionFacts | undefined): Outcome {
  if (decision.level !== null) return { level: decision.level, notRatedReason: null };
  return { level: null, notRatedReason: found?.row.notRatedReason ?? null };
}

function changeOf({ row, name }: DecisionFacts, outcome: Outcome | undefined): AuditChange {
  const before = { state: row.state, level: row.level, notRatedReason: row.notRatedReason };
  const after = {
    subject: name,
    state: "RECORDED",
    level: outcome?.level ?? null,
    notRatedReason: outcome?.notRatedReason ?? null,
  };
  return { record: "Rating", recordId: row.id, before, after };
}

/**
 * Records the committee's own rating, which the body above decides, from its paper. Another person confirms it. Refuses one
 * that is decided (RULE) and an older version (CONFLICT).
 */
export function recordCommitteeRating(actor: Actor, input: RecordCommitteeRatingInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "recordCommitteeRating", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const round = await loadRound(context, input.roundId);
    const { committeeId } = actor;
    const rating = await tx.rating.findFirst({
      where: { committeeId, roundId: round.id, subject: "COMMITTEE", supersededById: null },
      orderBy: { state: "desc" },
      select: ratingColumns,
    });
    authorize(canRecordDecision(actor));
    const { version, level, decisionNumber, decidedOn, minutesNumber, presentCount } = input;
    const facts = factsOf({ memberId: null, ruledOut: committeeNotRatedReason(round), rating }, round, "COMMITTEE");
    const decision = { level, notRatedReason: null, decidedOn, presentCount };
    requireNoObstacle(recordObstacle(facts, decision, deciderOf(actor), today));

    const id = rating?.id ?? randomUUID();
    const paper = { decisionNumber, decidedOn: toDbDate(decidedOn), minutesNumber, presentCount };
    const columns = { state: "RECORDED", level, ...paper, recordedById: actor.accountId } as const;
    if (rating) {
      const where = { committeeId, id, version: version ?? 0 };
      const { count } = await tx.rating.updateMany({ where, data: { ...columns, version: { increment: 1 } } });
      if (count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    } else {
      await tx.rating.createMany({ data: [{ committeeId, id, roundId: round.id, subject: "COMMITTEE", ...columns }] });
    }
    audit({
      type: "committeeRating.recorded",
      subject: { kind: "ratingRound", id: round.id, name: round.period },
      params: { year: round.period, level, decisionNumber },
      changes: [
        {
          record: "Rating",
          recordId: id,
          before: rating && { level: rating.level },
          after: { level, decisionNumber, decidedOn, minutesNumber, presentCount },
        },
      ],
    });
    return { id };
  });
}
