import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { CommandContext } from "@/lib/core/command";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { MemberStatusKind, NotRatedReason } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { type DbPeriod, inForce, withPeriod } from "@/lib/core/period";
import { canReadRounds } from "@/lib/features/ratings/policy";
import { findLeading } from "@/lib/features/ratings/queries/find-leading";
import { voteColumns } from "@/lib/features/ratings/queries/rating-records";
import {
  branchNotRatedReason,
  type Decider,
  notRatedReason,
  type RatingFacts,
  type RoundRules,
} from "@/lib/features/ratings/rules";
import { periodOf, type RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { getRatingParameters } from "@/lib/features/rule-sets/queries/rule-sets";
import { listVoters } from "@/lib/features/votes/queries/voters";
import { voteBase } from "@/lib/features/votes/rules";

/** The columns of a branch's vote, of whatever else is stored beside them. */
export function votesOf(row: { readonly [Name in keyof typeof voteColumns]: number | null }) {
  const { voteBase, ballotsGiven, ballotsReturned, votesExcellent, votesGood, votesCompleted } = row;
  const { votesFailed, votesInvalid } = row;
  const ballots = { voteBase, ballotsGiven, ballotsReturned };
  return { ...ballots, votesExcellent, votesGood, votesCompleted, votesFailed, votesInvalid };
}

/** Columns of a rating that commands judge and write by. */
export const ratingColumns = {
  id: true,
  version: true,
  state: true,
  level: true,
  proposedLevel: true,
  notRatedReason: true,
  notRatedNote: true,
  votedOn: true,
  ...voteColumns,
  proposedById: true,
  recordedById: true,
  supersedesId: true,
  supersededById: true,
} as const;

/** A round and the rules it is run under. */
export type Round = RoundRules & { readonly id: string; readonly period: RatingPeriod; readonly closedOn: Day | null };

/** A rating as it is stored. */
export type StoredRating = NonNullable<Awaited<ReturnType<typeof loadOneRating>>>;

/** What a rating is about: a member in the branch of the reckoning day, or a branch. */
export type RatedSubject = {
  readonly subject: "MEMBER" | "BRANCH";
  readonly memberId: string | null;
  readonly branchId: string;
  readonly name: string;
  readonly ruledOut: NotRatedReason | null;
  readonly rating: StoredRating | null;
};

const period = { startsOn: true, endsOn: true } as const;

/** Member columns that tell whether the rules leave somebody out. */
export const standingColumns = {
  id: true,
  fullName: true,
  profile: { select: { admittedOn: true } },
  statuses: { select: { kind: true, ...period } },
} as const;

/** Since when a branch counts as set up: its own first day, or that of the branch it goes on from under another name. */
export function establishedOn(branch: { startsOn: Date; establishedOn: Date | null }): Day {
  return fromDbDate(branch.establishedOn ?? branch.startsOn);
}

/** The round by its id, with its rules. Refuses with NOT_FOUND, also who does not read rounds. */
export async function loadRound({ tx, actor }: CommandContext, roundId: string): Promise<Round> {
  if (!canReadRounds(actor)) throw notFound();
  const row = await tx.ratingRound.findFirst({
    where: { committeeId: actor.committeeId, id: roundId },
    relationLoadStrategy: "join",
    select: {
      id: true,
      year: true,
      quarter: true,
      reckoningOn: true,
      closedOn: true,
      ruleSet: { select: { parameters: true } },
    },
  });
  if (!row) throw notFound();
  const reckoningOn = fromDbDate(row.reckoningOn);
  const parameters = getRatingParameters(row.ruleSet.parameters);
  return {
    id: row.id,
    period: periodOf(row),
    reckoningOn,
    closedOn: fromDbDate(row.closedOn),
    parameters,
    leading: await findLeading(tx, { quarter: row.quarter, reckoningOn, parameters }),
  };
}

/** Waits for whoever counts the cap of this round, and holds the round until the end of the transaction. */
export async function lockRound({ tx, actor }: CommandContext, roundId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "RatingRound" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ${roundId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw notFound();
}

/** What the rules say of a member whose record is open to the reader. Refuses with NOT_FOUND where it is not. */
export function ruledOutMember(
  member: { id: string; profile: { admittedOn: Date } | null; statuses: (DbPeriod & { kind: MemberStatusKind })[] },
  round: Round,
): NotRatedReason | null {
  if (!member.profile) throw notFound();
  const statuses = member.statuses.map(withPeriod);
  return notRatedReason({ id: member.id, admittedOn: fromDbDate(member.profile.admittedOn), statuses }, round);
}

/** The members named, each in the branch of the reckoning day, in the order asked for. Refuses with NOT_FOUND where one is missing. */
export async function loadMembers(
  { tx, actor }: CommandContext,
  round: Round,
  memberIds: readonly string[],
): Promise<RatedSubject[]> {
  const { committeeId } = actor;
  const rows = await tx.membership.findMany({
    where: { AND: [{ committeeId, kind: "OFFICIAL", memberId: { in: [...memberIds] } }, inForce(round.reckoningOn)] },
    relationLoadStrategy: "join",
    select: {
      memberId: true,
      branchId: true,
      member: {
        select: {
          ...standingColumns,
          ratings: {
            where: { roundId: round.id, supersededById: null },
            orderBy: { state: "desc" },
            select: ratingColumns,
          },
        },
      },
    },
  });
  const found = new Map(rows.map((row) => [row.memberId, row]));
  return memberIds.map((memberId) => {
    const row = found.get(memberId);
    if (!row) throw notFound();
    const { member, branchId } = row;
    const ruledOut = ruledOutMember(member, round);
    return {
      subject: "MEMBER",
      memberId,
      branchId,
      name: member.fullName,
      ruledOut,
      rating: member.ratings[0] ?? null,
    };
  });
}

/** The branch, in force on the reckoning day. Refuses with NOT_FOUND. */
export async function loadBranch({ tx, actor }: CommandContext, round: Round, branchId: string): Promise<RatedSubject> {
  const branch = await tx.branch.findFirst({
    where: { AND: [{ committeeId: actor.committeeId, id: branchId }, inForce(round.reckoningOn)] },
    relationLoadStrategy: "join",
    select: {
      name: true,
      startsOn: true,
      establishedOn: true,
      ratings: {
        where: { roundId: round.id, subject: "BRANCH", supersededById: null },
        orderBy: { state: "desc" },
        select: ratingColumns,
      },
    },
  });
  if (!branch) throw notFound();
  const ruledOut = branchNotRatedReason(establishedOn(branch), round);
  return {
    subject: "BRANCH",
    memberId: null,
    branchId,
    name: branch.name,
    ruledOut,
    rating: branch.ratings[0] ?? null,
  };
}

/** One rating by its id, as it is stored; null where it is not there or not the reader's to see. */
export function loadOneRating({ tx, actor }: CommandContext, ratingId: string) {
  return tx.rating.findFirst({ where: { committeeId: actor.committeeId, id: ratingId }, select: ratingColumns });
}

/** The most ballots that a vote of the branch on that day can be counted against: every exempt member has come. */
export async function loadLargestVoteBase({ tx }: CommandContext, branchId: string, on: Day): Promise<number> {
  const voters = await listVoters(tx, branchId, on);
  return voteBase(voters.map((one) => ({ ...one, isPresent: true })));
}

/** A stored rating as the rules judge it; a subject without one is judged as newly proposed. */
export function factsOf(
  subject: Omit<RatedSubject, "subject" | "branchId" | "name">,
  round: Round,
  of: RatingFacts["subject"],
): RatingFacts {
  const { rating } = subject;
  const hasProposal = rating !== null && (rating.proposedLevel !== null || rating.notRatedReason !== null);
  return {
    subject: of,
    subjectMemberId: subject.memberId,
    ruledOut: subject.ruledOut,
    state: rating?.state ?? "PROPOSED",
    proposed: hasProposal ? { level: rating.proposedLevel, notRatedReason: rating.notRatedReason } : null,
    proposedById: rating?.proposedById ?? null,
    recordedById: rating?.recordedById ?? null,
    votedOn: fromDbDate(rating?.votedOn ?? null),
    supersededById: rating?.supersededById ?? null,
    isCorrection: rating !== null && rating.supersedesId !== null,
    roundClosedOn: round.closedOn,
  };
}

/** The person behind the command, as the rules of separation judge; the system is nobody. */
export function deciderOf(actor: Actor): Decider {
  return { accountId: actor.accountId ?? "", memberId: actor.memberId };
}
