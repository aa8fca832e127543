import { type Day, typedForm } from "@/lib/core/day";
import type { Interval } from "@/lib/core/day/interval";
import type { Obstacle } from "@/lib/core/obstacle";

/** A Party organisation of a commune that follows others from a day on. */
export type CommitteeSuccession = {
  readonly startsOn: Day;
  readonly predecessors: readonly string[];
  readonly decisionOn: Day;
};

/** Why the succession cannot be recorded so: nobody it follows, a decision of a day to come, or a name recorded for a later day. */
export function committeeSuccessionObstacle(
  of: CommitteeSuccession,
  names: readonly Interval[],
  today: Day,
): Obstacle | null {
  if (of.predecessors.length === 0) {
    return { reason: "organization.errors.predecessorMissing", field: "predecessors" };
  }
  if (of.decisionOn > today) return { reason: "members.errors.inFuture", field: "decisionOn" };
  const later = names.find((name) => name.startsOn > of.startsOn);
  if (!later) return null;
  return { reason: "organization.errors.laterName", params: { day: typedForm(later.startsOn) }, field: "startsOn" };
}
