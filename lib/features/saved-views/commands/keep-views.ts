import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canEditView, canKeepViews, canShareViews } from "@/lib/features/saved-views/policy";
import { getView } from "@/lib/features/saved-views/queries/list-views";
import { newViewObstacle, toldView } from "@/lib/features/saved-views/rules";
import type { DeleteViewInput, EditViewInput, SaveViewInput } from "@/lib/features/saved-views/schema";

type Key = FormSending;

/**
 * Keeps a list of members under a name. Refuses (RULE) more views than one person keeps, a shared one (FORBIDDEN) by who is
 * not the office, and a name that the person uses already (CONFLICT).
 */
export function saveView(actor: Actor, input: SaveViewInput, sending: Key = {}) {
  return runCommand(actor, { command: "saveView", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canKeepViews(actor));
    if (input.isShared) authorize(canShareViews(actor), "savedViews.errors.notShared");
    const { committeeId, accountId, displayName } = actor;
    if (accountId === null) throw notFound();
    requireNoObstacle(newViewObstacle(await tx.savedView.count({ where: { committeeId, accountId } })));

    const id = randomUUID();
    await tx.savedView.create({
      data: { committeeId, id, accountId, ownerName: displayName, ...input },
      select: { id: true },
    });
    audit({
      type: "savedView.saved",
      subject: { kind: "savedView", id, name: input.name },
      changes: [{ record: "SavedView", recordId: id, before: null, after: toldView(input) }],
    });
    return { id };
  });
}

/** Renames a view, replaces what it lists, shares it or ends that: by its owner (FORBIDDEN), from its last version (CONFLICT). */
export function editView(actor: Actor, input: EditViewInput, sending: Key = {}) {
  return runCommand(actor, { command: "editView", input, ...sending }, async ({ tx, actor, audit }) => {
    const view = await getView(tx, actor, input.id);
    authorize(canEditView(actor, view));
    if (input.isShared) authorize(canShareViews(actor), "savedViews.errors.notShared");

    const { id, version, ...now } = input;
    const written = await tx.savedView.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...now, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const before = toldView(view);
    const change = changedValues(before, { ...emptied(before), ...toldView(now) });
    audit({
      type: "savedView.edited",
      subject: { kind: "savedView", id, name: now.name },
      changes: change ? [{ record: "SavedView", recordId: id, ...change }] : [],
    });
    return { id };
  });
}

/** Deletes a view: by its owner (FORBIDDEN), from its last version (CONFLICT). What it was stays in the trail. */
export function deleteView(actor: Actor, input: DeleteViewInput, sending: Key = {}) {
  return runCommand(actor, { command: "deleteView", input, ...sending }, async ({ tx, actor, audit }) => {
    const view = await getView(tx, actor, input.id);
    authorize(canEditView(actor, view));
    const { id, version } = input;
    const gone = await tx.savedView.deleteMany({ where: { committeeId: actor.committeeId, id, version } });
    if (gone.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "savedView.deleted",
      subject: { kind: "savedView", id, name: view.name },
      changes: [{ record: "SavedView", recordId: id, before: toldView(view), after: null }],
    });
    return { id };
  });
}

/* A filter that is gone was there before, and is told as nothing now. */
function emptied(before: AuditValues): AuditValues {
  return Object.fromEntries(Object.keys(before).map((name) => [name, null]));
}
