import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import { periodOf } from "@/lib/core/period";
import { type BadgeParameters, badgeParameters } from "@/lib/features/rule-sets/schema";

/** A version of the rules on badges, as the register holds it. */
export type BadgeRules = Interval & {
  readonly id: string;
  readonly document: string;
  readonly parameters: BadgeParameters;
};

/** Every version of the rules on badges the register holds, oldest first. Throws where stored parameters are of another shape. */
export async function listBadgeRules(tx: Tx, actor: Actor): Promise<BadgeRules[]> {
  const rows = await tx.ruleSet.findMany({
    where: { committeeId: actor.committeeId, kind: "BADGE" },
    orderBy: { startsOn: "asc" },
    select: { id: true, document: true, startsOn: true, endsOn: true, parameters: true },
  });
  return rows.map(({ id, document, parameters, ...period }) => ({
    id,
    document,
    parameters: badgeParameters.parse(parameters),
    ...periodOf(period),
  }));
}

/** The version in force on a day; null where the register holds none. */
export function findRulesOn(rules: readonly BadgeRules[], on: Day): BadgeRules | null {
  return rules.find((one) => isInForceOn(one, on)) ?? null;
}
