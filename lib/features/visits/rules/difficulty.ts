import { type Day, daysBetween, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { DifficultyState, DifficultyStepKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { DifficultyStanding } from "@/lib/features/visits/schema";

/** A difficulty as far as time goes. */
export type DifficultyDays = {
  readonly state: DifficultyState;
  readonly deadlineOn: Day | null;
  readonly closedOn: Day | null;
};

/** Where a difficulty stands on a day; every one stands in exactly one place. The deadline's own day is in time. */
export function standingOn({ state, deadlineOn, closedOn }: DifficultyDays, on: Day): DifficultyStanding {
  if (state === "DECLINED") return "DECLINED";
  if (state === "RAISED" || deadlineOn === null) return "WAITING";
  if (state === "SOLVED") return closedOn !== null && closedOn > deadlineOn ? "SOLVED_LATE" : "SOLVED_IN_TIME";
  return on > deadlineOn ? "OVERDUE" : "IN_HAND";
}

/** For how many days a difficulty that nobody has closed is past its deadline; 0 where it is not. */
export function daysOverdue(difficulty: DifficultyDays, on: Day): number {
  if (difficulty.deadlineOn === null || standingOn(difficulty, on) !== "OVERDUE") return 0;
  return daysBetween(difficulty.deadlineOn, on);
}

/** Why a branch cannot have raised this: the day has not come, or the branch was not in force. */
export function raiseObstacle(
  raisedOn: Day,
  branch: Interval & { readonly name: string },
  today: Day,
): Obstacle | null {
  if (raisedOn > today) return { reason: "difficulties.errors.inFuture", field: "raisedOn" };
  if (isInForceOn(branch, raisedOn)) return null;
  const params = { branch: branch.name, on: typedForm(raisedOn) };
  return { reason: "difficulties.errors.branchNotInForce", params, field: "raisedOn" };
}

/** Why a step of that kind does not follow: closed before, accepted before, or not accepted yet. */
export function kindObstacle(state: DifficultyState, kind: DifficultyStepKind): Obstacle | null {
  if (state === "SOLVED" || state === "DECLINED") return { reason: "difficulties.errors.closedBefore" };
  if (kind === "DECLINED") return null;
  if (kind === "ACCEPTED" && state !== "RAISED") return { reason: "difficulties.errors.acceptedBefore" };
  return kind !== "ACCEPTED" && state === "RAISED" ? { reason: "difficulties.errors.notAccepted" } : null;
}

/** Why a step cannot be of that day: before the last one, or still to come. */
export function stepDayObstacle(takenOn: Day, lastStepOn: Day, today: Day): Obstacle | null {
  if (takenOn > today) return { reason: "difficulties.errors.stepAhead", field: "takenOn" };
  if (takenOn >= lastStepOn) return null;
  return { reason: "difficulties.errors.stepBefore", params: { on: typedForm(lastStepOn) }, field: "takenOn" };
}

/** Why this cannot be the deadline set on that day: already over by then, or the one it has. */
export function deadlineObstacle(deadlineOn: Day, setOn: Day, current: Day | null): Obstacle | null {
  if (deadlineOn < setOn) {
    return { reason: "difficulties.errors.deadlinePast", params: { on: typedForm(setOn) }, field: "deadlineOn" };
  }
  return deadlineOn === current ? { reason: "difficulties.errors.sameDeadline", field: "deadlineOn" } : null;
}

/** The state after a step. */
export function stateAfter(state: DifficultyState, kind: DifficultyStepKind): DifficultyState {
  if (kind === "PROGRESS") return "BEING_SOLVED";
  return kind === "DEADLINE_MOVED" ? state : kind;
}
