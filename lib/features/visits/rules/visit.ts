import { addDays, type Day, typedForm } from "@/lib/core/day";
import { type Interval, inForceOn } from "@/lib/core/day/interval";
import type { Obstacle } from "@/lib/core/obstacle";

/**
 * For how many days after it was written a report may be put right by who wrote it: a branch meets every month, so by then the
 * next meeting has been held and has worked with what the report said.
 */
export const EDIT_DAYS = 30;

/** What a visit is judged by: the visitor's assignments to the branch, the meeting chosen, and the meetings reported on before. */
export type VisitFacts = {
  readonly branch: string;
  readonly visitor: string;
  readonly assignments: readonly (Interval & { readonly id: string })[];
  readonly meeting: { readonly id: string; readonly heldOn: Day } | null;
  readonly reportedMeetingIds: readonly string[];
  readonly today: Day;
};

/** The assignment of the visitor that ran on that day. */
export function assignmentOn(assignments: VisitFacts["assignments"], on: Day): string | null {
  return inForceOn(assignments, on)[0]?.id ?? null;
}

/**
 * Why there was no such visit: the day has not come, the visitor was not in charge of the branch on it, or the meeting is not of
 * that month, not held yet, or reported on before.
 */
export function visitObstacle(visitedOn: Day, facts: VisitFacts): Obstacle | null {
  const { branch, visitor, meeting, today } = facts;
  const on = typedForm(visitedOn);
  if (visitedOn > today) return { reason: "visits.errors.inFuture", field: "visitedOn" };
  if (assignmentOn(facts.assignments, visitedOn) === null) {
    return { reason: "visits.errors.notInCharge", params: { branch, name: visitor, on }, field: "visitedOn" };
  }
  if (!meeting) return null;
  const held = typedForm(meeting.heldOn);
  if (meeting.heldOn > today) return { reason: "visits.errors.notHeldYet", params: { on: held }, field: "meetingId" };
  if (meeting.heldOn.slice(0, 7) !== visitedOn.slice(0, 7)) {
    return { reason: "visits.errors.otherMonth", params: { held, on }, field: "meetingId" };
  }
  if (!facts.reportedMeetingIds.includes(meeting.id)) return null;
  return { reason: "visits.errors.reportedBefore", params: { name: visitor, on: held }, field: "meetingId" };
}

/** Why a report can no longer be put right: it was written too long ago. */
export function editObstacle(writtenOn: Day, today: Day): Obstacle | null {
  const until = addDays(writtenOn, EDIT_DAYS);
  return today > until
    ? { reason: "visits.errors.tooLate", params: { until: typedForm(until), days: EDIT_DAYS } }
    : null;
}
