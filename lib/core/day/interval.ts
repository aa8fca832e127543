import { addDays, type Day } from "@/lib/core/day";

/** Half-open: in force from `startsOn`, no longer on `endsOn`; null is open. The screen shows `lastDayOf`. */
export type Interval = { readonly startsOn: Day; readonly endsOn: Day | null };

/** Whether something with these dates is in force on that day. */
export function isInForceOn(of: Interval, on: Day): boolean {
  return of.startsOn <= on && (of.endsOn === null || on < of.endsOn);
}

/** The ones in force on that day, in the order given. */
export function inForceOn<T extends Interval>(all: readonly T[], on: Day): T[] {
  return all.filter((one) => isInForceOn(one, on));
}

/** Whether the two share at least one day; an interval that ends on its first day shares none. */
export function overlaps(one: Interval, other: Interval): boolean {
  if (isEmpty(one) || isEmpty(other)) return false;
  return (one.endsOn === null || other.startsOn < one.endsOn) && (other.endsOn === null || one.startsOn < other.endsOn);
}

/** The last day in force, as the screen shows it; null while open. */
export function lastDayOf(of: Interval): Day | null {
  return of.endsOn === null ? null : addDays(of.endsOn, -1);
}

/** The `endsOn` to store for a last day as typed; null stays open. */
export function endAfter(lastDay: Day | null): Day | null {
  return lastDay === null ? null : addDays(lastDay, 1);
}

/** Whether the dates are in order: it ends after it starts, or is open. */
export function isOrdered(of: Interval): boolean {
  return of.endsOn === null || of.startsOn < of.endsOn;
}

function isEmpty(of: Interval): boolean {
  return !isOrdered(of);
}
