import { addMonths, type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn, isOrdered, overlaps } from "@/lib/core/day/interval";
import type { Obstacle } from "@/lib/core/obstacle";
import type { TermStanding } from "@/lib/features/organization/schema/branch-terms";

/** A term of a branch's committee: its number in the line of terms and its days. */
export type BranchTermDays = Interval & { readonly number: number };

/** The term in force at the first day of a new one, which the new one ends; null where none is. */
export function endedByNext<Term extends Interval>(terms: readonly Term[], startsOn: Day): Term | null {
  return terms.find((term) => term.startsOn < startsOn && isInForceOn(term, startsOn)) ?? null;
}

/**
 * Why this term cannot be opened: its dates, a branch that is not there, a number out of the line, or another term over the
 * same days. The one in force at its first day is no obstacle, since it ends then.
 */
export function branchTermObstacle(
  input: BranchTermDays & { readonly congressOn: Day },
  facts: { readonly branch: Interval; readonly terms: readonly BranchTermDays[] },
): Obstacle | null {
  if (!isOrdered(input)) return { reason: "organization.errors.endsBeforeStart" };
  if (input.congressOn > input.startsOn) return { reason: "organization.errors.congressAfterStart" };
  if (!isInForceOn(facts.branch, input.startsOn)) return { reason: "organization.errors.branchNotInForce" };

  const ended = endedByNext(facts.terms, input.startsOn);
  const clash = facts.terms.find((term) => term !== ended && overlaps(term, input));
  if (clash)
    return {
      reason: "organization.errors.termClash",
      params: { number: clash.number, since: typedForm(clash.startsOn) },
    };
  const outOfLine = facts.terms.find((term) =>
    term.startsOn < input.startsOn ? term.number >= input.number : term.number <= input.number,
  );
  return outOfLine
    ? {
        reason: "organization.errors.termNumber",
        params: { number: outOfLine.number, since: typedForm(outOfLine.startsOn) },
      }
    : null;
}

/** Why this term cannot end with that `endsOn`: before it began, or over the days of the next one. */
export function termEndObstacle(term: BranchTermDays, endsOn: Day, others: readonly BranchTermDays[]): Obstacle | null {
  const moved = { ...term, endsOn };
  if (!isOrdered(moved)) return { reason: "organization.errors.endsBeforeStart" };
  const clash = others.find((other) => other.number !== term.number && overlaps(other, moved));
  if (!clash) return null;
  return {
    reason: "organization.errors.termClash",
    params: { number: clash.number, since: typedForm(clash.startsOn) },
  };
}

/** The term in force on that day, or the last one that began before it, and how the branch stands with it. */
export function standingOn<Term extends Interval>(
  terms: readonly Term[],
  on: Day,
  reminderMonths: number | null,
): { readonly term: Term | null; readonly standing: TermStanding } {
  const begun = terms
    .filter((term) => term.startsOn <= on)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1));
  const [term] = begun;
  if (!term) return { term: null, standing: "NONE" };
  if (term.endsOn === null) return { term, standing: "RUNNING" };
  if (term.endsOn <= on) return { term, standing: "OVER" };
  const isSoon = reminderMonths !== null && term.endsOn <= addMonths(on, reminderMonths);
  return { term, standing: isSoon ? "ENDING" : "RUNNING" };
}

/** A term as far as its branch lasts: a branch that is closed or merged ends its term with it. */
export function withinBranch<Term extends Interval>(term: Term, branch: Interval): Term {
  const isCut = branch.endsOn !== null && (term.endsOn === null || branch.endsOn < term.endsOn);
  return isCut ? { ...term, endsOn: branch.endsOn } : term;
}
