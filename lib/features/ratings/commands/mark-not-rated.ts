import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { DomainError, notFound } from "@/lib/core/errors";
import { loadMembers, loadRound } from "@/lib/features/ratings/commands/rating-facts";
import { type Proposal, writeProposals } from "@/lib/features/ratings/commands/write-proposals";
import type { MarkAllNotRatedInput, MarkNotRatedInput } from "@/lib/features/ratings/schema";

type FormKey = FormSending;

const unvoted = { level: null, votedOn: null, vote: null } as const;

/**
 * Enters that a member is not rated, and why. A reason of the rules must be true of the member on the reckoning day; another
 * one needs a note (RULE). Refuses what is about oneself or recorded already (RULE), and an older version (CONFLICT).
 */
export function markNotRated(actor: Actor, input: MarkNotRatedInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "markNotRated", input, ...sending }, async (context) => {
    const round = await loadRound(context, input.roundId);
    const [of] = await loadMembers(context, round, [input.memberId]);
    if (!of) throw notFound();
    const { version, reason, note } = input;
    const [one] = await writeProposals(context, round, [{ of, version, notRatedReason: reason, note, ...unvoted }]);
    if (!one) throw notFound();
    context.audit({
      type: "rating.excluded",
      subject: { kind: "member", id: input.memberId, name: of.name },
      branchId: of.branchId,
      params: { year: round.period, reason },
      changes: [one.change],
    });
    return { id: one.id };
  });
}

/** Enters several members who are not rated: all or none. Refuses an empty list and what `markNotRated` refuses. */
export function markAllNotRated(actor: Actor, input: MarkAllNotRatedInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "markAllNotRated", input, ...sending }, async (context) => {
    if (input.cases.length === 0) throw new DomainError("RULE", "ratings.errors.nobodyNamed");
    const round = await loadRound(context, input.roundId);
    const ids = input.cases.map((one) => one.memberId);
    const members = await loadMembers(context, round, ids);
    const proposals = input.cases.flatMap(({ version, reason, note }, index): Proposal[] => {
      const of = members[index];
      return of ? [{ of, version, notRatedReason: reason, note, ...unvoted }] : [];
    });
    const written = await writeProposals(context, round, proposals);
    context.audit({
      type: "ratings.excluded",
      subject: { kind: "ratingRound", id: round.id, name: round.period },
      params: { year: round.period, count: written.length },
      changes: written.map((one) => one.change),
    });
    return { ids: written.map((one) => one.id) };
  });
}
