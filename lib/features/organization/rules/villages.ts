import { type Day, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn, overlaps } from "@/lib/core/day/interval";
import type { Obstacle } from "@/lib/core/obstacle";
import { nameKey } from "@/lib/core/text/fold";

/** A village as it stands in the register. */
export type StandingVillage = Interval & { readonly id: string; readonly name: string };

/** A village head over a time, and which new village the person goes on to head; null ends it, undefined was not said. */
export type SettledHead = Interval & {
  readonly id: string;
  readonly name: string;
  readonly to: string | null | undefined;
};

/** Villages that become others from a day on. */
export type VillagePlan = {
  readonly effectiveOn: Day;
  readonly decisionOn: Day;
  readonly from: readonly string[];
  readonly opened: readonly { readonly key: string; readonly name: string }[];
};

/**
 * Why villages cannot become others so: none of them or several into several, a decision of a day to come, one that does not
 * stand on the day or has an end already, nothing that changes, or a name that another village has then.
 */
export function villagePlanObstacle(
  plan: VillagePlan,
  villages: readonly StandingVillage[],
  today: Day,
): Obstacle | null {
  const { from, opened, effectiveOn } = plan;
  const distinct = new Set(from).size;
  if (distinct === 0 || opened.length === 0 || (distinct > 1 && opened.length > 1)) {
    return { reason: "organization.errors.villageShape", field: "from" };
  }
  if (plan.decisionOn > today) return { reason: "members.errors.inFuture", field: "decisionOn" };
  const olds = villages.filter((village) => from.includes(village.id));
  const absent = olds.find((village) => village.endsOn !== null || village.startsOn >= effectiveOn);
  if (absent) {
    const params = { name: absent.name, day: typedForm(effectiveOn) };
    return { reason: "organization.errors.villageNotStanding", params, field: "effectiveOn" };
  }
  const [only] = olds;
  if (distinct === 1 && opened.length === 1 && only?.name === opened[0]?.name) {
    return { reason: "organization.errors.villageSameName", field: "name-1" };
  }
  return villageNameObstacle(plan, villages);
}

function villageNameObstacle({ from, opened, effectiveOn }: VillagePlan, villages: readonly StandingVillage[]) {
  const others = villages.filter((village) => !from.includes(village.id));
  const kept = others.filter((village) => isInForceOn(village, effectiveOn) || village.startsOn > effectiveOn);
  const names = kept.map((village) => nameKey(village.name));
  for (const { key, name } of opened) {
    if (names.includes(nameKey(name))) {
      return { reason: "organization.errors.villageNameTaken", params: { name }, field: `name-${key}` };
    }
    names.push(nameKey(name));
  }
  return null;
}

/** Why the heads cannot go on so, with their names: one was forgotten, ends before the term begins, or two head one village. */
export function villageHeadsObstacle(heads: readonly SettledHead[], effectiveOn: Day): Obstacle | null {
  const forgotten = heads.filter((head) => head.to === undefined || (head.to === null && head.startsOn >= effectiveOn));
  if (forgotten.length > 0) return named("organization.errors.headNotSettled", forgotten);
  const onwards = ({ startsOn, endsOn }: SettledHead) => {
    return { startsOn: startsOn > effectiveOn ? startsOn : effectiveOn, endsOn };
  };
  const double = heads.filter((one) =>
    heads.some((other) => one !== other && one.to && one.to === other.to && overlaps(onwards(one), onwards(other))),
  );
  return double.length > 0 ? named("organization.errors.twoHeads", double) : null;
}

function named(reason: string, heads: readonly SettledHead[]): Obstacle {
  return { reason, params: { names: heads.map((head) => head.name).join(", ") } };
}
