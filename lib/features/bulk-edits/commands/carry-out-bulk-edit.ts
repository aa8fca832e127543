import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { canCarryOut, canUndoBulkEdit } from "@/lib/features/bulk-edits/policy";
import { getBulkEditRow } from "@/lib/features/bulk-edits/queries/load-bulk-edit";
import { BULK_HOURS, carryOutObstacle, undoObstacle } from "@/lib/features/bulk-edits/rules";
import type { BulkEditInput } from "@/lib/features/bulk-edits/schema";
import { preparedRewriting, writeRewritings } from "@/lib/features/members/commands/rewrite-members";
import { type KnownMember, listMembersInFull } from "@/lib/features/members/queries/known-members";

type Loaded = Awaited<ReturnType<typeof getBulkEditRow>>;

/**
 * Carries out what was prepared, for all its members or none, in one event. Refuses another's (FORBIDDEN), one that is over or
 * too old, and members whom somebody has edited since they were looked at, by name (RULE).
 */
export function carryOutBulkEdit(actor: Actor, input: BulkEditInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "carryOutBulkEdit", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const edit = await getBulkEditRow(tx, actor, input.id);
    authorize(canCarryOut(actor, edit), "bulkEdits.errors.preparedByAnother");
    const { members, versions } = await membersOf(context, edit);
    const changed = members.filter(({ id, version }) => version !== versions.get(id));
    const now = new Date();
    requireNoObstacle(carryOutObstacle(edit, namesOf(changed), now));
    if (members.length < versions.size) throw new DomainError("RULE", "bulkEdits.errors.someGone");

    await takeVersion(context, input, {
      state: "DONE",
      doneAt: now,
      undoEndsAt: new Date(now.getTime() + BULK_HOURS * 3_600_000),
    });
    const { field, value } = edit;
    const rewritings = members.map((member) => preparedRewriting({ member, values: { [field]: value } }, today));
    audit({
      type: "bulkEdit.applied",
      subject: { kind: "bulkEdit", id: edit.id, name: null },
      branchId: onlyBranch(members),
      params: { columns: field, rows: members.length },
      changes: await writeRewritings(context, rewritings),
    });
    return { id: edit.id };
  });
}

/**
 * Takes a bulk edit back within its day: who has not been edited since has exactly the value from before again, everybody else
 * is left alone and marked so. By its editor or the office (FORBIDDEN); refused once there is nothing to bring back (RULE).
 */
export function undoBulkEdit(actor: Actor, input: BulkEditInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "undoBulkEdit", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const edit = await getBulkEditRow(tx, actor, input.id);
    authorize(canUndoBulkEdit(actor, edit));
    const { members, versions } = await membersOf(context, edit);
    const same = members.filter(({ id, version }) => version - 1 === versions.get(id));
    requireNoObstacle(undoObstacle(edit, same.length, new Date()));

    const before = new Map(edit.rows.map((row) => [row.memberId, row.before]));
    const rewritings = same.map((member) =>
      preparedRewriting({ member, values: { [edit.field]: before.get(member.id) ?? null } }, today),
    );
    const changes = await writeRewritings(context, rewritings);
    await markRows(context, edit, same);
    await takeVersion(context, input, { state: "UNDONE", undoneAt: new Date() });
    audit({
      type: "bulkEdit.reverted",
      subject: { kind: "bulkEdit", id: edit.id, name: null },
      branchId: onlyBranch(same),
      params: { columns: edit.field, rows: same.length, kept: versions.size - same.length },
      changes,
    });
    return { id: edit.id };
  });
}

/** The members that are to be changed, as they are now, and the versions at which they were looked at. */
async function membersOf({ tx, actor }: CommandContext, edit: Loaded) {
  const rows = edit.rows.filter(({ outcome }) => outcome === "CHANGE");
  const versions = new Map(rows.map((row) => [row.memberId, row.memberVersion]));
  return { members: await listMembersInFull(tx, actor, [...versions.keys()]), versions };
}

async function markRows({ tx, actor }: CommandContext, edit: Loaded, restored: readonly KnownMember[]): Promise<void> {
  const of = { committeeId: actor.committeeId, editId: edit.id, outcome: "CHANGE" } as const;
  const ids = restored.map(({ id }) => id);
  await tx.bulkEditRow.updateMany({ where: { ...of, memberId: { in: ids } }, data: { outcome: "RESTORED" } });
  await tx.bulkEditRow.updateMany({ where: of, data: { outcome: "KEPT" } });
}

async function takeVersion(
  { tx, actor }: CommandContext,
  { id, version }: BulkEditInput,
  data:
    | { readonly state: "DONE"; readonly doneAt: Date; readonly undoEndsAt: Date }
    | { readonly state: "UNDONE"; readonly undoneAt: Date },
): Promise<void> {
  const written = await tx.bulkEdit.updateMany({
    where: { committeeId: actor.committeeId, id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}

function namesOf(members: readonly KnownMember[]): string[] {
  return members.map(({ values }) => values.fullName ?? "");
}

/* Whose branch's event it is, where there is but one. */
function onlyBranch(members: readonly KnownMember[]): string | null {
  const [first = null, ...others] = new Set(members.map(({ branchId }) => branchId));
  return others.length === 0 ? first : null;
}
