import { type Day, typedForm } from "@/lib/core/day";
import type { ReorganizationState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** A reorganisation as the second person judges it. */
export type AnswerFacts = {
  readonly state: ReorganizationState;
  readonly proposedById: string;
  readonly effectiveOn: Day;
};

/** Why this person cannot answer it: answered already, or proposed by the same person (SOD-1). */
export function answerObstacle(of: AnswerFacts, accountId: string | null): Obstacle | null {
  if (of.state !== "PROPOSED") return { reason: "reorganizations.errors.alreadyAnswered" };
  return of.proposedById === accountId ? { reason: "reorganizations.errors.proposerConfirms" } : null;
}

/** Why it cannot be confirmed today: as for an answer, or its day has not come. */
export function confirmationObstacle(of: AnswerFacts, accountId: string | null, today: Day): Obstacle | null {
  const obstacle = answerObstacle(of, accountId);
  if (obstacle || of.effectiveOn <= today) return obstacle;
  return { reason: "reorganizations.errors.notYet", params: { day: typedForm(of.effectiveOn) } };
}

/** Why this decision cannot be what it rests on: it is of a day to come. */
export function decisionDayObstacle(decisionOn: Day, today: Day): Obstacle | null {
  return decisionOn > today ? { reason: "members.errors.inFuture", field: "decisionOn" } : null;
}
