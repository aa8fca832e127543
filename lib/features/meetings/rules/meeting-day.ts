import { addDays, addMonths, type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { Obstacle } from "@/lib/core/obstacle";

/** A part of the year by its first and last day, each as `05-15`; it may reach over the new year. */
export type Season = { readonly from: string; readonly to: string };

/** When and where a branch usually meets. `monthDay` is null where it is the last of the month. */
export type UsualMeeting = {
  readonly monthDay: number | null;
  readonly startTime: string;
  readonly place: string;
  /** A part of the year with another time. */
  readonly season: (Season & { readonly time: string }) | null;
};

/** The day of that month, which is told by its first one. */
export function fixedDayIn(monthOn: Day, { monthDay }: Pick<UsualMeeting, "monthDay">): Day {
  return monthDay === null ? addDays(addMonths(monthOn, 1), -1) : addDays(monthOn, monthDay - 1);
}

/** Whether the day is in the season, its first and last day among it. */
export function isInSeason({ from, to }: Season, on: Day): boolean {
  const date = on.slice(5);
  return from <= to ? from <= date && date <= to : date >= from || date <= to;
}

/** From what time a meeting on that day usually is. */
export function timeOn({ season, startTime }: Pick<UsualMeeting, "season" | "startTime">, on: Day): string {
  return season && isInSeason(season, on) ? season.time : startTime;
}

/** When and where a meeting is. */
export type MeetingPlan = { readonly heldOn: Day; readonly startTime: string; readonly place: string };

/**
 * When and where the branch usually meets in that month; null before the first rule of it, and once a rule has ended without another.
 * Where it changed within the month, the later rule counts, unless only the earlier one was in force on its own day.
 */
export function usualMeetingIn(monthOn: Day, all: readonly (UsualMeeting & Interval)[]): MeetingPlan | null {
  const begun = all.filter(({ startsOn }) => startsOn < addMonths(monthOn, 1)).toSorted(byStart);
  const monthEnd = addDays(addMonths(monthOn, 1), -1);
  const rule =
    begun.findLast((one) => isInForceOn(one, fixedDayIn(monthOn, one))) ??
    begun.findLast((one) => isInForceOn(one, monthEnd));
  if (!rule) return null;
  const heldOn = fixedDayIn(monthOn, rule);
  return { heldOn, startTime: timeOn(rule, heldOn), place: rule.place };
}

function byStart(one: Interval, other: Interval): number {
  return one.startsOn < other.startsOn ? -1 : 1;
}

/** The three parts of a season as a form sends them. */
export type SeasonParts = {
  readonly seasonFrom: string | null;
  readonly seasonTo: string | null;
  readonly seasonTime: string | null;
};

/**
 * Why a branch cannot meet like this from that day on: it is not there then, a season of which a part is missing, or a later rule
 * that has begun already.
 */
export function meetingDayObstacle(
  input: SeasonParts & { readonly startsOn: Day },
  { branch, latest }: { readonly branch: Interval; readonly latest: { readonly startsOn: Day } | null },
): Obstacle | null {
  const { startsOn } = input;
  if (!isInForceOn(branch, startsOn)) return { reason: "organization.errors.branchNotInForce", field: "startsOn" };
  const parts = (["seasonFrom", "seasonTo", "seasonTime"] as const).filter((part) => input[part] === null);
  const [missing] = parts;
  if (missing && parts.length < 3) return { reason: "meetings.errors.seasonPartly", field: missing };
  if (latest === null || latest.startsOn <= startsOn) return null;
  return {
    reason: "meetings.errors.laterMeetingDay",
    params: { since: typedForm(latest.startsOn) },
    field: "startsOn",
  };
}

/** Why the fixed meeting day cannot end with that day: there is none, it has ended already, or it begins only after that. */
export function meetingDayEndObstacle(lastDay: Day, latest: Interval | null): Obstacle | null {
  if (latest === null) return { reason: "meetings.errors.noMeetingDay" };
  if (latest.endsOn !== null) return { reason: "meetings.errors.meetingDayEnded" };
  if (lastDay >= latest.startsOn) return null;
  return {
    reason: "meetings.errors.endsBeforeMeetingDay",
    params: { since: typedForm(latest.startsOn) },
    field: "lastDay",
  };
}

/** The season as it is kept: all its parts, or none. */
export function seasonOf({ seasonFrom, seasonTo, seasonTime }: SeasonParts): UsualMeeting["season"] {
  if (seasonFrom === null || seasonTo === null || seasonTime === null) return null;
  return { from: seasonFrom, to: seasonTo, time: seasonTime };
}
