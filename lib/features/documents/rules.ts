import type { Day } from "@/lib/core/day";

/** The version in force on a day: the one that started last; before the first one, the first. Null where there is none. */
export function versionOn<Version extends { readonly startsOn: Day }>(
  versions: readonly Version[],
  on: Day,
): Version | null {
  const inOrder = versions.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  return inOrder.findLast((version) => version.startsOn <= on) ?? inOrder[0] ?? null;
}
