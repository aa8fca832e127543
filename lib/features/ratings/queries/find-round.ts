import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { NotRatedReason, TargetKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import {
  canCloseRound,
  canConfirmDecision,
  canListRoundPapers,
  canProposeRating,
  canReadRounds,
  canRecordDecision,
  canSetDeadlines,
  visibleRatings,
} from "@/lib/features/ratings/policy";
import { getDeadlinesIn, lastDeadlines } from "@/lib/features/ratings/queries/deadlines";
import { findLeading } from "@/lib/features/ratings/queries/find-leading";
import {
  type BranchLine,
  type CommitteePaper,
  findCommitteeLine,
  listBranchLines,
  listMemberLines,
  type MemberLine,
  type RatingCells,
} from "@/lib/features/ratings/queries/round-rows";
import { committeeNotRatedReason, type ExcellentCap, excellentCap } from "@/lib/features/ratings/rules";
import { type CountedRating, countsOnceRecorded } from "@/lib/features/ratings/rules/round-counts";
import { leftOutCounts, linesWithin, type RoundTally, roundTally } from "@/lib/features/ratings/rules/round-lines";
import { branchStandings, roundSteps, type StepView } from "@/lib/features/ratings/rules/round-steps";
import { shortOfTarget } from "@/lib/features/ratings/rules/targets";
import type { RoundFilter } from "@/lib/features/ratings/schema";
import { partsOfPeriod, type RatingPeriod } from "@/lib/features/ratings/schema/periods";
import type { Deadlines } from "@/lib/features/ratings/schema/rounds";
import { getRatingParameters } from "@/lib/features/rule-sets/queries/rule-sets";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

/** The round and the rules it is run under. */
export type RoundHead = {
  readonly id: string;
  readonly version: number;
  readonly period: RatingPeriod;
  readonly year: number;
  /** 1 to 3 where the round is about a quarter alone. */
  readonly quarter: number | null;
  readonly reckoningOn: Day;
  readonly closedOn: Day | null;
  readonly document: string;
  readonly parameters: RatingParameters;
  /** Who is rated where leaders alone are; null where everybody is. */
  readonly leading: ReadonlySet<string> | null;
  readonly deadlines: Deadlines;
  /** Whether the deadlines that were set wait for a leader. */
  readonly deadlinesWait: boolean;
};

/** The cap as it stands: what is recorded or decided, and how many more are proposed excellent. */
export type CapView = ExcellentCap & { readonly proposed: number; readonly rule: RatingParameters["branchCap"] };

/** A target in tenths of a percent, and how many more have to be good or better until it is reached. */
export type TargetView = { readonly tenths: number; readonly short: number };

/** A round as its page shows it. Caps are null for who does not read the whole register. */
export type RoundView = {
  readonly round: RoundHead;
  readonly reach: "REGISTER" | "BRANCHES";
  readonly members: readonly MemberLine[];
  readonly branches: readonly BranchLine[];
  readonly shown: { readonly members: readonly MemberLine[]; readonly branches: readonly BranchLine[] };
  readonly steps: readonly StepView[];
  readonly committee: (RatingCells & CommitteePaper) | null;
  /** How many are not rated for each reason, entered or by the rules. */
  readonly leftOut: Readonly<Record<"members" | "branches", Partial<Record<NotRatedReason, number>>>>;
  readonly tally: { readonly members: RoundTally; readonly branches: RoundTally };
  readonly caps: { readonly members: CapView; readonly branches: CapView } | null;
  readonly targets: Readonly<Record<"members" | "branches", TargetView | null>>;
  readonly can: {
    readonly proposeIn: readonly string[];
    readonly record: boolean;
    readonly recordCommittee: boolean;
    readonly confirm: boolean;
    readonly setDeadlines: boolean;
    readonly close: boolean;
    readonly takePapers: boolean;
  };
};

/** The round of a year or a quarter in the caller's transaction. Refuses with NOT_FOUND. */
export async function getRoundHead(tx: Tx, actor: Actor, period: RatingPeriod): Promise<RoundHead> {
  if (!canReadRounds(actor)) throw notFound();
  const { year, quarter } = partsOfPeriod(period);
  const row = await tx.ratingRound.findFirst({
    where: { committeeId: actor.committeeId, year, quarter },
    relationLoadStrategy: "join",
    select: {
      id: true,
      version: true,
      reckoningOn: true,
      closedOn: true,
      ruleSet: { select: { document: true, parameters: true } },
      deadlines: lastDeadlines,
    },
  });
  if (!row) throw notFound();
  const { document } = row.ruleSet;
  const parameters = getRatingParameters(row.ruleSet.parameters);
  const reckoningOn = fromDbDate(row.reckoningOn);
  return {
    id: row.id,
    version: row.version,
    ...{ period, year, quarter },
    reckoningOn,
    closedOn: fromDbDate(row.closedOn),
    document,
    parameters,
    leading: await findLeading(tx, { quarter, reckoningOn, parameters }),
    deadlines: getDeadlinesIn(row.deadlines[0]),
    deadlinesWait: row.deadlines[0]?.confirmedAt === null,
  };
}

/** The round of a year or a quarter with everyone in the reader's scope; `shown` is what the filter leaves. Refuses with NOT_FOUND. */
export function getRound(actor: Actor, period: RatingPeriod, filter: RoundFilter): Promise<RoundView> {
  return readAs(actor, async (tx) => {
    const round = await getRoundHead(tx, actor, period);
    const members = await listMemberLines(tx, actor, round);
    const branches = await listBranchLines(tx, actor, round);
    const committee = await findCommitteeLine(tx, actor, round.id);
    const targets = await tx.target.findMany({
      where: { committeeId: actor.committeeId, year: round.year },
      select: { kind: true, value: true },
    });
    const { all } = visibleRatings(actor);
    const isWhole = round.quarter === null;
    const { memberCap, branchCap } = round.parameters;
    const standings = branchStandings(members, branches);
    const progressOf = new Map(standings.map((one) => [one.branchId, one]));
    const tally = { members: roundTally(members), branches: roundTally(branches) };
    const targetOf = (kind: TargetKind, of: RoundTally): TargetView | null => {
      /* What the committee aims at is the result of the whole year. */
      const tenths = isWhole ? targets.find((one) => one.kind === kind)?.value : undefined;
      return tenths === undefined ? null : { tenths, short: shortOfTarget(of, tenths) };
    };
    const followed = branches.map((line) => ({ ...line, progress: progressOf.get(line.branchId) ?? null }));
    return {
      round,
      reach: all ? "REGISTER" : "BRANCHES",
      members,
      branches,
      shown: { members: linesWithin(members, filter), branches: linesWithin(followed, { ...filter, q: "" }) },
      steps: roundSteps(round.deadlines, { branches: standings, members }, actor.today),
      committee,
      leftOut: { members: leftOutCounts(members), branches: leftOutCounts(branches) },
      tally,
      caps: all ? { members: capView(members, memberCap), branches: capView(branches, branchCap) } : null,
      targets: {
        members: targetOf("MEMBERS_GOOD_OR_BETTER", tally.members),
        branches: targetOf("BRANCHES_GOOD_OR_BETTER", tally.branches),
      },
      can: {
        proposeIn: branches.map((one) => one.branchId).filter((id) => canProposeRating(actor, id)),
        record: canRecordDecision(actor),
        recordCommittee:
          canRecordDecision(actor) && committeeNotRatedReason(round) === null && committee?.step !== "DECIDED",
        confirm: canConfirmDecision(actor),
        setDeadlines: canSetDeadlines(actor) && round.closedOn === null,
        close: canCloseRound(actor) && round.closedOn === null,
        takePapers: canListRoundPapers(actor),
      },
    };
  });
}

function capView(lines: readonly (RatingCells & { branchId: string })[], rule: RatingParameters["branchCap"]): CapView {
  const counted = lines.flatMap(({ ratingId, step, branchId, level, proposedLevel }): CountedRating[] =>
    ratingId === null || step === "NONE"
      ? []
      : [{ id: ratingId, branchId, state: step, level, proposedLevel, supersedesId: null, count: 1 }],
  );
  const proposed = counted.filter((one) => one.state === "PROPOSED" && one.proposedLevel === "EXCELLENT").length;
  return { ...excellentCap(countsOnceRecorded(counted, new Map()), rule), proposed, rule };
}
