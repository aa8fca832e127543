import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canProposeBadges } from "@/lib/features/badges/policy";
import { findBranchOn, listCandidates } from "@/lib/features/badges/queries/badge-facts";
import { listBadgeRules } from "@/lib/features/badges/queries/badge-rules";
import { kindOn, recordObstacle } from "@/lib/features/badges/rules";
import type { RecordBadgeInput } from "@/lib/features/badges/schema";

/**
 * Enters a badge that somebody was given before, from its papers. Refuses (RULE) one that is held already, of the future, of
 * years for which there is no badge, or of years not nearly full on the day.
 */
export function recordBadge(actor: Actor, input: RecordBadgeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordBadge", input, ...sending }, async ({ tx, actor, today, audit }) => {
    const { memberId, years, awardOn, decisionNumber, decidedOn, badgeNumber } = input;
    const [member] = await listCandidates(tx, actor, { memberIds: [memberId] });
    if (!member) throw notFound();
    authorize(canProposeBadges(actor));
    const rules = (await listBadgeRules(tx, actor)).map(({ parameters }) => parameters);
    requireNoObstacle(recordObstacle(member, input, { today, rules }));
    const kind = kindOn(member, input);

    const id = randomUUID();
    await tx.partyBadge.create({
      data: {
        committeeId: actor.committeeId,
        id,
        memberId,
        years,
        kind,
        state: "AWARDED",
        awardOn: toDbDate(awardOn),
        decisionNumber,
        decidedOn: toDbDate(decidedOn),
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
        {
          record: "PartyBadge",
          recordId: id,
          before: null,
          after: { years, kind, awardOn, decisionNumber, decidedOn, badgeNumber },
        },
      ],
    });
    return { id, memberId };
  });
}
