import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { type DecisionFacts, loadDecisions } from "@/lib/features/ratings/commands/decision-facts";
import { deciderOf, loadRound, votesOf } from "@/lib/features/ratings/commands/rating-facts";
import { canRecordDecision } from "@/lib/features/ratings/policy";
import { correctionObstacle, recordObstacle } from "@/lib/features/ratings/rules";
import { reasonNoteObstacle } from "@/lib/features/ratings/rules/steps";
import type { CorrectDecisionInput } from "@/lib/features/ratings/schema";

/**
 * Writes a new record beside a decided one, naming it and the reason. What was decided stays in force until another person
 * confirms the correction. Refuses what is not decided, corrected already or about oneself (RULE), and a second correction
 * that waits (RULE).
 */
export function correctDecision(actor: Actor, input: CorrectDecisionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "correctDecision", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const of = await loadDecided(context, input.ratingId);
    authorize(canRecordDecision(actor));
    const { version, level, notRatedReason, note, reason, decidedOn, presentCount } = input;
    if (of.row.version !== version) throw new DomainError("CONFLICT", "refusals.conflict");
    requireNoObstacle(correctionObstacle(of.facts, reason, deciderOf(actor)));
    const asNew = { ...of.facts, state: "RECORDED", isCorrection: true } as const;
    requireNoObstacle(
      recordObstacle(asNew, { level, notRatedReason, decidedOn, presentCount }, deciderOf(actor), today),
    );
    if (notRatedReason) requireNoObstacle(reasonNoteObstacle(notRatedReason, note));

    const id = randomUUID();
    await writeCorrection(context, of, id, input);
    const { decisionNumber, minutesNumber } = input;
    const paper = { decisionNumber, decidedOn, minutesNumber, presentCount };
    audit({
      type: "rating.corrected",
      subject: { kind: of.row.memberId ? "member" : "rating", id: of.row.memberId ?? of.row.id, name: of.name },
      branchId: of.row.branchId,
      params: { level, notRatedReason },
      reason,
      changes: [
        {
          record: "Rating",
          recordId: id,
          before: { level: of.row.level, notRatedReason: of.row.notRatedReason },
          after: { level, notRatedReason, note, supersedes: of.row.id, ...paper },
        },
      ],
    });
    return { id };
  });
}

async function loadDecided(context: CommandContext, ratingId: string): Promise<DecisionFacts & { roundId: string }> {
  const { tx, actor } = context;
  const where = { committeeId: actor.committeeId, id: ratingId };
  const place = await tx.rating.findFirst({ where, select: { roundId: true } });
  if (!place) throw notFound();
  const round = await loadRound(context, place.roundId);
  const [of] = await loadDecisions(context, round, [ratingId]);
  if (!of) throw notFound();
  return { ...of, roundId: place.roundId };
}

async function writeCorrection(
  { tx, actor }: CommandContext,
  { row, roundId }: Awaited<ReturnType<typeof loadDecided>>,
  id: string,
  input: CorrectDecisionInput,
): Promise<void> {
  const { committeeId } = actor;
  const waiting = await tx.rating.findFirst({ where: { committeeId, supersedesId: row.id }, select: { id: true } });
  if (waiting) throw new DomainError("RULE", "ratings.errors.correctionWaits");
  const { subject, memberId, branchId, proposedLevel, votedOn, proposedById } = row;
  const { level, notRatedReason, note, reason, decisionNumber, decidedOn, minutesNumber, presentCount } = input;
  await tx.rating.createMany({
    data: [
      {
        committeeId,
        id,
        roundId,
        subject,
        memberId,
        branchId,
        state: "RECORDED",
        proposedLevel,
        proposedById,
        votedOn,
        ...votesOf(row),
        level,
        notRatedReason,
        notRatedNote: note,
        decisionNumber,
        decidedOn: toDbDate(decidedOn),
        minutesNumber,
        presentCount,
        recordedById: actor.accountId,
        supersedesId: row.id,
        correctionReason: reason,
      },
    ],
  });
}
