import type { NotRatedReason, RatingLevel, RatingState } from "@/lib/core/db/generated/enums";
import { matchesAllWords } from "@/lib/core/text/search";
import { type LevelCounts, levelCounts } from "@/lib/features/ratings/rules";
import type { RoundFilter } from "@/lib/features/ratings/schema";

/** What of a line a filter looks at. */
export type FilteredLine = {
  readonly branchId: string;
  readonly searchText?: string;
  readonly step: RatingState | "NONE";
  readonly proposedLevel: RatingLevel | null;
  readonly level: RatingLevel | null;
  readonly notRatedReason: NotRatedReason | null;
  readonly waits: boolean;
};

/** The lines that pass every part of the filter. Levels and "rated" mean what is decided, as the published figures count it. */
export function linesWithin<T extends FilteredLine>(lines: readonly T[], filter: RoundFilter): T[] {
  return lines.filter(
    (line) =>
      (filter.branch === null || line.branchId === filter.branch) &&
      (filter.level === null || isOfLevel(line, filter.level)) &&
      (filter.state === null || isInState(line, filter.state)) &&
      (filter.q === "" || matchesAllWords(line.searchText ?? "", filter.q)),
  );
}

/** Whether the decision differs from what the branch proposed. */
export function isDifferent({ step, level, proposedLevel }: FilteredLine): boolean {
  return (step === "RECORDED" || step === "DECIDED") && level !== proposedLevel;
}

function isOfLevel({ step, level, notRatedReason }: FilteredLine, wanted: NonNullable<RoundFilter["level"]>): boolean {
  if (step !== "DECIDED") return false;
  if (wanted === "NOT_RATED") return notRatedReason !== null;
  return wanted === "GOOD_OR_BETTER" ? level === "EXCELLENT" || level === "GOOD" : level === wanted;
}

function isInState(line: FilteredLine, wanted: NonNullable<RoundFilter["state"]>): boolean {
  const { step, level, notRatedReason, waits } = line;
  switch (wanted) {
    case "rated":
      return step === "DECIDED" && level !== null;
    case "notRated":
      return step === "DECIDED" && notRatedReason !== null;
    case "none":
      return step === "NONE";
    case "proposed":
      return step === "PROPOSED";
    case "recorded":
      return step === "RECORDED" || waits;
    case "different":
      return isDifferent(line);
  }
}

/** The totals of a round over some lines; rated ones are in the levels, the not rated in none of them. */
export type RoundTally = {
  readonly total: number;
  readonly levels: LevelCounts;
  readonly rated: number;
  readonly goodOrBetter: number;
  readonly notRated: number;
  readonly none: number;
  readonly proposed: number;
  readonly recorded: number;
};

/** Counts lines as the filters do, so that each number opens a list of exactly that many. */
export function roundTally(lines: readonly FilteredLine[]): RoundTally {
  const levels = levelCounts(lines.map((line) => (line.step === "DECIDED" ? line.level : null)));
  const count = (state: NonNullable<RoundFilter["state"]>) => lines.filter((line) => isInState(line, state)).length;
  return {
    total: lines.length,
    levels,
    rated: count("rated"),
    goodOrBetter: levels.EXCELLENT + levels.GOOD,
    notRated: count("notRated"),
    none: count("none"),
    proposed: count("proposed"),
    recorded: count("recorded"),
  };
}
