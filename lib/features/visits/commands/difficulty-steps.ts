import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import type { DifficultyStepKind } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { periodOf } from "@/lib/core/period";
import { isCommitteeSeat } from "@/lib/features/organization/rules";
import {
  canAcceptDifficulty,
  canDeclineDifficulty,
  canMoveDeadline,
  canSolveDifficulty,
} from "@/lib/features/visits/policy";
import { deadlineObstacle, kindObstacle, stateAfter, stepDayObstacle } from "@/lib/features/visits/rules/difficulty";
import type { AcceptDifficultyInput, DifficultyStepInput, MoveDeadlineInput } from "@/lib/features/visits/schema";

async function loadDifficulty({ tx, actor, today }: CommandContext, id: string) {
  const row = await tx.difficulty.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    include: {
      ownerSeat: { select: { memberId: true, startsOn: true, endsOn: true } },
      steps: { orderBy: [{ takenOn: "desc" }], take: 1, select: { takenOn: true } },
    },
  });
  if (!row) throw notFound();
  const { ownerSeat, steps } = row;
  return {
    ...row,
    deadlineOn: fromDbDate(row.deadlineOn),
    ownerId: ownerSeat && isInForceOn(periodOf(ownerSeat), today) ? ownerSeat.memberId : null,
    lastStepOn: fromDbDate(steps[0]?.takenOn ?? row.raisedOn),
  };
}

type Loaded = Awaited<ReturnType<typeof loadDifficulty>>;
type Owner = { ownerSeatId: string | null; ownerName: string | null };
type Change = { owner?: Owner; deadlineOn?: Day };

/** Refuses a step that does not follow or an older version; then writes it, with what it changes, and tells the audit. */
async function takeStep(
  context: CommandContext,
  { row, kind }: { row: Loaded; kind: DifficultyStepKind },
  input: DifficultyStepInput,
  { owner, deadlineOn }: Change = {},
): Promise<{ id: string }> {
  const { tx, actor, today, audit } = context;
  const { committeeId, accountId, displayName } = actor;
  const { takenOn, text, version } = input;
  requireNoObstacle(kindObstacle(row.state, kind));
  requireNoObstacle(stepDayObstacle(takenOn, row.lastStepOn, today));
  const state = stateAfter(row.state, kind);
  const isClosed = state === "SOLVED" || state === "DECLINED";
  const closedOn = isClosed ? takenOn : null;
  const deadline = deadlineOn === undefined ? {} : { deadlineOn: toDbDate(deadlineOn) };

  const written = await tx.difficulty.updateMany({
    where: { committeeId, id: row.id, version },
    data: { state, closedOn: toDbDate(closedOn), ...owner, ...deadline, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
  const hand = { recordedById: accountId, recordedBy: displayName };
  await tx.difficultyStep.create({
    data: {
      ...{ committeeId, id: randomUUID(), difficultyId: row.id, kind, takenOn: toDbDate(takenOn), text },
      ...{ ownerName: owner?.ownerName ?? null, ...deadline, ...hand },
    },
    select: { id: true },
  });
  const was = { state: row.state, ownerName: row.ownerName, deadlineOn: row.deadlineOn };
  const is = { state, ownerName: owner ? owner.ownerName : row.ownerName, deadlineOn: deadlineOn ?? row.deadlineOn };
  const change = changedValues(was, is) ?? { before: {}, after: {} };
  const step = {
    record: "Difficulty",
    recordId: row.id,
    before: change.before,
    after: { ...change.after, takenOn, text },
  };
  audit({
    type: EVENTS[kind],
    subject: { kind: "difficulty", id: row.id, name: row.title },
    branchId: row.branchId,
    changes: [step],
  });
  return { id: row.id };
}

const EVENTS = {
  RAISED: "difficulty.raised",
  ACCEPTED: "difficulty.accepted",
  PROGRESS: "difficulty.movedOn",
  DEADLINE_MOVED: "difficulty.deadlineMoved",
  SOLVED: "difficulty.solved",
  DECLINED: "difficulty.declined",
} as const satisfies Record<DifficultyStepKind, string>;

/**
 * Takes a difficulty on: who owns it, a seat of the committee or the office, and until when. Refuses who may not accept
 * (FORBIDDEN), one accepted or closed before, an owner without a seat on that day and a deadline before it (RULE), and an older
 * version (CONFLICT).
 */
export function acceptDifficulty(actor: Actor, input: AcceptDifficultyInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "acceptDifficulty", input, ...sending }, async (context) => {
    const row = await loadDifficulty(context, input.id);
    authorize(canAcceptDifficulty(context.actor));
    requireNoObstacle(kindObstacle(row.state, "ACCEPTED"));
    requireNoObstacle(deadlineObstacle(input.deadlineOn, input.takenOn, null));
    const owner = await ownerOf(context, input);
    return takeStep(context, { row, kind: "ACCEPTED" }, input, { owner, deadlineOn: input.deadlineOn });
  });
}

async function ownerOf({ tx, actor }: CommandContext, { ownerSeatId, takenOn }: AcceptDifficultyInput): Promise<Owner> {
  if (ownerSeatId === null) return { ownerSeatId, ownerName: null };
  const seat = await tx.committeeOffice.findFirst({
    where: { committeeId: actor.committeeId, id: ownerSeatId },
    relationLoadStrategy: "join",
    select: { kind: true, startsOn: true, endsOn: true, member: { select: { fullName: true } } },
  });
  if (!seat) throw notFound();
  const ownerName = seat.member.fullName;
  if (!isCommitteeSeat(seat.kind) || !isInForceOn(periodOf(seat), takenOn)) {
    const params = { name: ownerName, on: typedForm(takenOn) };
    throw new DomainError("RULE", "difficulties.errors.ownerNotSeated", params, "ownerSeatId");
  }
  return { ownerSeatId, ownerName };
}

/** Moves the deadline, with the reason as a step. Refuses who may not (FORBIDDEN), one not accepted or closed, a deadline that is over or the same (RULE), and an older version (CONFLICT). */
export function moveDeadline(actor: Actor, input: MoveDeadlineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "moveDeadline", input, ...sending }, async (context) => {
    const row = await loadDifficulty(context, input.id);
    authorize(canMoveDeadline(context.actor));
    requireNoObstacle(kindObstacle(row.state, "DEADLINE_MOVED"));
    requireNoObstacle(deadlineObstacle(input.deadlineOn, input.takenOn, row.deadlineOn));
    return takeStep(context, { row, kind: "DEADLINE_MOVED" }, input, { deadlineOn: input.deadlineOn });
  });
}

/** Says how far the owner or the office has come. Refuses anybody else (FORBIDDEN), one not accepted or closed (RULE), and an older version (CONFLICT). */
export function reportProgress(actor: Actor, input: DifficultyStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "reportProgress", input, ...sending }, async (context) => {
    const row = await loadDifficulty(context, input.id);
    authorize(canSolveDifficulty(context.actor, row.ownerId));
    return takeStep(context, { row, kind: "PROGRESS" }, input);
  });
}

/** Says what solved it. Refuses what `reportProgress` refuses. */
export function solveDifficulty(actor: Actor, input: DifficultyStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "solveDifficulty", input, ...sending }, async (context) => {
    const row = await loadDifficulty(context, input.id);
    authorize(canSolveDifficulty(context.actor, row.ownerId));
    return takeStep(context, { row, kind: "SOLVED" }, input);
  });
}

/** Answers that it cannot be done, and why. Refuses everybody but leadership (FORBIDDEN), one closed before (RULE), and an older version (CONFLICT). */
export function declineDifficulty(actor: Actor, input: DifficultyStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "declineDifficulty", input, ...sending }, async (context) => {
    const row = await loadDifficulty(context, input.id);
    authorize(canDeclineDifficulty(context.actor));
    return takeStep(context, { row, kind: "DECLINED" }, input);
  });
}
