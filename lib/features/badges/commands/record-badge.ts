import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { runCommand, type Sending } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canProposeBadges } from "@/lib/features/badges/policy";
import { findBranchOn, listCandidates } from "@/lib/features/badges/queries/badge-facts";
import { recordObstacle } from "@/lib/features/badges/rules";
import type { RecordBadgeInput } from "@/lib/features/badges/schema";

/**
 * Enters a badge that somebody was given before, from its papers. Refuses (RULE) one that is held already, of the future, or
 * for more years than were nearly full on the day.
 */
export function recordBadge(actor: Actor, input: RecordBadgeInput, sending: Pick<Sending, "formKey"> = {}) {
  return runCommand(actor, { command: "recordBadge", input, ...sending }, async ({ tx, actor, today, audit }) => {
    const { memberId, years, awardOn, decisionNumber, badgeNumber } = input;
    const [member] = await listCandidates(tx, actor, { memberIds: [memberId] });
    if (!member) throw notFound();
    authorize(canProposeBadges(actor));
    requireNoObstacle(recordObstacle(member, input, today));

    const id = randomUUID();
    await tx.partyBadge.create({
      data: {
        committeeId: actor.committeeId,
        id,
        memberId,
        years,
        kind: "ON_TIME",
        state: "AWARDED",
        awardOn: toDbDate(awardOn),
        decisionNumber,
        decidedOn: toDbDate(awardOn),
        badgeNumber,
      },
      select: { id: true },
    });
    audit({
      type: "badge.recorded",
      subject: { kind: "member", id: memberId, name: member.name },
      branchId: findBranchOn(member, today)?.id ?? null,
      params: { years, awardOn },
      changes: [
        { record: "PartyBadge", recordId: id, before: null, after: { years, awardOn, decisionNumber, badgeNumber } },
      ],
    });
    return { id, memberId };
  });
}
