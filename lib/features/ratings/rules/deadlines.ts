import { addMonths, type Day, dayOf, daysInMonth, typedForm } from "@/lib/core/day";
import type { Obstacle } from "@/lib/core/obstacle";
import { type Deadlines, ROUND_STEPS, type RoundStep } from "@/lib/features/ratings/schema/rounds";

/** How many days before a deadline the month's work names it. */
export const DEADLINE_DAYS_AHEAD = 14;

/** How many months before and after the reckoning day a deadline may lie. */
export const DEADLINE_MONTHS = 6;

/** By which day the step is to be done. */
export function dueOn(deadlines: Deadlines, step: RoundStep): Day | null {
  return deadlines[`${step}DueOn`];
}

/** By which day a branch has to take its next step: to meet while it has not voted, then to send its proposal. */
export function nextDueOn({ meetingDueOn, proposalDueOn }: Deadlines, hasVoted: boolean): Day | null {
  return hasVoted ? proposalDueOn : (meetingDueOn ?? proposalDueOn);
}

/**
 * Why these cannot be the deadlines of a round reckoned on that day: one lies too far from it, or a step ends before one that
 * comes before it (DOMAIN 1.6: the steps follow one another).
 */
export function deadlinesObstacle(deadlines: Deadlines, reckoningOn: Day): Obstacle | null {
  const [first, last] = [addMonths(reckoningOn, -DEADLINE_MONTHS), addMonths(reckoningOn, DEADLINE_MONTHS)];
  const dated = ROUND_STEPS.flatMap((step) => {
    const on = dueOn(deadlines, step);
    return on === null ? [] : [{ step, on }];
  });
  const far = dated.find(({ on }) => on < first || on > last);
  if (far) {
    const days = { on: typedForm(far.on), reckoningOn: typedForm(reckoningOn) };
    const params = { step: far.step, ...days, first: typedForm(first), last: typedForm(last) };
    return { reason: "ratingDeadlines.errors.tooFar", params, field: `${far.step}DueOn` };
  }
  for (const [place, { step, on }] of dated.entries()) {
    const before = dated[place - 1];
    if (!before || on >= before.on) continue;
    const params = { step, on: typedForm(on), earlier: before.step, earlierOn: typedForm(before.on) };
    return { reason: "ratingDeadlines.errors.outOfOrder", params, field: `${step}DueOn` };
  }
  return null;
}

/** A round as a change of its deadlines is judged: `hasProposals` is true once a branch has proposed. */
export type ScheduledRound = {
  readonly reckoningOn: Day;
  readonly closedOn: Day | null;
  readonly deadlines: Deadlines;
  readonly hasProposals: boolean;
};

/** Why the deadlines cannot become these: the round is closed, they are out of order, nothing changes, or the reason is missing. */
export function deadlineChangeObstacle(
  round: ScheduledRound,
  { deadlines, reason }: { readonly deadlines: Deadlines; readonly reason: string | null },
): Obstacle | null {
  const { closedOn, reckoningOn, hasProposals } = round;
  if (closedOn !== null) return { reason: "ratings.errors.roundClosed", params: { closedOn: typedForm(closedOn) } };
  const outOfOrder = deadlinesObstacle(deadlines, reckoningOn);
  if (outOfOrder) return outOfOrder;
  if (deadlineChanges(round.deadlines, deadlines).length === 0)
    return { reason: "ratingDeadlines.errors.nothingChanged" };
  const isMissing = hasProposals && (reason === null || reason.trim() === "");
  return isMissing ? { reason: "ratingDeadlines.errors.reasonMissing", field: "reason" } : null;
}

/** Who set a version of the deadlines, null where nobody in person did, and when a second person confirmed it. */
export type DeadlineHands = { readonly setById: string | null; readonly confirmedAt: Date | null };

/** Why this account cannot confirm the deadlines that hold: the round is closed, they are confirmed, or it set them (SOD-1). */
export function confirmDeadlinesObstacle(
  { setById, confirmedAt, closedOn }: DeadlineHands & Pick<ScheduledRound, "closedOn">,
  accountId: string | null,
): Obstacle | null {
  if (closedOn !== null) return { reason: "ratings.errors.roundClosed", params: { closedOn: typedForm(closedOn) } };
  if (confirmedAt !== null) return { reason: "ratingDeadlines.errors.confirmed" };
  return setById === accountId ? { reason: "ratingDeadlines.errors.setterConfirms" } : null;
}

/** A deadline that was set otherwise. */
export type DeadlineChange = { readonly step: RoundStep; readonly from: Day | null; readonly to: Day | null };

/** What one version has otherwise than the one before it, in the order of the steps. */
export function deadlineChanges(before: Deadlines, after: Deadlines): DeadlineChange[] {
  return ROUND_STEPS.map((step) => ({ step, from: dueOn(before, step), to: dueOn(after, step) })).filter(
    ({ from, to }) => from !== to,
  );
}

/** The day that a rule names for every year, `MM-DD`, in that year; null where it names none. 29 February is the 28th in common years. */
export function yearDayIn(year: number, [named]: readonly string[]): Day | null {
  if (named === undefined) return null;
  const [month = 0, date = 0] = named.split("-").map(Number);
  return dayOf(year, month, Math.min(date, daysInMonth(year, month)));
}
