import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { NotRatedReason, RatingLevel, RatingState, RatingSubject } from "@/lib/core/db/generated/enums";
import type { VoteInput } from "@/lib/features/ratings/schema";

/** One record of a rating: the branch's part, the decision with its paper, and who took each step, where the reader may know it. */
export type RatingRecord = {
  readonly id: string;
  readonly version: number;
  readonly state: RatingState;
  readonly proposedLevel: RatingLevel | null;
  readonly level: RatingLevel | null;
  readonly notRatedReason: NotRatedReason | null;
  readonly note: string | null;
  readonly votedOn: Day | null;
  readonly vote: VoteInput | null;
  readonly decision: {
    readonly number: string;
    readonly on: Day;
    readonly minutesNumber: string;
    readonly presentCount: number;
  } | null;
  readonly proposedById: string | null;
  readonly recordedById: string | null;
  readonly proposedBy: string | null;
  readonly recordedBy: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly correctionReason: string | null;
  readonly supersedesId: string | null;
  readonly supersededById: string | null;
};

/** The columns of a branch's vote. */
export const voteColumns = {
  voteBase: true,
  ballotsGiven: true,
  ballotsReturned: true,
  votesExcellent: true,
  votesGood: true,
  votesCompleted: true,
  votesFailed: true,
  votesInvalid: true,
} as const;

const columns = {
  id: true,
  version: true,
  state: true,
  proposedLevel: true,
  level: true,
  notRatedReason: true,
  notRatedNote: true,
  votedOn: true,
  ...voteColumns,
  decisionNumber: true,
  decidedOn: true,
  minutesNumber: true,
  presentCount: true,
  proposedById: true,
  recordedById: true,
  confirmedById: true,
  confirmedAt: true,
  correctionReason: true,
  supersedesId: true,
  supersededById: true,
} as const;

type About = { readonly subject: RatingSubject; readonly memberId: string | null; readonly branchId: string | null };
type Row = Awaited<ReturnType<typeof readRecords>>[number];

function readRecords(tx: Tx, committeeId: string, roundId: string, { subject, memberId, branchId }: About) {
  const about = subject === "MEMBER" ? { memberId } : { memberId: null, branchId };
  return tx.rating.findMany({ where: { committeeId, roundId, subject, ...about }, select: columns });
}

/** Every record of one subject in a round: corrections before what they correct. Runs in the caller's transaction. */
export async function listRatingRecords(tx: Tx, actor: Actor, roundId: string, about: About): Promise<RatingRecord[]> {
  const rows = await readRecords(tx, actor.committeeId, roundId, about);
  const hands = [...new Set(rows.flatMap((row) => [row.proposedById, row.recordedById, row.confirmedById]))];
  const accounts = await tx.account.findMany({
    where: { id: { in: hands.filter((id) => id !== null) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(accounts.map((one) => [one.id, one.displayName]));
  return newestFirst(rows).map((row) => recordOf(row, names));
}

function newestFirst(rows: readonly Row[]): Row[] {
  const last = rows.find((row) => !rows.some((other) => other.supersedesId === row.id));
  const chain = last ? [last] : [];
  for (let next = last; next; ) {
    next = rows.find((row) => row.id === chain.at(-1)?.supersedesId);
    if (next) chain.push(next);
  }
  return chain;
}

function recordOf(row: Row, names: ReadonlyMap<string, string>): RatingRecord {
  const { voteBase, ballotsGiven, ballotsReturned, votesExcellent, votesGood, votesCompleted, ...others } = row;
  const { votesFailed, votesInvalid, notRatedNote, ...rest } = others;
  const { decisionNumber, decidedOn, minutesNumber, presentCount, confirmedById, ...kept } = rest;
  const vote =
    voteBase === null
      ? null
      : {
          base: voteBase,
          given: ballotsGiven,
          returned: ballotsReturned,
          excellent: votesExcellent ?? 0,
          good: votesGood ?? 0,
          completed: votesCompleted ?? 0,
          failed: votesFailed ?? 0,
          invalid: votesInvalid ?? 0,
        };
  const hasPaper = decisionNumber !== null && decidedOn !== null && minutesNumber !== null && presentCount !== null;
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    ...kept,
    note: notRatedNote,
    votedOn: fromDbDate(row.votedOn),
    vote,
    decision: hasPaper ? { number: decisionNumber, on: fromDbDate(decidedOn), minutesNumber, presentCount } : null,
    proposedBy: nameOf(row.proposedById),
    recordedBy: nameOf(row.recordedById),
    confirmedBy: nameOf(confirmedById),
  };
}
