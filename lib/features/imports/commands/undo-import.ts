import "server-only";
import type { Actor } from "@/lib/core/actor";
import { requireRecentPassword } from "@/lib/core/auth/password-again";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { loadImport } from "@/lib/features/imports/commands/load-import";
import { canUndoImport } from "@/lib/features/imports/policy";
import { undoObstacle } from "@/lib/features/imports/rules/obstacles";
import type { UndoImportInput } from "@/lib/features/imports/schema/forms";

/**
 * Takes a whole import back within its time: every row is as it was before, byte by byte. By somebody else than who brought it
 * (FORBIDDEN); refused once somebody has changed one of its members (RULE, with their names).
 */
export function undoImport(actor: Actor, input: UndoImportInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "undoImport", input, ...sending }, async ({ tx, actor, audit }) => {
    const roster = await loadImport(tx, actor, input.id);
    authorize(canUndoImport(actor, roster), "imports.errors.undoneByAnother");
    const changed = await tx.$queryRaw<
      { full_name: string }[]
    >`SELECT full_name FROM app.changed_since_import(${roster.id}::uuid)`;
    const names = changed.map((member) => member.full_name);
    requireNoObstacle(undoObstacle(roster, names, new Date()));
    if (roster.version !== input.version) throw new DomainError("CONFLICT", "refusals.conflict");
    await requireRecentPassword({ tx, actor });

    const restored = await tx.$queryRaw<
      { member_id: string; is_gone: boolean }[]
    >`SELECT * FROM app.undo_import(${roster.id}::uuid)`;
    audit({
      type: "rosterImport.reverted",
      subject: { kind: "rosterImport", id: roster.id, name: roster.fileName },
      reason: input.reason,
      params: { file: roster.fileName, rows: restored.length },
      changes: restored.map((row) => ({
        record: "Member",
        recordId: row.member_id,
        before: null,
        after: { restored: row.is_gone ? "REMOVED_BY_UNDO" : "AS_BEFORE" },
      })),
    });
    return { id: roster.id };
  });
}
