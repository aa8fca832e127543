import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { DomainError, notFound } from "@/lib/core/errors";
import { loadBranch, loadMembers, loadRound } from "@/lib/features/ratings/commands/rating-facts";
import { type Proposal, writeProposals } from "@/lib/features/ratings/commands/write-proposals";
import type { ProposeBranchRatingInput, ProposeRatingInput, ProposeRatingsInput } from "@/lib/features/ratings/schema";

type FormKey = FormSending;

const rated = { notRatedReason: null, note: null } as const;

/**
 * Enters the branch's vote and proposal on one of its members. Refuses what is about oneself, somebody the rules leave out,
 * ballots that do not add up, and what the committee has recorded already (RULE); an older version (CONFLICT).
 */
export function proposeRating(actor: Actor, input: ProposeRatingInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "proposeRating", input, ...sending }, async (context) => {
    const round = await loadRound(context, input.roundId);
    const [of] = await loadMembers(context, round, [input.memberId]);
    if (!of) throw notFound();
    const { version, level, votedOn, vote } = input;
    const [one] = await writeProposals(context, round, [{ of, version, level, votedOn, vote, ...rated }]);
    if (!one) throw notFound();
    context.audit({
      type: "rating.proposed",
      subject: { kind: "member", id: input.memberId, name: of.name },
      branchId: of.branchId,
      params: { year: round.period, level },
      changes: [one.change],
    });
    return { id: one.id };
  });
}

/**
 * Enters one branch's meeting: every member's vote and proposal, or none. Refuses an empty list and what `proposeRating`
 * refuses. Answers the ids in the order of the proposals.
 */
export function proposeRatings(actor: Actor, input: ProposeRatingsInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "proposeRatings", input, ...sending }, async (context) => {
    if (input.proposals.length === 0) throw new DomainError("RULE", "ratings.errors.nobodyNamed");
    const round = await loadRound(context, input.roundId);
    const branch = await loadBranch(context, round, input.branchId);
    const ids = input.proposals.map((one) => one.memberId);
    const members = await loadMembers(context, round, ids);
    if (members.some((one) => one.branchId !== input.branchId)) throw notFound();
    const proposals = input.proposals.flatMap((one, index): Proposal[] => {
      const of = members[index];
      const { version, level, vote } = one;
      const controlOf = (field: string | undefined) => controlOfMeeting(field, one.memberId);
      return of ? [{ of, version, level, vote, votedOn: input.votedOn, controlOf, ...rated }] : [];
    });
    const written = await writeProposals(context, round, proposals);
    context.audit({
      type: "branchMeeting.proposed",
      subject: { kind: "branch", id: input.branchId, name: branch.name },
      branchId: input.branchId,
      params: { year: round.period, count: written.length },
      changes: written.map((one) => one.change),
    });
    return { ids: written.map((one) => one.id) };
  });
}

const OF_THE_WHOLE_MEETING = ["votedOn", "ballotsGiven", "ballotsReturned"];

/* What is wrong with one of many is said beside the one. */
function controlOfMeeting(field: string | undefined, memberId: string): string {
  if (field !== undefined && OF_THE_WHOLE_MEETING.includes(field)) return field;
  return `${field === "voteBase" ? "base" : "level"}-${memberId}`;
}

/** Enters what a branch proposes for itself, with its vote. Refuses as `proposeRating` does. */
export function proposeBranchRating(actor: Actor, input: ProposeBranchRatingInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "proposeBranchRating", input, ...sending }, async (context) => {
    const round = await loadRound(context, input.roundId);
    const of = await loadBranch(context, round, input.branchId);
    const { version, level, votedOn, vote } = input;
    const [one] = await writeProposals(context, round, [{ of, version, level, votedOn, vote, ...rated }]);
    if (!one) throw notFound();
    context.audit({
      type: "branchRating.proposed",
      subject: { kind: "branch", id: input.branchId, name: of.name },
      branchId: input.branchId,
      params: { year: round.period, level },
      changes: [one.change],
    });
    return { id: one.id };
  });
}
