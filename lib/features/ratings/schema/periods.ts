/** What a round is about, as addresses name it: a year, `2025`, or one of its first three quarters, `2026-q1`. */
export type RatingPeriod = `${number}` | `${number}-q${number}`;

const WRITTEN = /^(\d{4})(?:-q([1-3]))?$/u;

/** The period in an address; year 0, which has no round, where it names none. */
export function ratingPeriod(typed: string): RatingPeriod {
  const [, year, quarter] = WRITTEN.exec(typed) ?? [];
  if (year === undefined) return "0";
  return periodOf({ year: Number(year), quarter: quarter === undefined ? null : Number(quarter) });
}

/** How addresses name a round. */
export function periodOf({ year, quarter }: { readonly year: number; readonly quarter: number | null }): RatingPeriod {
  return quarter === null ? `${year}` : `${year}-q${quarter}`;
}

/** The year of a period, and the quarter of it; null of a whole year. */
export function partsOfPeriod(period: RatingPeriod): { readonly year: number; readonly quarter: number | null } {
  const [, year, quarter] = WRITTEN.exec(period) ?? [];
  return { year: Number(year ?? 0), quarter: quarter === undefined ? null : Number(quarter) };
}
