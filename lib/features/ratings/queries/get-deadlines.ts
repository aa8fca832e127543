import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, lastDayOfYear } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canConfirmDeadlines, canOpenRound, canSetDeadlines } from "@/lib/features/ratings/policy";
import { countProposals, dayColumns, getDeadlinesIn } from "@/lib/features/ratings/queries/deadlines";
import { getRoundHead, type RoundHead } from "@/lib/features/ratings/queries/find-round";
import {
  confirmDeadlinesObstacle,
  type DeadlineChange,
  deadlineChanges,
  yearDayIn,
} from "@/lib/features/ratings/rules/deadlines";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import { findRuleSetOn, getRatingParameters } from "@/lib/features/rule-sets/queries/rule-sets";
import type { Certainty, RatingParameters } from "@/lib/features/rule-sets/schema";

/** A setting of the deadlines: who, when, what was otherwise, and why; and who confirmed it, where anybody has. */
export type DeadlineSetting = {
  readonly version: number;
  readonly setBy: string;
  readonly setAt: Date;
  readonly reason: string | null;
  readonly changes: readonly DeadlineChange[];
  readonly confirmed: { readonly by: string; readonly at: Date } | null;
};

/** The day that the rules name for the committee's decision, with how sure it is. */
export type UsualDecision = { readonly on: Day; readonly certainty: Certainty; readonly document: string };

/** The deadlines of a round with every setting, the last one first; `version` is null while there is none. */
export type DeadlinesView = {
  readonly round: RoundHead;
  readonly version: number | null;
  readonly settings: readonly DeadlineSetting[];
  readonly usual: UsualDecision | null;
  readonly isReasonNeeded: boolean;
  readonly can: { readonly set: boolean; readonly confirm: boolean };
};

/** The deadlines of a round. Refuses with NOT_FOUND a period without one, and who reads no rounds. */
export function getDeadlines(actor: Actor, period: RatingPeriod): Promise<DeadlinesView> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const rows = await tx.ratingDeadlines.findMany({
      where: { committeeId: actor.committeeId, roundId: round.id },
      orderBy: { version: "asc" },
      select: {
        ...{ version: true, setById: true, setBy: true, setAt: true, reason: true },
        ...{ confirmedBy: true, confirmedAt: true },
        ...dayColumns,
      },
    });
    const settings = rows.map(({ version, setBy, setAt, reason, confirmedBy, confirmedAt, ...days }, place) => {
      const before = place === 0 ? NO_DEADLINES : getDeadlinesIn(rows[place - 1]);
      const changes = deadlineChanges(before, getDeadlinesIn(days));
      const confirmed = confirmedAt && { by: confirmedBy ?? "", at: confirmedAt };
      return { version, setBy, setAt, reason, changes, confirmed };
    });
    const last = rows.at(-1);
    const maySet = canSetDeadlines(actor) && round.closedOn === null;
    return {
      round,
      version: last?.version ?? null,
      settings: settings.toReversed(),
      usual: round.quarter === null ? getUsualDecision(round.year, round) : null,
      isReasonNeeded: maySet && (await countProposals(tx, actor, round.id)) > 0,
      can: {
        set: maySet,
        confirm:
          canConfirmDeadlines(actor) &&
          last !== undefined &&
          confirmDeadlinesObstacle({ ...last, closedOn: round.closedOn }, actor.accountId) === null,
      },
    };
  });
}

/** The day by which the rules in force at the end of the year have grassroots committees decide; null for who opens no rounds, and where no rule names one. */
export function findUsualDecision(actor: Actor, year: number): Promise<UsualDecision | null> {
  if (!canOpenRound(actor)) return Promise.resolve(null);
  return readAs(actor, async (tx) => {
    const found = await findRuleSetOn(tx, actor.committeeId, "RATING", lastDayOfYear(year));
    if (!found) return null;
    return getUsualDecision(year, { document: found.document, parameters: getRatingParameters(found.parameters) });
  });
}

/** That day under the given rules; null where they name none. */
export function getUsualDecision(
  year: number,
  { document, parameters }: { readonly document: string; readonly parameters: RatingParameters },
): UsualDecision | null {
  const { value, certainty } = parameters.decisionDay;
  const on = yearDayIn(year, value);
  return on && { on, certainty, document };
}
