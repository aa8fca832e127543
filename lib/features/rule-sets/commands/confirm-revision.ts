import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { addDays, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import {
  loadRevision,
  moveRevision,
  parametersIn,
  revisionSubject,
  type StoredRevision,
} from "@/lib/features/rule-sets/commands/revision-steps";
import { canConfirmRevision } from "@/lib/features/rule-sets/policy";
import { confirmationObstacle, nextCode, startObstacle } from "@/lib/features/rule-sets/rules/revisions";
import type { RevisionStepInput } from "@/lib/features/rule-sets/schema/revisions";

/**
 * Confirms a submitted next version: the one it follows ends on the day before its first, and it takes its place until that one
 * would have ended. What was done under the old one stays under it. For leaders. Refuses who submitted it, and a first day that the
 * version followed does not reach any more (RULE). Asks for the password again.
 */
export function confirmRevision(actor: Actor, input: RevisionStepInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "confirmRevision", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const found = await loadRevision(context, input.id);
    authorize(canConfirmRevision(actor));
    await requireRecentPassword(context);
    const { id, followed, startsOn, document } = found;
    requireNoObstacle(confirmationObstacle(found, actor.accountId) ?? startObstacle(startsOn, followed.period));
    const madeId = randomUUID();
    const hand = { closedById: actor.accountId, closedBy: actor.displayName, closedOn: toDbDate(today) };
    await moveRevision(context, input, { state: "CONFIRMED", ...hand });
    await takePlace(context, found, madeId);
    const { kind, period } = followed;
    audit({
      type: "ruleRevision.confirmed",
      subject: revisionSubject(found),
      params: { startsOn },
      changes: [
        { record: "RuleRevision", recordId: id, before: { state: found.state }, after: { state: "CONFIRMED" } },
        {
          ...{ record: "RuleSet", recordId: followed.id },
          ...{ before: { lastDay: lastDayOf(period) }, after: { lastDay: addDays(startsOn, -1) } },
        },
        {
          ...{ record: "RuleSet", recordId: madeId, before: null },
          after: { kind, document, startsOn, lastDay: lastDayOf({ startsOn, endsOn: period.endsOn }) },
        },
      ],
    });
    return { id };
  });
}

async function takePlace(
  { tx, actor }: CommandContext,
  { id: revisionId, followed, startsOn, document, parameters }: StoredRevision,
  id: string,
): Promise<void> {
  const { committeeId } = actor;
  const { kind, period, version } = followed;
  const ended = await tx.ruleSet.updateMany({
    where: { committeeId, id: followed.id, version },
    data: { endsOn: toDbDate(startsOn), version: { increment: 1 } },
  });
  if (ended.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
  const codes = await tx.ruleSet.findMany({ where: { committeeId, kind }, select: { code: true } });
  await tx.ruleSet.createMany({
    data: [
      {
        ...{ committeeId, id, kind, document, revisionId, parameters: parametersIn(parameters) },
        code: nextCode(
          followed.code,
          codes.map(({ code }) => code),
        ),
        ...{ startsOn: toDbDate(startsOn), endsOn: toDbDate(period.endsOn) },
      },
    ],
  });
}
