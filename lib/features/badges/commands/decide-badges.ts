import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canDecideBadges } from "@/lib/features/badges/policy";
import { decisionObstacle } from "@/lib/features/badges/rules";
import type { DecideBadgesInput, WithdrawBadgeInput } from "@/lib/features/badges/schema";

const named = { member: { select: { fullName: true } } } as const;

/**
 * Enters the superior body's decision that gives the proposed badges. Refuses a decision of the future or before the proposal
 * (RULE), and a badge that is no longer only proposed (CONFLICT).
 */
export function decideBadges(actor: Actor, input: DecideBadgesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "decideBadges", input, ...sending }, async ({ tx, actor, today, audit }) => {
    const { badgeId: ids, decisionNumber, decidedOn } = input;
    const { committeeId } = actor;
    const badges = await tx.partyBadge.findMany({
      where: { committeeId, id: { in: ids } },
      relationLoadStrategy: "join",
      select: { id: true, memberId: true, years: true, proposedOn: true, ...named },
    });
    if (badges.length < ids.length) throw notFound();
    authorize(canDecideBadges(actor));
    const proposed = badges.flatMap(({ proposedOn }) => (proposedOn ? [fromDbDate(proposedOn)] : []));
    requireNoObstacle(decisionObstacle(decidedOn, proposed, today));

    const written = await tx.partyBadge.updateMany({
      where: { committeeId, id: { in: ids }, state: "PROPOSED" },
      data: { state: "AWARDED", decisionNumber, decidedOn: toDbDate(decidedOn), version: { increment: 1 } },
    });
    if (written.count < ids.length) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "badges.awarded",
      subject: { kind: "committee", id: committeeId, name: decisionNumber },
      params: { count: ids.length, decisionNumber, decidedOn },
      changes: badges.map(({ id, years, member }) => ({
        record: "PartyBadge",
        recordId: id,
        before: { state: "PROPOSED" },
        after: { member: member.fullName, years, state: "AWARDED" },
      })),
    });
    return { ids };
  });
}

/** Withdraws a proposal, or a badge entered wrongly, with the reason; it stays readable. Refuses an older version (CONFLICT). */
export function withdrawBadge(actor: Actor, input: WithdrawBadgeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "withdrawBadge", input, ...sending }, async ({ tx, actor, audit }) => {
    const { id, version, withdrawReason } = input;
    const { committeeId } = actor;
    const badge = await tx.partyBadge.findFirst({
      where: { committeeId, id },
      relationLoadStrategy: "join",
      select: { memberId: true, years: true, state: true, ...named },
    });
    if (!badge) throw notFound();
    authorize(canDecideBadges(actor));

    const written = await tx.partyBadge.updateMany({
      where: { committeeId, id, version, state: { not: "WITHDRAWN" } },
      data: { state: "WITHDRAWN", withdrawReason, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "badge.withdrawn",
      subject: { kind: "member", id: badge.memberId, name: badge.member.fullName },
      params: { years: badge.years },
      reason: withdrawReason,
      changes: [{ record: "PartyBadge", recordId: id, before: { state: badge.state }, after: { state: "WITHDRAWN" } }],
    });
    return { id, memberId: badge.memberId };
  });
}
