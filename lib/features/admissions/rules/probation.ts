import { addMonths, type Day, daysBetween, typedForm } from "@/lib/core/day";
import type { Obstacle } from "@/lib/core/obstacle";
import { workingDaysAfter } from "@/lib/features/admissions/rules/working-days";
import type { ProbationMark } from "@/lib/features/admissions/schema";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";

/** The day the months of probation, counted from the ceremony, are over and official standing begins, however late the papers are. */
export function probationDueOn(ceremonyOn: Day, charter: CharterParameters): Day {
  return addMonths(ceremonyOn, charter.probationMonths.value);
}

/** How a probation stands. `reminder` is the mark that has been reached, in days; `considerBy` the branch's last day afterwards. */
export type ProbationClock = {
  readonly dueOn: Day;
  readonly daysLeft: number;
  readonly reminder: number | null;
  readonly considerBy: Day;
  readonly isLate: boolean;
};

/** The clock of a probation on a day. The day it is due has zero days left. */
export function probationClock(ceremonyOn: Day, on: Day, charter: CharterParameters): ProbationClock {
  const dueOn = probationDueOn(ceremonyOn, charter);
  const daysLeft = daysBetween(on, dueOn);
  const marks = charter.reminderDays.value.filter((mark) => daysLeft <= mark);
  const considerBy = workingDaysAfter(dueOn, charter.recognitionWorkingDays.value);
  return {
    dueOn,
    daysLeft,
    reminder: marks.length > 0 ? Math.min(...marks) : null,
    considerBy,
    isLate: on > considerBy,
  };
}

/** The mark that the probation stands at; null long before its end and where no clock runs. */
export function markOf(clock: ProbationClock | null): ProbationMark | null {
  if (clock === null) return null;
  return clock.daysLeft < 0 ? "OVER" : clock.reminder;
}

/** The marks that are reached, the most pressing first, each with how many have reached it. */
export function countedMarks(clocks: readonly (ProbationClock | null)[]): { mark: ProbationMark; count: number }[] {
  const counts = new Map<ProbationMark, number>();
  for (const mark of clocks.map(markOf)) if (mark !== null) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const days = (mark: ProbationMark) => (mark === "OVER" ? -1 : mark);
  return [...counts]
    .map(([mark, count]) => ({ mark, count }))
    .toSorted((one, other) => days(one.mark) - days(other.mark));
}

/** Why the branch cannot consider recognition on that day: official already, no ceremony recorded, or probation not over. */
export function recognitionObstacle(
  of: { readonly ceremonyOn: Day | null; readonly officialOn: Day | null },
  charter: CharterParameters,
  on: Day,
): Obstacle | null {
  if (of.officialOn !== null) return { reason: "members.errors.alreadyOfficial" };
  if (of.ceremonyOn === null) return { reason: "admissions.errors.noCeremony" };
  const dueOn = probationDueOn(of.ceremonyOn, charter);
  const params = { dueOn: typedForm(dueOn), months: charter.probationMonths.value };
  return on < dueOn ? { reason: "admissions.errors.probationNotOver", params, field: "heldOn" } : null;
}
