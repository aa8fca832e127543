import { type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn, isOrdered, lastDayOf, overlaps } from "@/lib/core/day/interval";
import type { AssignmentRole, CommitteeOfficeKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { isCommitteeSeat } from "@/lib/features/organization/rules";

/** One person in charge of a branch, or supporting there, for a time. */
export type AssignmentRow = Interval & {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly role: AssignmentRole;
};

/** A seat with the term it belongs to. */
export type SeatRow = Interval & { readonly kind: CommitteeOfficeKind; readonly term: Interval };

/** What an assignment is judged by: the branch with its assignments of all days, and the person's seats. */
export type AssignmentFacts = {
  readonly branch: Interval & { readonly name: string };
  readonly assignments: readonly AssignmentRow[];
  readonly memberName: string;
  readonly seats: readonly SeatRow[];
};

/** The days on which a seat counts: its own dates, and never longer than its term. */
export function seatDays({ startsOn, endsOn, term }: Interval & { readonly term: Interval }): Interval {
  const ends = [endsOn, term.endsOn].filter((end) => end !== null).sort();
  return { startsOn: startsOn > term.startsOn ? startsOn : term.startsOn, endsOn: ends[0] ?? null };
}

/** The first day of the period that none of these cover; null where together they cover all of it. */
export function firstUncoveredDay(period: Interval, covering: readonly Interval[]): Day | null {
  let from = period.startsOn;
  for (const one of covering.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (one.startsOn > from) break;
    if (one.endsOn === null) return null;
    if (one.endsOn > from) from = one.endsOn;
  }
  return period.endsOn !== null && from >= period.endsOn ? null : from;
}

/**
 * Why this person cannot have this part in the branch over these days: the committee assigns its own members only, the
 * branch has one main person at a time, and one person has one part in a branch at a time.
 */
export function assignmentObstacle(
  input: Interval & { readonly memberId: string; readonly role: AssignmentRole },
  facts: AssignmentFacts,
): Obstacle | null {
  const branch = facts.branch.name;
  if (!isOrdered(input)) return { reason: "assignments.errors.endsBeforeStart", field: "lastDay" };
  if (firstUncoveredDay(input, [facts.branch]) !== null) {
    return { reason: "assignments.errors.branchNotInForce", params: { branch } };
  }

  const seats = facts.seats.filter((seat) => isCommitteeSeat(seat.kind)).map(seatDays);
  const lacking = firstUncoveredDay(input, seats);
  if (lacking !== null) {
    return { reason: "assignments.errors.noSeat", params: { name: facts.memberName, day: typedForm(lacking) } };
  }

  const others = facts.assignments.filter((row) => overlaps(row, input));
  const own = others.find((row) => row.memberId === input.memberId);
  if (own) return held("assignments.errors.alreadyAssigned", own, branch);
  const main = others.find((row) => row.role === "MAIN");
  return input.role === "MAIN" && main ? held("assignments.errors.secondMain", main, branch) : null;
}

/** Why a decision of that day cannot stand behind an assignment: it has not been taken yet. */
export function decisionObstacle(decidedOn: Day, today: Day): Obstacle | null {
  return decidedOn > today ? { reason: "assignments.errors.decidedInFuture", field: "decidedOn" } : null;
}

/** Why an assignment cannot change from that day on: before it began, after it ended, or the same part as before. */
export function changeObstacle(
  row: Interval & { readonly role: AssignmentRole },
  input: { readonly effectiveOn: Day; readonly role: AssignmentRole },
): Obstacle | null {
  if (!isInForceOn(row, input.effectiveOn) || input.effectiveOn === row.startsOn) {
    const last = lastDayOf(row);
    const params = { since: typedForm(row.startsOn), last: last === null ? "" : typedForm(last) };
    const reason = last === null ? "assignments.errors.changeBeforeStart" : "assignments.errors.changeOutside";
    return { reason, params, field: "effectiveOn" };
  }
  return row.role === input.role ? { reason: "assignments.errors.sameRole", field: "role" } : null;
}

function held(reason: string, row: AssignmentRow, branch: string): Obstacle {
  return { reason, params: { branch, name: row.memberName, since: typedForm(row.startsOn) } };
}
