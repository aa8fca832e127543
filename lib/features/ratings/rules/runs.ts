import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { RUN_LEVELS, type RunLevel } from "@/lib/features/ratings/schema/runs";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

/** The decided result of a year; no level where the subject was not rated. */
export type YearResult = { readonly year: number; readonly level: RatingLevel | null };

/** Years of one level in a row that ask for something: so many up to a year, of so many that it takes. */
export type Run = {
  readonly level: RunLevel;
  readonly years: number;
  readonly needed: RatingParameters["excellentYears"];
};

/** How many years in a row up to and with that one were decided at that level. A year without a result, or with none of a level, ends it. */
export function yearsRunning(results: readonly YearResult[], level: RatingLevel, year: number): number {
  const years = new Set(results.filter((one) => one.level === level).map((one) => one.year));
  let count = 0;
  while (years.has(year - count)) count += 1;
  return count;
}

/** The run that a subject has come to by the end of a year under the rules of that year's round; null where it is too short for anything. */
export function runOf(
  results: readonly YearResult[],
  year: number,
  rules: Pick<RatingParameters, "excellentYears" | "failedYears">,
): Run | null {
  for (const level of RUN_LEVELS) {
    const needed = level === "EXCELLENT" ? rules.excellentYears : rules.failedYears;
    const years = yearsRunning(results, level, year);
    if (needed.value > 0 && years >= needed.value) return { level, years, needed };
  }
  return null;
}
