import { type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { CatchUpWay } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";

/** How somebody who was absent caught up, and what is known of it. */
export type CatchUpFacts = {
  readonly way: CatchUpWay;
  readonly toldBy: string | null;
  readonly caughtUpOn: Day;
  /** The day on which the branch passed the paper on. */
  readonly passedOn: Day;
  readonly wasAbsent: "ABSENT" | "PRESENT";
  /** Whether the branch met on that day and the person was there. */
  readonly isAtMeeting: boolean;
};

/** Why somebody cannot have caught up so: was there, on a day before or to come, told by nobody, or at no meeting of that day. */
export function catchUpObstacle(facts: CatchUpFacts, today: Day): Obstacle | null {
  const { way, toldBy, caughtUpOn, passedOn } = facts;
  if (facts.wasAbsent === "PRESENT") return { reason: "partyDocuments.errors.wasThere" };
  if (caughtUpOn > today) return { reason: "partyDocuments.errors.inFuture", field: "caughtUpOn" };
  if (caughtUpOn < passedOn) {
    const params = { on: typedForm(passedOn) };
    return { reason: "partyDocuments.errors.caughtUpBefore", params, field: "caughtUpOn" };
  }
  if (way === "TOLD" && toldBy === null) return { reason: "partyDocuments.errors.toldByWhom", field: "toldBy" };
  if (way !== "LATER_MEETING" || facts.isAtMeeting) return null;
  return { reason: "partyDocuments.errors.notAtMeeting", params: { on: typedForm(caughtUpOn) }, field: "caughtUpOn" };
}

/** Why a village was not told so: on a day before the paper or to come, or of a branch that did not serve the village then. */
export function tellingObstacle(
  { heldOn, issuedOn, served }: { heldOn: Day; issuedOn: Day; served: readonly Interval[] },
  today: Day,
): Obstacle | null {
  if (heldOn > today) return { reason: "partyDocuments.errors.inFuture", field: "heldOn" };
  if (heldOn < issuedOn) {
    return { reason: "partyDocuments.errors.toldBefore", params: { on: typedForm(issuedOn) }, field: "heldOn" };
  }
  if (served.some((one) => isInForceOn(one, heldOn))) return null;
  return { reason: "partyDocuments.errors.otherVillage", params: { on: typedForm(heldOn) }, field: "villageId" };
}
