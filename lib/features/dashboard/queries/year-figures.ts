import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canSeeFigures, visibleLists } from "@/lib/features/dashboard/policy";
import { type OpenLists, type Sentence, yearParagraph } from "@/lib/features/dashboard/rules/paragraph";
import { offeredYears, reckoningDay, shownYear } from "@/lib/features/dashboard/rules/reckoning";
import {
  type BranchFigures,
  type RatingFigures,
  ratingYears,
  type YearFigures,
  yearFigures,
} from "@/lib/features/dashboard/schema";

/** One year as the dashboard shows it to this reader. */
export type Dashboard = {
  readonly year: number;
  readonly on: Day;
  readonly isCurrent: boolean;
  readonly offered: readonly number[];
  readonly figures: YearFigures;
  /** Ratings of all years up to the current one, oldest first. */
  readonly trend: readonly RatingFigures[];
  readonly lists: OpenLists;
  readonly own: readonly BranchFigures[];
  readonly inCharge: readonly BranchFigures[];
  readonly paragraph: readonly Sentence[];
};

/**
 * The published figures of a year as of its reckoning day: 31 December, or today in the current year. Counts of one to
 * four persons are null for who does not read the register. Refuses with NOT_FOUND who may not know them.
 */
export async function getYearFigures(actor: Actor, year: number): Promise<YearFigures> {
  if (!canSeeFigures(actor)) throw notFound();
  return readAs(actor, (tx) => readFigures(tx, year, reckoningDay(year, actor.today)));
}

/** The dashboard of a year, or of the last rated one where none is named; null for who may not know the figures. */
export async function findDashboard(actor: Actor, asked: number | null): Promise<Dashboard | null> {
  if (!canSeeFigures(actor)) return null;
  const { today } = actor;
  return readAs(actor, async (tx) => {
    const current = Number(today.slice(0, 4));
    const [answer] = await tx.$queryRaw<{ years: unknown }[]>`SELECT app.rating_years(${current}::int) AS years`;
    const trend = ratingYears.parse(answer?.years);
    const year = shownYear(asked, trend, today);
    const on = reckoningDay(year, today);
    const figures = await readFigures(tx, year, on);
    const lists = visibleLists(actor);
    const own = figures.byBranch.filter((branch) => actor.ownBranchIds.includes(branch.id));
    const inCharge = figures.byBranch.filter((branch) => actor.assignedBranchIds.includes(branch.id));
    return {
      year,
      on,
      isCurrent: year === current,
      offered: offeredYears(
        trend.map((one) => one.year),
        today,
      ),
      figures,
      trend,
      lists,
      own,
      inCharge,
      paragraph: yearParagraph({ year, on, figures, lists, ownBranches: own }),
    };
  });
}

async function readFigures(tx: Tx, year: number, on: Day): Promise<YearFigures> {
  const [answer] = await tx.$queryRaw<{ figures: unknown }[]>`
    SELECT app.year_figures(${year}::int, ${on}::date) AS figures`;
  return yearFigures.parse(answer?.figures);
}
