import { type Day, typedForm } from "@/lib/core/day";
import type { Obstacle } from "@/lib/core/obstacle";

/** The version in force on a day: the one that started last; before the first one, the first. Null where there is none. */
export function versionOn<Version extends { readonly startsOn: Day }>(
  versions: readonly Version[],
  on: Day,
): Version | null {
  const inOrder = versions.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return inOrder.findLast((version) => version.startsOn <= on) ?? inOrder[0] ?? null;
}

/** Why there is no paper for an award day: nobody is proposed or due. */
export function emptyListObstacle(people: number, awardOn: Day): Obstacle | null {
  return people > 0 ? null : { reason: "documents.errors.nobodyListed", params: { day: typedForm(awardOn) } };
}
