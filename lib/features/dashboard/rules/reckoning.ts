import { type Day, lastDayOfYear, yearOf } from "@/lib/core/day";
import type { RatingFigures } from "@/lib/features/dashboard/schema";

/** The day on which a year is counted: its last one, or today while the year runs. */
export function reckoningDay(year: number, today: Day): Day {
  const last = lastDayOfYear(year);
  return last < today ? last : today;
}

/** Every year the switch offers, newest first: from the first that was ever rated to the one that runs. */
export function offeredYears(rated: readonly number[], today: Day): number[] {
  const current = yearOf(today);
  const first = Math.min(current, ...rated);
  return Array.from({ length: current - first + 1 }, (_, place) => current - place);
}

/** The year shown: the one asked for where it is offered, else the last whose member ratings are decided, else the current one. */
export function shownYear(asked: number | null, years: readonly RatingFigures[], today: Day): number {
  const offered = offeredYears(
    years.map((one) => one.year),
    today,
  );
  if (asked !== null && offered.includes(asked)) return asked;
  return years.findLast((one) => one.members !== null && one.members.rated > 0)?.year ?? yearOf(today);
}
