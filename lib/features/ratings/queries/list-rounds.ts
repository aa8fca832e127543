import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { RatingLevel, TargetKind } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import {
  canListTargets,
  canOpenRound,
  canReadRounds,
  canSetTarget,
  visibleRatings,
} from "@/lib/features/ratings/policy";
import { type LevelCounts, levelCounts } from "@/lib/features/ratings/rules";
import { typedTarget } from "@/lib/features/ratings/rules/targets";
import { periodOf, type RatingPeriod } from "@/lib/features/ratings/schema/periods";

/** A round in the list of years and quarters. Counts are of decided members in the reader's scope. */
export type RoundLine = {
  readonly period: RatingPeriod;
  readonly reckoningOn: Day;
  readonly document: string;
  readonly levels: LevelCounts;
  readonly notRated: number;
  readonly branches: LevelCounts;
  readonly committee: RatingLevel | null;
};

/** A target of a year: tenths of a percent, or a number of events for INSPECTIONS. */
export type TargetLine = {
  readonly id: string;
  readonly year: number;
  readonly kind: TargetKind;
  readonly value: number;
  /** The value as its form shows it. */
  readonly typed: string;
  readonly document: string | null;
  readonly version: number;
};

/** The rounds of every year and quarter, newest first, with the targets. */
export type RoundList = {
  readonly reach: "REGISTER" | "BRANCHES";
  readonly rounds: readonly RoundLine[];
  readonly targets: readonly TargetLine[];
  readonly can: { readonly open: boolean; readonly setTarget: boolean };
};

/** The years and quarters that have a round, or null for who reads no rounds. */
export function listRounds(actor: Actor): Promise<RoundList | null> {
  if (!canReadRounds(actor)) return Promise.resolve(null);
  const scope = visibleRatings(actor);
  return readAs(actor, async (tx) => {
    const { committeeId } = actor;
    const inScope = scope.all
      ? {}
      : {
          OR: [
            { branchId: { in: scope.branchIds } },
            { memberId: scope.memberId ?? committeeId },
            { subject: "COMMITTEE" as const },
          ],
        };
    const rows = await tx.ratingRound.findMany({
      where: { committeeId },
      orderBy: [{ year: "desc" }, { reckoningOn: "desc" }],
      relationLoadStrategy: "join",
      select: {
        ...{ year: true, quarter: true, reckoningOn: true },
        ruleSet: { select: { document: true } },
        ratings: {
          where: { AND: [{ state: "DECIDED", supersededById: null }, inScope] },
          select: { subject: true, level: true },
        },
      },
    });
    const rounds = rows.map((row): RoundLine => {
      const of = (subject: string) => row.ratings.filter((one) => one.subject === subject).map((one) => one.level);
      return {
        period: periodOf(row),
        reckoningOn: fromDbDate(row.reckoningOn),
        document: row.ruleSet.document,
        levels: levelCounts(of("MEMBER")),
        notRated: of("MEMBER").filter((level) => level === null).length,
        branches: levelCounts(of("BRANCH")),
        committee: of("COMMITTEE")[0] ?? null,
      };
    });
    const targets = canListTargets(actor) ? await readTargets(tx, committeeId) : [];
    const can = { open: canOpenRound(actor), setTarget: canSetTarget(actor) };
    return { reach: scope.all ? "REGISTER" : "BRANCHES", rounds, targets, can };
  });
}

async function readTargets(tx: Tx, committeeId: string): Promise<TargetLine[]> {
  const rows = await tx.target.findMany({
    where: { committeeId },
    orderBy: [{ year: "desc" }, { kind: "asc" }],
    select: { id: true, year: true, kind: true, value: true, document: true, version: true },
  });
  return rows.map((row) => ({ ...row, typed: typedTarget(row.kind, row.value) }));
}

/** The committee's targets, newest year first; empty for who may not read them. */
export async function listTargets(actor: Actor): Promise<TargetLine[]> {
  if (!canListTargets(actor)) return [];
  return readAs(actor, (tx) => readTargets(tx, actor.committeeId));
}
