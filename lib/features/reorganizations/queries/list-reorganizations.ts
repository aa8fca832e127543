import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { ReorganizationKind, ReorganizationState } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import {
  canKnowReorganizations,
  canProposeReorganization,
  canReadReorganizationPlans,
} from "@/lib/features/reorganizations/policy";

/** A reorganisation in a list. */
export type ReorganizationLine = {
  readonly id: string;
  readonly kind: ReorganizationKind;
  readonly state: ReorganizationState;
  readonly effectiveOn: Day;
  readonly olds: readonly string[];
  readonly successors: readonly string[];
};

/** The reorganisations the reader may know of, and whether the reader may propose one. */
export type ReorganizationList = {
  readonly lines: readonly ReorganizationLine[];
  readonly can: { readonly propose: boolean };
};

/** The reorganisations of the register, those that wait for an answer first, then the latest; those in effect for who reads no plans. */
export function listReorganizations(actor: Actor): Promise<ReorganizationList> {
  const can = { propose: canProposeReorganization(actor) };
  if (!canKnowReorganizations(actor)) return Promise.resolve({ lines: [], can });
  return readAs(actor, async (tx) => {
    const scope = canReadReorganizationPlans(actor) ? {} : { state: "CONFIRMED" as const };
    const rows = await tx.reorganization.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, scope] },
      orderBy: [{ state: "asc" }, { effectiveOn: "desc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        kind: true,
        state: true,
        effectiveOn: true,
        branches: { orderBy: { position: "asc" }, select: { name: true, part: true } },
      },
    });
    const lines = rows.map(({ branches, effectiveOn, ...row }): ReorganizationLine => {
      const those = (part: (of: string) => boolean) => branches.filter((one) => part(one.part)).map((one) => one.name);
      return {
        ...row,
        effectiveOn: fromDbDate(effectiveOn),
        olds: those((part) => part !== "OPENED"),
        successors: those((part) => part !== "CLOSED"),
      };
    });
    return { lines, can };
  });
}
