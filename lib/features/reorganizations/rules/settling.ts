import type { Day } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/day/interval";
import type { SettledKind } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type Plan, sharedOutIn, successorsIn } from "@/lib/features/reorganizations/rules/plan";

/**
 * Something that hangs on a branch over a time: a member's or guest's stay, an office, an assignment, a village, an open
 * dossier. `role` is what it is as; `name` the person or the village.
 */
export type Hanging = Interval & {
  readonly id: string;
  readonly kind: SettledKind;
  readonly role: string | null;
  readonly branchId: string;
  readonly memberId: string | null;
  readonly villageId: string | null;
  readonly name: string;
};

/** Where a thing goes: to a branch, nowhere (null: it ends), or not said yet (undefined). */
export type Settled<T extends Hanging = Hanging> = { readonly thing: T; readonly to: string | null | undefined };

/**
 * Where everything goes that hangs on the branches of a plan. What the plan does not say goes to the successor where there is
 * only one. A dossier goes with its person, a guest does not become one at home, a village is linked to a branch once, and what
 * stays where it is, stays.
 */
export function settle<T extends Hanging>(things: readonly T[], plan: Plan): Settled<T>[] {
  const shared = sharedOutIn(plan).map((place) => place.branchId);
  const successors = successorsIn(plan);
  const only = successors.length === 1 ? successors[0]?.branchId : undefined;
  const told = (thing: Hanging) => {
    if (!shared.includes(thing.branchId)) return thing.branchId;
    const given = plan.settled.get(thing.id);
    return given === undefined ? only : given;
  };
  const homes = things.filter(isOfficialStay).map((stay) => ({ memberId: stay.memberId, to: told(stay) }));
  return things.map((thing, place) => {
    const to = told(thing);
    const isHome = ({ memberId }: { memberId: string | null }) => memberId !== null && memberId === thing.memberId;
    if (thing.kind === "DOSSIER") return { thing, to: homes.findLast(isHome)?.to ?? to };
    const isGuest = thing.kind === "STAY" && !isOfficialStay(thing);
    const isGuestAtHome = isGuest && homes.some((home) => isHome(home) && home.to === to);
    const isLinked = things.some(
      (other, at) =>
        other !== thing &&
        thing.villageId !== null &&
        other.villageId === thing.villageId &&
        told(other) === to &&
        (other.branchId === to || at < place),
    );
    const ends = isGuestAtHome || (isLinked && to !== thing.branchId);
    return { thing, to: to !== undefined && ends ? null : to };
  });
}

/** The settled things that leave their branch: for a successor, or for good. */
export function leavingIn<T extends Hanging>(settled: readonly Settled<T>[]): Settled<T>[] {
  return settled.filter(({ thing, to }) => to !== thing.branchId);
}

/**
 * Why things cannot be settled so, with the names: a member, an office or something else is left without a place, is to
 * end before it begins, an office would go to a branch without its holder, or a branch would have two
 * secretaries, two persons chiefly in charge, or the same person twice.
 */
export function settlingObstacle(settled: readonly Settled[], plan: Pick<Plan, "effectiveOn">): Obstacle | null {
  const forgotten = settled.filter(({ thing, to }) => to === undefined || (to === null && mustStay(thing)));
  if (forgotten.length > 0) return named("reorganizations.errors.notSettled", forgotten);
  const later = leavingIn(settled).filter(({ thing, to }) => to === null && thing.startsOn >= plan.effectiveOn);
  if (later.length > 0) return named("reorganizations.errors.laterRecords", later);
  return officeObstacle(settled) ?? doubleObstacle(settled, plan.effectiveOn);
}

/** A pending transfer, an undecided rating or a decided dossier: what has to be finished first. */
export type Unfinished = { readonly kind: "TRANSFER" | "RATING" | "DOSSIER"; readonly name: string };

/** Why branches cannot be closed yet, with the names: something is under way that no other branch can finish. */
export function unfinishedObstacle(unfinished: readonly Unfinished[]): Obstacle | null {
  if (unfinished.length === 0) return null;
  const names = unfinished.map((one) => one.name).join(", ");
  return { reason: "reorganizations.errors.unfinished", params: { names, count: unfinished.length } };
}

function isOfficialStay(thing: Hanging): boolean {
  return thing.kind === "STAY" && thing.role === "OFFICIAL";
}

function mustStay(thing: Hanging): boolean {
  return isOfficialStay(thing) || thing.kind === "DOSSIER";
}

function officeObstacle(settled: readonly Settled[]): Obstacle | null {
  const stays = settled.filter(({ thing }) => isOfficialStay(thing));
  const hasHolder = ({ thing, to }: Settled) =>
    stays.some((stay) => stay.thing.memberId === thing.memberId && stay.to === to);
  const astray = settled.filter(
    (one) => one.thing.kind === "OFFICE" && one.to !== null && one.to !== one.thing.branchId && !hasHolder(one),
  );
  return astray.length > 0 ? named("reorganizations.errors.officeWithoutHolder", astray) : null;
}

function doubleObstacle(settled: readonly Settled[], effectiveOn: Day): Obstacle | null {
  const onwards = ({ thing: { startsOn, endsOn } }: Settled) => {
    return { startsOn: startsOn > effectiveOn ? startsOn : effectiveOn, endsOn };
  };
  const clash = (one: Settled, other: Settled) =>
    one !== other &&
    one.to !== null &&
    one.to === other.to &&
    one.thing.kind === other.thing.kind &&
    overlaps(onwards(one), onwards(other));
  const those = (fits: (one: Hanging, other: Hanging) => boolean) =>
    settled.filter((one) => settled.some((other) => clash(one, other) && fits(one.thing, other.thing)));
  const both = (role: string) => (one: Hanging, other: Hanging) => one.role === role && other.role === role;

  const secretaries = those(both("SECRETARY"));
  if (secretaries.length > 0) return named("reorganizations.errors.twoSecretaries", secretaries);
  const mains = those(both("MAIN"));
  if (mains.length > 0) return named("reorganizations.errors.twoInCharge", mains);
  const twice = those(
    (one, other) => one.kind !== "VILLAGE" && one.kind !== "DOSSIER" && one.memberId === other.memberId,
  );
  const same = twice.filter(({ thing }) => thing.kind === "OFFICE" || thing.kind === "ASSIGNMENT");
  return same.length > 0 ? named("reorganizations.errors.samePersonTwice", same) : null;
}

function named(reason: string, settled: readonly Settled[]): Obstacle {
  const names = [...new Set(settled.map(({ thing }) => thing.name))].join(", ");
  return { reason, params: { names, count: settled.length } };
}
