import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { BulkEditState, BulkOutcome } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canCarryOut, canUndoBulkEdit } from "@/lib/features/bulk-edits/policy";
import { getBulkEditRow, getStoredField, getVisibleWhere } from "@/lib/features/bulk-edits/queries/load-bulk-edit";
import { carryOutObstacle, undoObstacle } from "@/lib/features/bulk-edits/rules";
import type { BulkField } from "@/lib/features/bulk-edits/schema";
import { type KnownMember, listMembersInFull } from "@/lib/features/members/queries/known-members";

/** A member of a bulk edit; of who has been changed also the value before, null where there was none. */
export type BulkEditMember = {
  readonly id: string;
  readonly name: string;
  readonly branch: string | null;
  readonly outcome: BulkOutcome;
  readonly before: string | null;
  /** Edited by somebody since: refused before it is carried out, left alone when it is taken back. */
  readonly isChangedSince: boolean;
};

/** A bulk edit of a list. */
export type BulkEditFacts = {
  readonly id: string;
  readonly field: BulkField;
  readonly value: string;
  readonly state: BulkEditState;
  readonly editorName: string;
  readonly preparedAt: Date;
};

/** A bulk edit as its page shows it, its members by name; `hidden` counts those who are no longer the reader's to see. */
export type BulkEditView = BulkEditFacts & {
  readonly undoEndsAt: Date | null;
  readonly version: number;
  readonly members: readonly BulkEditMember[];
  readonly hidden: number;
  readonly can: { readonly carryOut: boolean; readonly undo: boolean };
};

/** One bulk edit. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getBulkEdit(actor: Actor, id: string): Promise<BulkEditView> {
  return readAs(actor, async (tx) => {
    const edit = await getBulkEditRow(tx, actor, id);
    const rows = new Map(edit.rows.map((row) => [row.memberId, row]));
    const known = await listMembersInFull(tx, actor, [...rows.keys()]);
    const members = known
      .toSorted(bySortKey)
      .flatMap(({ id: memberId, version, branchName, values }): BulkEditMember[] => {
        const row = rows.get(memberId);
        if (!row) return [];
        const { outcome, before, memberVersion } = row;
        const expected = edit.state === "PREPARED" ? memberVersion : memberVersion + 1;
        const isChangedSince = outcome === "KEPT" || (outcome === "CHANGE" && version !== expected);
        return [{ id: memberId, name: values.fullName ?? "", branch: branchName, outcome, before, isChangedSince }];
      });
    const { field, value, state, editorName, preparedAt, undoEndsAt, version } = edit;
    const now = new Date();
    return {
      ...{ id, field, value, state, editorName, preparedAt, undoEndsAt, version, members },
      hidden: rows.size - members.length,
      can: {
        carryOut: carryOutObstacle(edit, [], now) === null && canCarryOut(actor, edit),
        undo: undoObstacle(edit, 1, now) === null && canUndoBulkEdit(actor, edit),
      },
    };
  });
}

/** The latest bulk edits within the reader's scope, newest first. */
export function listBulkEdits(actor: Actor): Promise<BulkEditFacts[]> {
  return readAs(actor, async (tx) => {
    const rows = await tx.bulkEdit.findMany({
      where: getVisibleWhere(actor),
      orderBy: [{ preparedAt: "desc" }, { id: "asc" }],
      take: 20,
      select: { id: true, field: true, value: true, state: true, editorName: true, preparedAt: true },
    });
    return rows.map((row) => ({ ...row, field: getStoredField(row.field) }));
  });
}

function bySortKey(one: KnownMember, other: KnownMember): number {
  return (one.values.sortKey ?? "") < (other.values.sortKey ?? "") ? -1 : 1;
}
