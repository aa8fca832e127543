import "server-only";
import { randomUUID } from "node:crypto";
import type { AuditChange } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import type { CountedOutReason, VoteMethod, VotingBody } from "@/lib/core/db/generated/enums";
import { authorize, requireNoObstacle } from "@/lib/core/errors";
import type { Threshold } from "@/lib/features/rule-sets/schema";
import { canRecordVote } from "@/lib/features/votes/policy";
import { countSeats, listVoters } from "@/lib/features/votes/queries/voters";
import { type Ballots, ballotsObstacle, countedOutReason } from "@/lib/features/votes/rules";

/** A vote as its minutes give it. */
export type VoteEntry = Ballots & {
  readonly heldOn: Day;
  readonly method: VoteMethod;
  readonly minutesNumber: string | null;
};

/** What the vote is counted under. */
export type VoteRule = { readonly ruleSetId: string; readonly threshold: Threshold };

/** A sheet that has been written. */
export type WrittenSheet = Ballots &
  Threshold & { readonly id: string; readonly base: number; readonly change: AuditChange };

type CountedOut = { memberId: string; reason: CountedOutReason };
type Denominator = { body: VotingBody; branchId: string | null; entitled: number; countedOut: CountedOut[] };

/**
 * Writes the sheet of a branch's vote, with its denominator as the members of that day give it: all official members, less
 * those whom the rule leaves out, each by name. A step of the command that the vote belongs to. Refuses a count that cannot
 * be true (RULE) and who may not enter votes of that branch (FORBIDDEN).
 */
export async function writeBranchVote(
  context: CommandContext,
  branchId: string,
  entry: VoteEntry & { readonly presentExempt: readonly string[] },
  rule: VoteRule & { readonly leavesOut: readonly CountedOutReason[] },
): Promise<WrittenSheet> {
  authorize(canRecordVote(context.actor, branchId));
  const voters = await listVoters(context.tx, branchId, entry.heldOn);
  const official = voters.filter((one) => one.stage === "OFFICIAL");
  const countedOut = official.flatMap((one): CountedOut[] => {
    const isPresent = one.activity !== "EXEMPT" || entry.presentExempt.includes(one.memberId);
    const reason = countedOutReason({ ...one, isPresent }, rule.leavesOut);
    return reason ? [{ memberId: one.memberId, reason }] : [];
  });
  return writeSheet(context, { body: "BRANCH", branchId, entitled: official.length, countedOut }, entry, rule);
}

/** Writes the sheet of a vote of the committee or its standing part, counted against its members of that day. Refuses as above. */
export async function writeCommitteeVote(
  context: CommandContext,
  body: Exclude<VotingBody, "BRANCH">,
  entry: VoteEntry,
  rule: VoteRule,
): Promise<WrittenSheet> {
  authorize(canRecordVote(context.actor, null));
  const entitled = await countSeats(context.tx, context.actor, body, entry.heldOn);
  return writeSheet(context, { body, branchId: null, entitled, countedOut: [] }, entry, rule);
}

async function writeSheet(
  { tx, actor }: CommandContext,
  { countedOut, ...of }: Denominator,
  { heldOn, method, minutesNumber, present, yes, no, blank }: VoteEntry,
  { ruleSetId, threshold }: VoteRule,
): Promise<WrittenSheet> {
  const { committeeId, accountId } = actor;
  const base = of.entitled - countedOut.length;
  const ballots = { present, yes, no, blank };
  requireNoObstacle(ballotsObstacle(ballots, base));

  const id = randomUUID();
  const count = { base, ...ballots, ...threshold };
  const data = { ...of, ...count, method, minutesNumber, ruleSetId, recordedById: accountId };
  await tx.voteSheet.create({ data: { committeeId, id, heldOn: toDbDate(heldOn), ...data }, select: { id: true } });
  await tx.voteCountedOut.createMany({ data: countedOut.map((one) => ({ committeeId, sheetId: id, ...one })) });
  const after = { body: of.body, heldOn, method, entitled: of.entitled, base, ...ballots, minutesNumber };
  return { id, ...count, change: { record: "VoteSheet", recordId: id, before: null, after } };
}
