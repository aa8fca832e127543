import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { CountedOutReason, MemberStatusKind, VotingBody } from "@/lib/core/db/generated/enums";
import { inForce } from "@/lib/core/period";
import { countedOutReason, seatsOf, type VoterRow, voteBase } from "@/lib/features/votes/rules";

/** A member of a branch on the day of a vote. */
export type Voter = Omit<VoterRow, "isPresent"> & { readonly memberId: string; readonly name: string };

type Found = {
  memberId: string;
  name: string;
  isOfficial: boolean;
  activity: MemberStatusKind | null;
  isAwayTemporarily: boolean;
};

/** Everyone of the branch on that day by given name, as a vote counts them; empty for who does not keep its votes. */
export async function listVoters(tx: Tx, branchId: string, on: Day): Promise<Voter[]> {
  const rows = await tx.$queryRaw<Found[]>`
    SELECT member_id AS "memberId", full_name AS name, is_official AS "isOfficial", activity, is_away AS "isAwayTemporarily"
    FROM app.voters_of(${branchId}::uuid, ${on}::date)`;
  return rows.map(({ isOfficial, activity, ...row }) => ({
    ...row,
    stage: isOfficial ? "OFFICIAL" : "PROBATIONARY",
    activity: activity ?? "ACTIVE",
  }));
}

/** What a vote of a branch on a day is counted against, before it is known which exempt members came. */
export type VoteOutlook = {
  readonly on: Day;
  readonly official: number;
  readonly base: number;
  readonly countedOut: readonly { readonly id: string; readonly name: string; readonly reason: CountedOutReason }[];
};

/** The outlook of a vote of that branch on that day, exempt members taken as absent. */
export async function getVoteOutlook(
  tx: Tx,
  branchId: string,
  on: Day,
  leavesOut: readonly CountedOutReason[],
): Promise<VoteOutlook> {
  const official = (await listVoters(tx, branchId, on)).filter((one) => one.stage === "OFFICIAL");
  const asVoters = official.map((one) => ({ ...one, isPresent: one.activity !== "EXEMPT" }));
  const countedOut = asVoters.flatMap((one) => {
    const reason = countedOutReason(one, leavesOut);
    return reason ? [{ id: one.memberId, name: one.name, reason }] : [];
  });
  return { on, official: official.length, base: voteBase(asVoters, leavesOut), countedOut };
}

/** How many members the committee, or its standing part, has on that day. */
export async function countSeats(tx: Tx, actor: Actor, body: Exclude<VotingBody, "BRANCH">, on: Day): Promise<number> {
  const rows = await tx.committeeOffice.findMany({
    where: {
      AND: [
        { committeeId: actor.committeeId, kind: { in: [...seatsOf[body]] }, startsOn: { lte: toDbDate(on) } },
        inForce(on),
      ],
    },
    distinct: ["memberId"],
    select: { memberId: true },
  });
  return rows.length;
}
