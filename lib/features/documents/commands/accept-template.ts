import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { writeVersion } from "@/lib/features/documents/commands/write-version";
import { canKeepTemplates } from "@/lib/features/documents/policy";
import { listOwnVersions } from "@/lib/features/documents/queries/own-templates";
import { restoreObstacle, startObstacle } from "@/lib/features/documents/rules/versions";
import type { AcceptTemplateInput, RestoreBuiltInInput } from "@/lib/features/documents/schema";

type Key = FormSending;

/**
 * Puts a template that was checked in force from a day on, as the next version of its kind. Refuses one that somebody else sent in
 * or that was accepted already (NOT_FOUND), one with faults, and a day that is past (RULE).
 */
export function acceptTemplate(actor: Actor, { id, startsOn }: AcceptTemplateInput, sending: Key = {}) {
  const input = { id, startsOn };
  return runCommand(actor, { command: "acceptTemplate", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const mine = { committeeId: actor.committeeId, accountId: actor.accountId ?? "", id };
    const check = await tx.templateCheck.findFirst({
      where: mine,
      select: { kind: true, fileName: true, bytes: true },
    });
    if (!check) throw notFound();
    authorize(canKeepTemplates(actor));
    const { kind, fileName, bytes } = check;
    if (!bytes) throw new DomainError("RULE", "documents.errors.templateFaulty");
    requireNoObstacle(startObstacle(startsOn, today));
    const taken = await tx.templateCheck.deleteMany({ where: mine });
    if (taken.count === 0) throw notFound();
    const [latest] = await listOwnVersions(tx, actor, kind);
    const file = { name: fileName, bytes };
    const written = await writeVersion(context, { after: latest?.version ?? 0, kind, startsOn, file });
    const after = { documentKind: kind, version: written.version, startsOn, fileName };
    audit({
      type: "documentTemplate.accepted",
      subject: { kind: "documentTemplate", id: written.id, name: fileName },
      params: after,
      changes: [{ record: "DocumentTemplate", recordId: written.id, before: null, after }],
    });
    return { id: written.id, kind };
  });
}

/** Goes back to the shipped template from a day on. Refuses where that one is in force already, and a day that is past (RULE). */
export function restoreBuiltIn(actor: Actor, input: RestoreBuiltInInput, sending: Key = {}) {
  return runCommand(actor, { command: "restoreBuiltIn", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { kind, startsOn } = input;
    authorize(canKeepTemplates(actor));
    const [latest = null] = await listOwnVersions(tx, actor, kind);
    requireNoObstacle(restoreObstacle(latest && { isOwn: latest.fileName !== null }));
    requireNoObstacle(startObstacle(startsOn, today));
    const written = await writeVersion(context, { after: latest?.version ?? 0, kind, startsOn, file: null });
    const after = { documentKind: kind, version: written.version, startsOn };
    audit({
      type: "documentTemplate.withdrawn",
      subject: { kind: "documentTemplate", id: written.id, name: null },
      params: after,
      changes: [{ record: "DocumentTemplate", recordId: written.id, before: null, after }],
    });
    return { id: written.id, kind };
  });
}
