import type { NotRatedReason, RatingLevel, RatingState } from "@/lib/core/db/generated/enums";
import { matchesAllWords } from "@/lib/core/text/search";
import { type LevelCounts, levelCounts } from "@/lib/features/ratings/rules";
import { type BranchStanding, isDone, type Standing } from "@/lib/features/ratings/rules/round-steps";
import type { RoundFilter } from "@/lib/features/ratings/schema";

/** What of a line a filter looks at. `standing` and `progress` are there for lines that the reader follows to the decision. */
export type FilteredLine = {
  readonly branchId: string;
  readonly searchText?: string;
  readonly step: RatingState | "NONE";
  readonly proposedLevel: RatingLevel | null;
  readonly level: RatingLevel | null;
  readonly notRatedReason: NotRatedReason | null;
  readonly waits: boolean;
  /** Why the rules leave it out. */
  readonly ruledOut?: NotRatedReason | null;
  readonly standing?: Standing | null;
  readonly progress?: BranchStanding | null;
};

/** The lines that pass every part of the filter. Levels and "rated" mean what is decided, as the published figures count it. */
export function linesWithin<T extends FilteredLine>(lines: readonly T[], filter: RoundFilter): T[] {
  return lines.filter(
    (line) =>
      (filter.branch === null || line.branchId === filter.branch) &&
      (filter.level === null || isOfLevel(line, filter.level)) &&
      (filter.state === null || isInState(line, filter.state)) &&
      (filter.reason === null || leftOut(line) === filter.reason) &&
      (filter.q === "" || matchesAllWords(line.searchText ?? "", filter.q)),
  );
}

/** Why the line is not rated: as it was entered, or as the rules have it while nothing is; null where it is rated or to be rated. */
export function leftOut({ step, notRatedReason, ruledOut = null }: FilteredLine): NotRatedReason | null {
  return notRatedReason ?? (step === "NONE" ? ruledOut : null);
}

/** How many are left out for each reason; those for which nobody is are not there. */
export function leftOutCounts(lines: readonly FilteredLine[]): Partial<Record<NotRatedReason, number>> {
  const counts: Partial<Record<NotRatedReason, number>> = {};
  for (const line of lines) {
    const reason = leftOut(line);
    if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
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
    case "toPropose":
      return line.standing === "OWED";
    case "entered":
      return line.standing === "ENTERED" || line.standing === "DECIDED";
    case "decided":
      return line.standing === "DECIDED";
    case "undecided":
      return line.standing === "OWED" || line.standing === "ENTERED";
    case "voted":
    case "sent":
    case "finished":
      return line.progress ? isDone(line.progress, wanted) : false;
    case "notVoted":
      return line.progress ? !isDone(line.progress, "voted") : false;
    case "unsent":
      return line.progress ? !isDone(line.progress, "sent") : false;
    case "unfinished":
      return line.progress ? !isDone(line.progress, "finished") : false;
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
