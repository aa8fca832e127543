import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate, typedForm } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { periodOf } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadRevision, parametersIn, revisionSubject } from "@/lib/features/rule-sets/commands/revision-steps";
import { canListRuleSets, canReviseRules } from "@/lib/features/rule-sets/policy";
import { draftObstacle, startObstacle } from "@/lib/features/rule-sets/rules/revisions";
import type { EditRevisionInput, OpenRevisionInput } from "@/lib/features/rule-sets/schema/revisions";

/**
 * Opens a next version of a rule set with the values of the one it follows, to be changed one by one. Nothing goes by it before it
 * is confirmed. For the office. Refuses a first day outside the one it follows, and a second one beside an open one (RULE).
 */
export function openRevision(actor: Actor, input: OpenRevisionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openRevision", input, ...sending }, async ({ tx, actor, audit }) => {
    const { committeeId } = actor;
    const { ruleSetId, document, startsOn, reason } = input;
    const followed = canListRuleSets(actor)
      ? await tx.ruleSet.findUnique({ where: { committeeId_id: { committeeId, id: ruleSetId } } })
      : null;
    if (!followed) throw notFound();
    authorize(canReviseRules(actor));
    requireNoObstacle(startObstacle(startsOn, periodOf(followed)));
    const open = await tx.ruleRevision.findFirst({
      where: { committeeId, ruleSetId, state: { in: ["DRAFT", "SUBMITTED"] } },
      select: { document: true },
    });
    requireNoObstacle(open && { reason: "ruleSets.errors.otherRevision", params: { document: open.document } });
    const id = randomUUID();
    await tx.ruleRevision.create({
      data: {
        ...{ committeeId, id, ruleSetId, document, reason, startsOn: toDbDate(startsOn) },
        ...{ parameters: parametersIn(followed.parameters), openedBy: actor.displayName },
      },
      select: { id: true },
    });
    audit({
      type: "ruleRevision.opened",
      subject: revisionSubject({ id, document }),
      reason,
      changes: [{ record: "RuleRevision", recordId: id, before: null, after: { document, startsOn } }],
    });
    return { id };
  });
}

/**
 * Puts right the document, the first day or the reason of a draft. For the office. Refuses what is no draft any more and a first
 * day outside the version it follows (RULE); an older version is told what is stored (CONFLICT).
 */
export function editRevision(actor: Actor, input: EditRevisionInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editRevision", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, document, startsOn, reason } = input;
    const found = await loadRevision(context, id);
    authorize(canReviseRules(actor));
    requireNoObstacle(draftObstacle(found.state) ?? startObstacle(startsOn, found.followed.period));
    const written = await tx.ruleRevision.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { document, startsOn: toDbDate(startsOn), reason, version: { increment: 1 } },
    });
    if (written.count === 0) {
      const stored = { document: found.document, startsOn: typedForm(found.startsOn), reason: found.reason };
      throw new VersionConflict(stored, found.version);
    }
    const before = { document: found.document, startsOn: found.startsOn, reason: found.reason };
    const change = changedValues(before, { document, startsOn, reason });
    const changes = change ? [{ record: "RuleRevision", recordId: id, ...change }] : [];
    audit({ type: "ruleRevision.edited", subject: revisionSubject({ id, document }), changes });
    return { id };
  });
}
