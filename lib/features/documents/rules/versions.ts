import { type Day, typedForm } from "@/lib/core/day";
import type { Obstacle } from "@/lib/core/obstacle";

/** The shipped version in force on a day: the one that started last; before the first one, the first. Null where there is none. */
export function versionOn<Version extends { readonly startsOn: Day }>(
  versions: readonly Version[],
  on: Day,
): Version | null {
  const inOrder = versions.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return inOrder.findLast((version) => version.startsOn <= on) ?? inOrder[0] ?? null;
}

/** The committee's own version in force on a day: of those that have started, the one that was accepted last. Null before any. */
export function ownVersionOn<Version extends { readonly startsOn: Day; readonly version: number }>(
  versions: readonly Version[],
  on: Day,
): Version | null {
  const started = versions.filter(({ startsOn }) => startsOn <= on);
  return started.toSorted((one, other) => other.version - one.version)[0] ?? null;
}

/** Why a template cannot be in force from that day: the documents of days past have been made. */
export function startObstacle(startsOn: Day, today: Day): Obstacle | null {
  if (startsOn >= today) return null;
  return { reason: "documents.errors.startsInPast", params: { today: typedForm(today) }, field: "startsOn" };
}

/** Why there is nothing to go back from: the shipped template is in force, and nothing else is to come. */
export function restoreObstacle(latest: { readonly isOwn: boolean } | null): Obstacle | null {
  return latest?.isOwn ? null : { reason: "documents.errors.builtInAlready" };
}

/** Why there is no paper for an award day: nobody is proposed or due. */
export function emptyListObstacle(people: number, awardOn: Day): Obstacle | null {
  return people > 0 ? null : { reason: "documents.errors.nobodyListed", params: { day: typedForm(awardOn) } };
}
