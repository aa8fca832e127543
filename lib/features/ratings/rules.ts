import { type Day, fullMonthsBetween, typedForm } from "@/lib/core/day";
import { type Interval, isInForceOn } from "@/lib/core/day/interval";
import type {
  MemberStatusKind,
  NotRatedReason,
  RatingLevel,
  RatingState,
  RatingSubject,
} from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type Share, shareOf } from "@/lib/core/share";
import type { RatingParameters } from "@/lib/features/rule-sets/schema";

/** The four levels, best first (QĐ 132, 124 and 366-QĐ/TW alike). */
export const RATING_LEVELS = ["EXCELLENT", "GOOD", "COMPLETED", "FAILED"] as const satisfies readonly RatingLevel[];

/**
 * The day a round counts membership on, and the rules it is run under. `leading` are the members who hold a post on that day, where
 * nobody else is rated: in a quarter under rules that have it for leaders alone.
 */
export type RoundRules = {
  readonly reckoningOn: Day;
  readonly parameters: RatingParameters;
  readonly leading?: ReadonlySet<string> | null;
};

/**
 * Why the rules leave this member out of the rating, or null. Without a leading post in a quarter, suspended, exempt, or admitted less than the minimum of
 * full months before the reckoning day (HD 21-HD/BTCTW 2019: six).
 */
export function notRatedReason(
  member: {
    readonly id?: string;
    readonly admittedOn: Day;
    readonly statuses: readonly (Interval & { readonly kind: MemberStatusKind })[];
  },
  round: RoundRules,
): NotRatedReason | null {
  const { exemptRated, suspendedRated, memberMinimumMonths } = round.parameters;
  const isIn = (kind: MemberStatusKind) =>
    member.statuses.some((status) => status.kind === kind && isInForceOn(status, round.reckoningOn));

  if (round.leading && !round.leading.has(member.id ?? "")) return "NOT_OF_QUARTER";
  if (!suspendedRated.value && isIn("SUSPENDED")) return "SUSPENDED";
  if (!exemptRated.value && isIn("EXEMPT")) return "EXEMPT";
  return fullMonthsBetween(member.admittedOn, round.reckoningOn) < memberMinimumMonths.value ? "ADMITTED_LATE" : null;
}

/** Why the rules leave this branch out of the rating: a quarter of leaders alone, or set up too late (HD 21-HD/BTCTW 2019: six months); or null. */
export function branchNotRatedReason(establishedOn: Day, round: RoundRules): NotRatedReason | null {
  if (round.leading) return "NOT_OF_QUARTER";
  const isLate = fullMonthsBetween(establishedOn, round.reckoningOn) < round.parameters.branchMinimumMonths.value;
  return isLate ? "ESTABLISHED_LATE" : null;
}

/** Why the rules leave the committee itself out of the rating: a quarter of leaders alone; or null. */
export function committeeNotRatedReason({ leading }: Pick<RoundRules, "leading">): NotRatedReason | null {
  return leading ? "NOT_OF_QUARTER" : null;
}

/** How many were rated at each level. */
export type LevelCounts = Readonly<Record<RatingLevel, number>>;

/** How many stand at each level; those without one are not counted. */
export function levelCounts(levels: readonly (RatingLevel | null)[]): LevelCounts {
  const count = (level: RatingLevel) => levels.filter((one) => one === level).length;
  return { EXCELLENT: count("EXCELLENT"), GOOD: count("GOOD"), COMPLETED: count("COMPLETED"), FAILED: count("FAILED") };
}

/** Those rated good or better among all who were rated; the not rated are in neither number. */
export function goodOrBetterShare(counts: LevelCounts): Share {
  const better = counts.EXCELLENT + counts.GOOD;
  return shareOf(better, better + counts.COMPLETED + counts.FAILED);
}

/** `allowed` is floor(baseCount × numerator ÷ denominator); the parts are there to be shown. */
export type ExcellentCap = {
  readonly allowed: number;
  readonly excellent: number;
  readonly base: RatingParameters["branchCap"]["base"]["value"];
  readonly baseCount: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly overCap: RatingParameters["branchCap"]["overCap"]["value"];
};

/**
 * How many may be rated excellent among these counts, which the caller takes over the scope of the rule set. Of HD
 * 21-HD/BTCTW 2019: at most 20 % of those rated good, over the whole grassroots Party organisation.
 */
export function excellentCap(counts: LevelCounts, rule: RatingParameters["branchCap"]): ExcellentCap {
  const { numerator, denominator } = rule.share.value;
  const base = rule.base.value;
  const baseCount = base === "GOOD_ONLY" ? counts.GOOD : counts.GOOD + counts.EXCELLENT;
  const allowed = Math.floor((baseCount * numerator) / denominator);
  const overCap = rule.overCap.value;
  return { allowed, excellent: counts.EXCELLENT, base, baseCount, numerator, denominator, overCap };
}

/** Why these counts cannot stand: over the cap, with no way past it or no reason given in writing. */
export function capObstacle(cap: ExcellentCap, writtenReason: string | null): Obstacle | null {
  if (cap.excellent <= cap.allowed) return null;
  const { excellent, allowed, baseCount, numerator, denominator } = cap;
  const params = { excellent, allowed, baseCount, numerator, denominator };
  if (cap.overCap === "BLOCK") return { reason: "ratings.errors.capExceeded", params };
  return isBlank(writtenReason) ? { reason: "ratings.errors.capReasonMissing", params, field: "reason" } : null;
}

/** The count of a branch's ballots on one subject. Given out and returned are null where the minutes do not tell them. */
export type Vote = {
  readonly base: number;
  readonly given: number | null;
  readonly returned: number | null;
  readonly excellent: number;
  readonly good: number;
  readonly completed: number;
  readonly failed: number;
  readonly invalid: number;
};

/**
 * Why this count cannot be true: broken numbers, no ballots, more ballots than voters, more voters than the branch has, or ballots
 * given out, returned and counted that do not add up.
 */
export function voteObstacle(vote: Vote, largestBase: number): Obstacle | null {
  const { base, given, returned, ...ballots } = vote;
  const counts = Object.values(ballots);
  if ([base, given ?? 0, returned ?? 0, ...counts].some((count) => !Number.isSafeInteger(count) || count < 0)) {
    return { reason: "ratings.errors.voteNotACount" };
  }
  if (base > largestBase) {
    return { reason: "ratings.errors.voteBaseTooLarge", params: { base, largestBase }, field: "voteBase" };
  }
  const cast = counts.reduce((sum, count) => sum + count, 0);
  if (cast === 0) return { reason: "ratings.errors.noBallots" };
  if (cast > base) return { reason: "ratings.errors.moreBallotsThanVoters", params: { cast, base } };
  return ballotsObstacle({ base, given, returned, cast });
}

type Ballots = Pick<Vote, "base" | "given" | "returned"> & { readonly cast: number };

function ballotsObstacle({ base, given, returned, cast }: Ballots): Obstacle | null {
  if (given === null && returned === null) return null;
  if (given === null) return { reason: "ratings.errors.ballotsGivenMissing", field: "ballotsGiven" };
  if (returned === null) return { reason: "ratings.errors.ballotsReturnedMissing", field: "ballotsReturned" };
  if (given > base) {
    return { reason: "ratings.errors.moreGivenThanVoters", params: { given, base }, field: "ballotsGiven" };
  }
  if (returned > given) {
    return { reason: "ratings.errors.moreReturnedThanGiven", params: { returned, given }, field: "ballotsReturned" };
  }
  if (cast === returned) return null;
  return { reason: "ratings.errors.ballotsDoNotAddUp", params: { cast, returned }, field: "ballotsReturned" };
}

/** A level, or the reason why there is none; one of the two. */
export type Outcome = { readonly level: RatingLevel | null; readonly notRatedReason: NotRatedReason | null };

/**
 * A rating as decisions are judged by. `subjectMemberId` is null for branches and the committee; `ruledOut` is what
 * `notRatedReason` or `branchNotRatedReason` says of the subject; `proposed` is null until the branch has proposed. A correction
 * waits beside the decision that it corrects.
 */
export type RatingFacts = {
  readonly subject: RatingSubject;
  readonly subjectMemberId: string | null;
  readonly ruledOut: NotRatedReason | null;
  readonly state: RatingState;
  readonly proposed: Outcome | null;
  readonly proposedById: string | null;
  readonly recordedById: string | null;
  readonly votedOn: Day | null;
  readonly supersededById: string | null;
  readonly isCorrection: boolean;
  readonly roundClosedOn: Day | null;
};

/** The person who acts: the account, and the member behind it. */
export type Decider = { readonly accountId: string; readonly memberId: string | null };

/** Why this cannot be an outcome: both or neither, a level for somebody ruled out, a reason that the facts do not bear out. */
export function outcomeObstacle(outcome: Outcome, ruledOut: NotRatedReason | null): Obstacle | null {
  const { level, notRatedReason: reason } = outcome;
  if ((level === null) === (reason === null)) return { reason: "ratings.errors.levelOrReason", field: "level" };
  if (level !== null) return ruledOut === null ? null : { reason: "ratings.errors.notRateable", field: "level" };
  const isByHand = reason === "ARRIVED_LATE" || reason === "OTHER";
  return isByHand || reason === ruledOut ? null : { reason: "ratings.errors.reasonNotTrue", field: "notRatedReason" };
}

/** Why this person cannot enter this as the branch's proposal: decided, round closed, about themselves, no outcome. */
export function proposalObstacle(rating: RatingFacts, outcome: Outcome, actor: Decider): Obstacle | null {
  if (rating.state === "DECIDED") return { reason: "ratings.errors.alreadyDecided" };
  return actorObstacle(rating, actor) ?? outcomeObstacle(outcome, rating.ruledOut);
}

/**
 * Why this person cannot record this decision from the committee's minutes: as for a proposal, or a level without one,
 * dates out of order, nobody present. Whoever is not rated, and the committee itself, needs no proposal.
 */
export function recordObstacle(
  rating: RatingFacts,
  input: Outcome & { readonly decidedOn: Day; readonly presentCount: number },
  actor: Decider,
  today: Day,
): Obstacle | null {
  const closed = proposalObstacle(rating, input, actor);
  if (closed) return closed;
  const needsProposal = rating.subject !== "COMMITTEE" && input.level !== null;
  if (needsProposal && rating.proposed === null) return { reason: "ratings.errors.notProposed" };

  if (input.decidedOn > today) return { reason: "ratings.errors.decidedInFuture", field: "decidedOn" };
  if (rating.votedOn !== null && input.decidedOn < rating.votedOn) {
    const params = { votedOn: typedForm(rating.votedOn) };
    return { reason: "ratings.errors.decidedBeforeVote", params, field: "decidedOn" };
  }
  return input.presentCount < 1 ? { reason: "ratings.errors.nobodyPresent", field: "presentCount" } : null;
}

/** Why this person cannot confirm: nothing recorded, proposed or recorded by the same person, or about themselves. */
export function confirmObstacle(rating: RatingFacts, actor: Decider): Obstacle | null {
  if (rating.state === "DECIDED") return { reason: "ratings.errors.alreadyDecided" };
  if (rating.state !== "RECORDED" || rating.recordedById === null) return { reason: "ratings.errors.notRecorded" };
  if (rating.recordedById === actor.accountId) return { reason: "ratings.errors.recorderConfirms" };
  if (rating.proposedById === actor.accountId) return { reason: "ratings.errors.proposerConfirms" };
  return actorObstacle(rating, actor);
}

/** Why a decided rating cannot be corrected by a new record: not decided, corrected already, or no reason in writing. */
export function correctionObstacle(rating: RatingFacts, reason: string, actor: Decider): Obstacle | null {
  if (rating.state !== "DECIDED") return { reason: "ratings.errors.notDecided" };
  if (rating.supersededById !== null) return { reason: "ratings.errors.alreadyCorrected" };
  if (isBlank(reason)) return { reason: "ratings.errors.correctionReasonMissing", field: "reason" };
  return isAbout(rating, actor) ? { reason: "ratings.errors.ownRating" } : null;
}

/* A closed round takes corrections and nothing else. */
function actorObstacle(rating: RatingFacts, actor: Decider): Obstacle | null {
  if (rating.roundClosedOn !== null && !rating.isCorrection) {
    return { reason: "ratings.errors.roundClosed", params: { closedOn: typedForm(rating.roundClosedOn) } };
  }
  return isAbout(rating, actor) ? { reason: "ratings.errors.ownRating" } : null;
}

function isAbout(rating: RatingFacts, actor: Decider): boolean {
  return rating.subjectMemberId !== null && rating.subjectMemberId === actor.memberId;
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
