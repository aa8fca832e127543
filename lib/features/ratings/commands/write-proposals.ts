import "server-only";
import { randomUUID } from "node:crypto";
import { type AuditChange, changedValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import type { NotRatedReason, RatingLevel } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import type { Obstacle } from "@/lib/core/obstacle";
import { VersionConflict } from "@/lib/core/version-conflict";
import {
  deciderOf,
  factsOf,
  loadLargestVoteBase,
  type RatedSubject,
  type Round,
  type StoredRating,
  votesOf,
} from "@/lib/features/ratings/commands/rating-facts";
import { canProposeRating } from "@/lib/features/ratings/policy";
import { proposalObstacle, voteObstacle } from "@/lib/features/ratings/rules";
import { lateProposalObstacle, reasonNoteObstacle, voteDayObstacle } from "@/lib/features/ratings/rules/steps";
import type { VoteInput } from "@/lib/features/ratings/schema";

/** What a branch says of one subject: a level with its vote, or the reason for none. `version` is null for a new rating. */
export type Proposal = {
  readonly of: RatedSubject;
  readonly version: number | null;
  readonly level: RatingLevel | null;
  readonly notRatedReason: NotRatedReason | null;
  readonly note: string | null;
  readonly votedOn: Day | null;
  readonly vote: VoteInput | null;
  /** Where the form has controls for several: the control in which this one's part is typed; as it is asked for where it has one. */
  readonly controlOf?: (field: string | undefined) => string;
};

/** A proposal that has been written, with what changed. */
export type WrittenProposal = { readonly id: string; readonly change: AuditChange };

/** Judges every proposal, then writes them all or none; answers them in the order given. Signs them with the actor. */
export async function writeProposals(
  context: CommandContext,
  round: Round,
  proposals: readonly Proposal[],
): Promise<WrittenProposal[]> {
  const { tx, actor } = context;
  authorize(proposals.every((one) => canProposeRating(actor, one.of.branchId)));
  const largestBases = new Map<string, number>();
  for (const one of proposals) await requirePossible(context, round, one, largestBases);

  const fresh = proposals.filter((one) => one.of.rating === null).map((one) => ({ ...one, id: randomUUID() }));
  if (fresh.some((one) => one.version !== null)) throw new DomainError("CONFLICT", "refusals.conflict");
  await tx.rating.createMany({
    data: fresh.map((one) => {
      const { subject, memberId, branchId } = one.of;
      const { committeeId } = actor;
      return {
        committeeId,
        id: one.id,
        roundId: round.id,
        subject,
        memberId,
        branchId,
        state: "PROPOSED",
        ...columnsOf(one, actor.accountId),
      };
    }),
  });
  for (const one of proposals) {
    const { rating } = one.of;
    if (rating === null) continue;
    const written = await tx.rating.updateMany({
      where: { committeeId: actor.committeeId, id: rating.id, version: one.version ?? 0, state: "PROPOSED" },
      data: { ...columnsOf(one, actor.accountId), version: { increment: 1 } },
    });
    if (written.count > 0) continue;
    throw proposals.length === 1
      ? new VersionConflict(typedRating(rating), rating.version)
      : new DomainError("CONFLICT", "refusals.conflict");
  }
  const newIds = new Map(fresh.map((one) => [one.of, one.id]));
  return proposals.map((one) => writtenOf(one, one.of.rating?.id ?? newIds.get(one.of) ?? ""));
}

async function requirePossible(
  context: CommandContext,
  round: Round,
  one: Proposal,
  largestBases: Map<string, number>,
): Promise<void> {
  const { actor, today } = context;
  const facts = factsOf(one.of, round, one.of.subject);
  const outcome = { level: one.level, notRatedReason: one.notRatedReason };
  const require = (obstacle: Obstacle | null) =>
    requireNoObstacle(obstacle && one.controlOf ? { ...obstacle, field: one.controlOf(obstacle.field) } : obstacle);
  require(proposalObstacle(facts, outcome, deciderOf(actor)));
  require(lateProposalObstacle(facts.state));
  require(voteDayObstacle(one.votedOn, today));
  if (one.notRatedReason) require(reasonNoteObstacle(one.notRatedReason, one.note));
  if (!one.vote) return;
  const on = one.votedOn ?? round.reckoningOn;
  const place = `${one.of.branchId} ${on}`;
  const largest = largestBases.get(place) ?? (await loadLargestVoteBase(context, one.of.branchId, on));
  largestBases.set(place, largest);
  require(voteObstacle(one.vote, largest));
}

function columnsOf(one: Proposal, accountId: string | null) {
  return {
    proposedLevel: one.level,
    notRatedReason: one.notRatedReason,
    notRatedNote: one.note,
    votedOn: toDbDate(one.votedOn),
    voteBase: one.vote?.base ?? null,
    ballotsGiven: one.vote?.given ?? null,
    ballotsReturned: one.vote?.returned ?? null,
    votesExcellent: one.vote?.excellent ?? null,
    votesGood: one.vote?.good ?? null,
    votesCompleted: one.vote?.completed ?? null,
    votesFailed: one.vote?.failed ?? null,
    votesInvalid: one.vote?.invalid ?? null,
    proposedById: accountId,
  };
}

function writtenOf(one: Proposal, id: string): WrittenProposal {
  const { proposedById: _hand, ...columns } = columnsOf(one, null);
  const after = { ...columns, votedOn: one.votedOn };
  const { rating, name } = one.of;
  const diff = rating ? changedValues(valuesOf(rating), after) : { before: null, after };
  const change = { before: diff?.before ?? null, after: { subject: name, ...diff?.after } };
  return { id, change: { record: "Rating", recordId: id, ...change } };
}

function valuesOf(rating: StoredRating) {
  const { proposedLevel, notRatedReason, notRatedNote } = rating;
  return { proposedLevel, notRatedReason, notRatedNote, ...votesOf(rating), votedOn: fromDbDate(rating.votedOn) };
}

/** The stored values under the names of the form's controls. */
function typedRating(rating: StoredRating): Record<string, string> {
  const { proposedLevel, notRatedReason, notRatedNote, votedOn, ...votes } = valuesOf(rating);
  const typed = Object.fromEntries(Object.entries(votes).map(([name, value]) => [name, String(value ?? "")]));
  const level = proposedLevel ?? "";
  return {
    level,
    reason: notRatedReason ?? "",
    note: notRatedNote ?? "",
    votedOn: votedOn ? typedForm(votedOn) : "",
    ...typed,
  };
}
