import type { CommitteeOfficeKind, CountedOutReason, VotingBody } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { MemberActivity, MemberStage } from "@/lib/features/organization/rules";
import type { Threshold } from "@/lib/features/rule-sets/schema";

const STANDING = ["SECRETARY", "DEPUTY", "STANDING_MEMBER"] as const;

/** The seats whose holders are a body: secretary, deputies and standing members; with the other members the whole committee. */
export const seatsOf: Readonly<Record<Exclude<VotingBody, "BRANCH">, readonly CommitteeOfficeKind[]>> = {
  COMMITTEE: [...STANDING, "MEMBER"],
  STANDING_COMMITTEE: STANDING,
};

/** One member of the branch at the vote. */
export type VoterRow = {
  readonly stage: MemberStage;
  readonly activity: MemberActivity;
  readonly isAwayTemporarily: boolean;
  readonly isPresent: boolean;
};

/** Whom every known version of the rules leaves out of the base of a vote. */
export const LEFT_OUT = [
  "AWAY_TEMPORARILY",
  "ABSENT_EXEMPT",
  "SUSPENDED",
] as const satisfies readonly CountedOutReason[];

/** Why an official member is not among those a vote is counted against; null for who is. Probationers never are. */
export function countedOutReason(
  member: VoterRow,
  leavesOut: readonly CountedOutReason[] = LEFT_OUT,
): CountedOutReason | null {
  const fits: Readonly<Record<CountedOutReason, boolean>> = {
    SUSPENDED: member.activity === "SUSPENDED",
    AWAY_TEMPORARILY: member.isAwayTemporarily,
    ABSENT_EXEMPT: member.activity === "EXEMPT" && !member.isPresent,
  };
  const inOrder = ["SUSPENDED", "AWAY_TEMPORARILY", "ABSENT_EXEMPT"] as const;
  return inOrder.find((reason) => fits[reason] && leavesOut.includes(reason)) ?? null;
}

/**
 * The number a branch vote is counted against: official members summoned, less those on temporary activity elsewhere
 * and exempt members who are absent; other absent members still count (QĐ 294-QĐ/TW, 9.3.2). Suspended ones are not summoned.
 */
export function voteBase(members: readonly VoterRow[], leavesOut: readonly CountedOutReason[] = LEFT_OUT): number {
  return members.filter((one) => one.stage === "OFFICIAL" && countedOutReason(one, leavesOut) === null).length;
}

/** The fewest votes for that reach the threshold against this base. */
export function votesNeeded(base: number, { comparison, numerator, denominator }: Threshold): number {
  const part = base * numerator;
  return comparison === "AT_LEAST" ? Math.ceil(part / denominator) : Math.floor(part / denominator) + 1;
}

/** Whether the votes for reach the threshold that the sheet was counted under. */
export function hasPassed(sheet: { readonly yes: number; readonly base: number } & Threshold): boolean {
  return sheet.yes >= votesNeeded(sheet.base, sheet);
}

/** The ballots of one vote: those present with a vote, and how they voted. Blank stands for invalid ones too. */
export type Ballots = {
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly blank: number;
};

/** Why this count cannot be true: nobody who votes, more present than counted, ballots that are not those present. */
export function ballotsObstacle({ present, yes, no, blank }: Ballots, base: number): Obstacle | null {
  if (base < 1) return { reason: "votes.errors.nobodyVotes" };
  if (present > base) return { reason: "votes.errors.morePresent", params: { present, base }, field: "present" };
  const cast = yes + no + blank;
  return cast === present ? null : { reason: "votes.errors.castIsNotPresent", params: { cast, present }, field: "yes" };
}

/** Why the vote carries nothing: the votes for do not reach the threshold. */
export function tooFewVotesObstacle(
  sheet: { readonly yes: number; readonly base: number } & Threshold,
): Obstacle | null {
  if (hasPassed(sheet)) return null;
  const { yes, base, numerator, denominator } = sheet;
  const params = { yes, base, needed: votesNeeded(base, sheet), numerator, denominator };
  return { reason: "votes.errors.tooFew", params };
}
