import { addDays, addMonths, type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { Obstacle } from "@/lib/core/obstacle";
import { dayFor } from "@/lib/features/meetings/rules";
import { type UsualMeeting, usualMeetingIn } from "@/lib/features/meetings/rules/meeting-day";

/** When and where a branch meets next; time and place only where they are known. */
export type NextMeeting = {
  readonly heldOn: Day;
  readonly startTime: string | null;
  readonly place: string | null;
};

/** A meeting as far as the next one follows it. */
export type MeetingBefore = NextMeeting & { readonly monthOn: Day };

/**
 * When and where a branch that met on that day meets next, by its fixed day or else as at its last monthly meeting: in the month
 * after that one, or the first in which the day is still to come. Null where neither tells it.
 */
export function usualNext(
  heldOn: Day,
  last: MeetingBefore | null,
  fixed: readonly (UsualMeeting & Interval)[],
): NextMeeting | null {
  const thisMonth = addDays(heldOn, 1 - Number(heldOn.slice(8)));
  const after = last ? addMonths(last.monthOn, 1) : thisMonth;
  const from = after > thisMonth ? after : thisMonth;
  const plans = [from, addMonths(from, 1)].map((monthOn) => {
    const asLast = last && { heldOn: dayFor(monthOn, last), startTime: last.startTime, place: last.place };
    return usualMeetingIn(monthOn, fixed) ?? asLast;
  });
  return plans.find((plan) => plan !== null && plan.heldOn > heldOn) ?? null;
}

/** The day of the next meeting as the form that closes a meeting sends it. */
export type NextParts = {
  readonly nextOn: Day | null;
  readonly nextTime: string | null;
  readonly nextPlace: string | null;
};

/** Why a meeting cannot be followed by that one: a time or place without a day, a day not after it, or on which its branch is no more. */
export function nextObstacle(
  { nextOn, nextTime, nextPlace }: NextParts,
  { heldOn, branch }: { readonly heldOn: Day; readonly branch: (Interval & { readonly name: string }) | null },
): Obstacle | null {
  const field = "nextOn";
  if (nextOn === null) {
    return nextTime === null && nextPlace === null ? null : { reason: "meetings.errors.nextWithoutDay", field };
  }
  if (nextOn <= heldOn) return { reason: "meetings.errors.nextNotAfter", params: { on: typedForm(heldOn) }, field };
  if (branch === null || isInForceOn(branch, nextOn)) return null;
  return { reason: "meetings.errors.branchNotInForce", params: { branch: branch.name, on: typedForm(nextOn) }, field };
}

/** The next meeting as it was said at the end of one; null where it was left open. */
export function nextOf({ nextOn, nextTime, nextPlace }: NextParts): NextMeeting | null {
  return nextOn === null ? null : { heldOn: nextOn, startTime: nextTime, place: nextPlace };
}

/** The month that a next meeting counts for: after a monthly one the month after that, else the month of its day. */
export function monthOfNext(meeting: { readonly kind: string; readonly monthOn: Day; readonly nextOn: Day }): Day {
  const { kind, monthOn, nextOn } = meeting;
  return kind === "MONTHLY" ? addMonths(monthOn, 1) : addDays(nextOn, 1 - Number(nextOn.slice(8)));
}

/** A meeting of one branch with the day of the next one that its minutes announce. */
export type Announcing = {
  readonly kind: string;
  readonly monthOn: Day;
  readonly heldOn: Day;
  readonly nextOn: Day | null;
};

/**
 * The next meeting of one branch, as the latest of its minutes that tell one announce it, and the month it counts for; null where
 * none does, or where the monthly meeting of that month has been opened.
 */
export function announcedNext(meetings: readonly Announcing[]): { heldOn: Day; monthOn: Day } | null {
  const told = meetings.flatMap(({ nextOn, ...one }) => (nextOn === null ? [] : [{ ...one, nextOn }]));
  const latest = told.toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1)).at(-1);
  if (!latest) return null;
  const monthOn = monthOfNext(latest);
  const isOpened = meetings.some((one) => one.kind === "MONTHLY" && one.monthOn === monthOn);
  return isOpened ? null : { heldOn: latest.nextOn, monthOn };
}
