import { type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { BranchKind, ReorganizationKind, ReorganizationPart } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { nameKey } from "@/lib/core/text/fold";

/** A branch of a reorganisation and what the day does to it. */
export type Place = {
  readonly branchId: string;
  readonly part: ReorganizationPart;
  readonly name: string;
  readonly kind: BranchKind;
};

/** A reorganisation: its branches, and by record where what hangs on them goes, null where it ends. */
export type Plan = {
  readonly kind: ReorganizationKind;
  readonly effectiveOn: Day;
  readonly places: readonly Place[];
  readonly settled: ReadonlyMap<string, string | null>;
};

/** A branch as it stands in the register. */
export type StandingBranch = Interval & { readonly id: string; readonly name: string; readonly kind: BranchKind };

/** The branches that things may go to: those that go on and those that are opened. */
export function successorsIn(plan: Pick<Plan, "places">): Place[] {
  return plan.places.filter((place) => place.part !== "CLOSED");
}

/** The branches whose members, offices and other things are shared out: the closed ones, and the one that is divided. */
export function sharedOutIn(plan: Pick<Plan, "kind" | "places">): Place[] {
  return plan.places.filter(
    (place) => place.part === "CLOSED" || (place.part === "CONTINUED" && plan.kind === "SPLIT"),
  );
}

/** Which branch follows which, for good: none follows itself, and one that goes on follows only what is closed. */
export function successionsIn(plan: Plan): { readonly predecessorId: string; readonly successorId: string }[] {
  return plan.places
    .filter((from) => from.part !== "OPENED")
    .flatMap((from) =>
      successorsIn(plan)
        .filter((to) => to.branchId !== from.branchId && (from.part === "CLOSED" || to.part === "OPENED"))
        .map((to) => ({ predecessorId: from.branchId, successorId: to.branchId })),
    );
}

/**
 * Why these branches cannot be reorganised so: too few or too many of them for a merger, a division or a change of name, one
 * that does not stand on that day or has been closed for later, nothing that changes, or a name that another branch has then.
 */
export function planObstacle(plan: Plan, standing: readonly StandingBranch[]): Obstacle | null {
  return shapeObstacle(plan) ?? standingObstacle(plan, standing) ?? nameObstacle(plan, standing);
}

function shapeObstacle(plan: Plan): Obstacle | null {
  const olds = new Set(plan.places.filter((place) => place.part !== "OPENED").map((place) => place.branchId)).size;
  const opened = plan.places.filter((place) => place.part === "OPENED").length;
  const successors = successorsIn(plan).length;
  if (plan.kind === "MERGE") {
    return olds >= 2 && successors === 1 ? null : { reason: "reorganizations.errors.mergeShape", field: "from" };
  }
  if (plan.kind === "SPLIT") {
    return olds === 1 && successors >= 2 ? null : { reason: "reorganizations.errors.splitShape", field: "from" };
  }
  return olds === 1 && opened === 1 && successors === 1
    ? null
    : { reason: "reorganizations.errors.renameShape", field: "from" };
}

function standingObstacle(plan: Plan, standing: readonly StandingBranch[]): Obstacle | null {
  for (const place of plan.places.filter((one) => one.part !== "OPENED")) {
    const branch = standing.find((one) => one.id === place.branchId);
    const stands = branch && branch.endsOn === null && branch.startsOn < plan.effectiveOn;
    if (!stands) {
      const params = { name: place.name, day: typedForm(plan.effectiveOn) };
      return { reason: "reorganizations.errors.branchNotStanding", params, field: "effectiveOn" };
    }
  }
  return null;
}

function nameObstacle(plan: Plan, standing: readonly StandingBranch[]): Obstacle | null {
  const opened = plan.places.filter((place) => place.part === "OPENED");
  const old = plan.places.find((place) => place.part === "CLOSED");
  const [renamed] = opened;
  if (plan.kind === "RENAME" && old && renamed && old.name === renamed.name && old.kind === renamed.kind) {
    return { reason: "reorganizations.errors.nothingChanges", field: "name-1" };
  }
  const closing = plan.places.filter((place) => place.part === "CLOSED").map((place) => place.branchId);
  const kept = standing.filter(
    (branch) =>
      !closing.includes(branch.id) && (isInForceOn(branch, plan.effectiveOn) || branch.startsOn > plan.effectiveOn),
  );
  const names = kept.map((branch) => nameKey(branch.name));
  for (const [index, place] of opened.entries()) {
    const key = nameKey(place.name);
    if (names.includes(key)) {
      const params = { name: place.name };
      return { reason: "organization.errors.branchNameTaken", params, field: `name-${index + 1}` };
    }
    names.push(key);
  }
  return null;
}
