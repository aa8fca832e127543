import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadRound, type Round } from "@/lib/features/ratings/commands/rating-facts";
import {
  loadReviewed,
  loadReviewOf,
  type Reviewed,
  type StoredReview,
} from "@/lib/features/self-reviews/commands/load-self-review";
import { canWriteSelfReview } from "@/lib/features/self-reviews/policy";
import { findIsPast } from "@/lib/features/self-reviews/queries/find-is-past";
import {
  changeObstacle,
  formObstacle,
  type Marks,
  marksObstacle,
  tasksObstacle,
} from "@/lib/features/self-reviews/rules";
import {
  markRows,
  marksIn,
  type ReviewText,
  type SaveSelfReviewInput,
  type taskCounts,
} from "@/lib/features/self-reviews/schema";

/**
 * Keeps the draft of a review, the own one or one entered for somebody else, whose name then stands beside that of the hand. Refuses
 * a subject that is not the actor's to see (NOT_FOUND) or enter (FORBIDDEN); whom the rules ask for none, a form or marks that the
 * round has not, tasks that do not add up, what was handed in, and what the branch has voted on (RULE); an older version (CONFLICT).
 */
export function saveSelfReview(actor: Actor, input: SaveSelfReviewInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "saveSelfReview", input, ...sending }, async (context) => {
    const round = await loadRound(context, input.roundId);
    const reviewed = await loadReviewed(context, round, input);
    authorize(canWriteSelfReview(context.actor, reviewed));
    const stored = await loadReviewOf(context, round.id, reviewed);
    await requirePossible(context, round, reviewed, stored, input);
    const id = stored ? await change(context, reviewed, stored, input) : await create(context, reviewed, input);
    await keepMarks(context, id, marksIn(input));

    const before = stored ? valuesOf(stored) : {};
    const after = valuesOf({ ...input, marks: markRows(marksIn(input)) });
    const changes = changedValues(before, after);
    context.audit({
      type: "selfReview.saved",
      subject: subjectOf(context, reviewed),
      branchId: reviewed.branchId,
      params: { year: round.period },
      changes: changes ? [{ record: "SelfReview", recordId: id, ...changes }] : [],
    });
    return { id };
  });
}

async function requirePossible(
  context: CommandContext,
  round: Round,
  reviewed: Reviewed,
  stored: StoredReview | null,
  input: SaveSelfReviewInput,
): Promise<void> {
  if (!reviewed.asked) throw new DomainError("RULE", "selfReviews.errors.notAsked");
  const isPast = await findIsPast(context.tx, round.id, reviewed);
  requireNoObstacle(changeObstacle(stored?.state ?? "DRAFT", isPast));
  requireNoObstacle(formObstacle(reviewed.subject, input.form));
  requireNoObstacle(marksObstacle(marksIn(input), round.parameters.review));
  requireNoObstacle(tasksObstacle(input));
}

async function create({ tx, actor, today }: CommandContext, reviewed: Reviewed, input: SaveSelfReviewInput) {
  if (input.version !== undefined) throw new DomainError("CONFLICT", "refusals.conflict");
  const id = randomUUID();
  const { subject, memberId, branchId } = reviewed;
  const { committeeId } = actor;
  await tx.selfReview.create({
    data: {
      ...{ committeeId, id, roundId: input.roundId, subject, memberId, branchId },
      ...columnsOf(input),
      ...handOf(actor, memberId),
      recordedOn: toDbDate(today),
    },
    select: { id: true },
  });
  return id;
}

async function change(
  { tx, actor, today }: CommandContext,
  { memberId }: Reviewed,
  stored: StoredReview,
  input: SaveSelfReviewInput,
) {
  const { id } = stored;
  const written = await tx.selfReview.updateMany({
    where: { committeeId: actor.committeeId, id, version: input.version ?? 0, state: "DRAFT" },
    data: {
      ...columnsOf(input),
      ...handOf(actor, memberId),
      recordedOn: toDbDate(today),
      version: { increment: 1 },
    },
  });
  if (written.count === 0) throw new VersionConflict(typedReview(stored), stored.version);
  await tx.selfReviewMark.deleteMany({ where: { committeeId: actor.committeeId, reviewId: id } });
  return id;
}

async function keepMarks({ tx, actor }: CommandContext, reviewId: string, marks: Marks): Promise<void> {
  const { committeeId } = actor;
  await tx.selfReviewMark.createMany({ data: markRows(marks).map((one) => ({ committeeId, reviewId, ...one })) });
}

/** What of a review is written by its form. */
type Written = Pick<StoredReview, ReviewText | "form" | "proposedLevel" | (typeof taskCounts)[number] | "marks">;

function handOf(actor: Actor, memberId: string | null) {
  const isOnBehalf = memberId !== null && memberId !== actor.memberId;
  return { recordedById: actor.accountId, recordedBy: actor.displayName, isOnBehalf };
}

function columnsOf(input: Omit<Written, "marks">) {
  const { form, strengths, shortcomings, causes, corrections, explanation, remedies } = input;
  const { tasksTotal, tasksOnTime, tasksLate, tasksBeyond, proposedLevel } = input;
  const texts = { strengths, shortcomings, causes, corrections, explanation, remedies };
  return { form, ...texts, tasksTotal, tasksOnTime, tasksLate, tasksBeyond, proposedLevel };
}

function valuesOf({ marks, ...columns }: Written): AuditValues {
  const given = Object.fromEntries(marks.map((one) => [one.criterion, one.grade ?? one.points]));
  return { ...columnsOf(columns), ...given };
}

/** The stored values under the names of the form's controls. */
function typedReview(stored: StoredReview): Record<string, string> {
  return Object.fromEntries(Object.entries(valuesOf(stored)).map(([name, value]) => [name, String(value ?? "")]));
}

/** The subject as the log names it. */
export function subjectOf(
  { actor }: CommandContext,
  { memberId, branchId, name }: Omit<Reviewed, "asked" | "subject">,
) {
  if (memberId !== null) return { kind: "member", id: memberId, name };
  if (branchId !== null) return { kind: "branch", id: branchId, name };
  return { kind: "committee", id: actor.committeeId, name };
}
