import { type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { Obstacle } from "@/lib/core/obstacle";
import { withinBranch } from "@/lib/features/organization/rules/branch-terms";
import type { RegulationStanding, VersionStanding } from "@/lib/features/working-regulations/schema";

/** A version by its days. */
export type VersionDays = { readonly adoptedOn: Day; readonly startsOn: Day; readonly isAnnulled: boolean };

/** What a new version is judged by: its branch, the days on which versions begin that stand, and the day of the meeting named. */
export type RegulationFacts = {
  readonly branch: Interval;
  readonly begun: readonly Day[];
  readonly meetingHeldOn: Day | null;
};

/**
 * Why a version cannot be entered so: it was adopted on a day to come, is in force before that, for a branch that is not there, or
 * from a day on which another begins; the meeting was on another day; or it follows a version and does not say what has changed.
 */
export function regulationObstacle(
  input: { readonly adoptedOn: Day; readonly startsOn: Day; readonly changes: string | null },
  { branch, begun, meetingHeldOn }: RegulationFacts,
  today: Day,
): Obstacle | null {
  const { adoptedOn, startsOn, changes } = input;
  if (adoptedOn > today) return { reason: "workingRegulations.errors.inFuture", field: "adoptedOn" };
  if (meetingHeldOn !== null && meetingHeldOn !== adoptedOn) {
    const params = { on: typedForm(meetingHeldOn) };
    return { reason: "workingRegulations.errors.otherMeetingDay", params, field: "meetingId" };
  }
  if (startsOn < adoptedOn) {
    const params = { on: typedForm(adoptedOn) };
    return { reason: "workingRegulations.errors.beforeAdoption", params, field: "startsOn" };
  }
  if (!isInForceOn(branch, startsOn)) return { reason: "organization.errors.branchNotInForce", field: "startsOn" };
  if (begun.includes(startsOn)) {
    return { reason: "workingRegulations.errors.dayTaken", params: { on: typedForm(startsOn) }, field: "startsOn" };
  }
  const isFirst = begun.every((day) => day > startsOn);
  return changes === null && !isFirst ? { reason: "workingRegulations.errors.noChanges", field: "changes" } : null;
}

/** The versions that stand with the time each is in force, the earliest first: until the next one begins, or the branch ends. */
export function withTimes<Version extends VersionDays>(
  all: readonly Version[],
  branch: Interval,
): (Version & Interval)[] {
  const standing = all
    .filter(({ isAnnulled }) => !isAnnulled)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return standing.map((one, place) => withinBranch({ ...one, endsOn: standing[place + 1]?.startsOn ?? null }, branch));
}

/** The version in force on a day; null where there is none. */
export function versionOn<Version extends VersionDays>(
  all: readonly Version[],
  branch: Interval,
  on: Day,
): (Version & Interval) | null {
  return withTimes(all, branch).find((one) => isInForceOn(one, on)) ?? null;
}

/** How a version that has these times stands on a day; one without times is annulled. */
export function versionStanding(times: Interval | null, on: Day): VersionStanding {
  if (times === null) return "ANNULLED";
  if (isInForceOn(times, on)) return "IN_FORCE";
  return times.startsOn > on ? "COMING" : "REPLACED";
}

/** How a branch stands on a day. Adopted before the first day of its term, the regulations are an older committee's. */
export function regulationStanding(
  all: readonly VersionDays[],
  { branch, termStartsOn }: { readonly branch: Interval; readonly termStartsOn: Day | null },
  on: Day,
): RegulationStanding {
  const found = versionOn(all, branch, on);
  if (found) return termStartsOn !== null && found.adoptedOn < termStartsOn ? "OLDER_TERM" : "CURRENT";
  return all.some(({ isAnnulled, startsOn }) => !isAnnulled && startsOn > on) ? "COMING" : "NONE";
}
