import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, yearOf } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canFillRegister, canSeeFigures, visibleLists } from "@/lib/features/dashboard/policy";
import { dashboardAddress } from "@/lib/features/dashboard/rules/addresses";
import { type BranchBlock, branchBlock } from "@/lib/features/dashboard/rules/branch-blocks";
import { type CardGroup, yearCards } from "@/lib/features/dashboard/rules/cards";
import { type FirstStep, firstSteps } from "@/lib/features/dashboard/rules/first-steps";
import { type Sentence, yearParagraph } from "@/lib/features/dashboard/rules/paragraph";
import { offeredYears, reckoningDay, shownYear } from "@/lib/features/dashboard/rules/reckoning";
import { type TrendYear, trendYears } from "@/lib/features/dashboard/rules/trend";
import { type RatingFigures, ratingYears, type YearFigures, yearFigures } from "@/lib/features/dashboard/schema";

/** One year as the dashboard shows it to this reader, every number with the list behind it. */
export type Dashboard = {
  readonly year: number;
  readonly on: Day;
  readonly bodyName: string | null;
  readonly isEmpty: boolean;
  /** What a new register still needs, for who may enter it. */
  readonly firstSteps: readonly FirstStep[];
  /** The years of the switch, newest first. */
  readonly offered: readonly { readonly year: number; readonly href: string }[];
  readonly paragraph: readonly Sentence[];
  readonly groups: readonly CardGroup[];
  /** The reader's own branches, those in the reader's charge, and all that the reader may compare. */
  readonly own: readonly BranchBlock[];
  readonly inCharge: readonly BranchBlock[];
  readonly branches: readonly BranchBlock[];
  readonly trend: readonly TrendYear[];
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
    const { years, figures: askedFigures } = await readYears(tx, asked, today);
    const year = shownYear(asked, years, today);
    const on = reckoningDay(year, today);
    const figures = (year === asked ? askedFigures : null) ?? (await readFigures(tx, year, on));
    const lists = visibleLists(actor);
    const own = figures.byBranch.filter((branch) => actor.ownBranchIds.includes(branch.id));
    const facts = { year, on, figures, lists, ownBranches: own };
    const blocks = figures.byBranch.map((branch) => {
      const isOwn = actor.ownBranchIds.includes(branch.id);
      return branchBlock(branch, { year, on, opensMembers: lists.members || isOwn || on === today });
    });
    const blocksOf = (ids: readonly string[]) => blocks.filter((block) => ids.includes(block.id));
    return {
      year,
      on,
      bodyName: figures.body?.name ?? null,
      isEmpty: figures.assignments.branches === 0,
      firstSteps: firstSteps(figures, { mayFill: canFillRegister(actor) }),
      offered: offeredYears(
        years.map((one) => one.year),
        today,
      ).map((one) => ({ year: one, href: dashboardAddress(one) })),
      paragraph: yearParagraph(facts),
      groups: yearCards(facts),
      own: blocksOf(actor.ownBranchIds),
      inCharge: blocksOf(actor.assignedBranchIds),
      branches: blocks,
      trend: trendYears(years, lists),
    };
  });
}

/** The ratings of every year, and the figures of the one that is asked for in the same statement. */
async function readYears(
  tx: Tx,
  asked: number | null,
  today: Day,
): Promise<{ years: RatingFigures[]; figures: YearFigures | null }> {
  const on = asked === null ? null : reckoningDay(asked, today);
  const [answer] = await tx.$queryRaw<{ years: unknown; figures: unknown }[]>`
    SELECT app.rating_years(${yearOf(today)}::int) AS years,
      CASE WHEN ${asked}::int IS NOT NULL THEN app.year_figures(${asked}::int, ${on}::date) END AS figures`;
  return {
    years: ratingYears.parse(answer?.years),
    figures: asked === null ? null : yearFigures.parse(answer?.figures),
  };
}

async function readFigures(tx: Tx, year: number, on: Day): Promise<YearFigures> {
  const [answer] = await tx.$queryRaw<{ figures: unknown }[]>`
    SELECT app.year_figures(${year}::int, ${on}::date) AS figures`;
  return yearFigures.parse(answer?.figures);
}
