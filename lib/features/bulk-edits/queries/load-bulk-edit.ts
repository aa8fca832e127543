import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { visibleBulkEdits } from "@/lib/features/bulk-edits/policy";
import { type BulkField, bulkFields } from "@/lib/features/bulk-edits/schema";

/** The bulk edits that the actor sees, in words. */
export function getVisibleWhere(actor: Actor) {
  const scope = visibleBulkEdits(actor);
  if (scope.kind === "NONE") throw notFound();
  const own = scope.kind === "OWN" ? { accountId: scope.accountId } : {};
  return { AND: [{ committeeId: actor.committeeId }, own] };
}

/** A bulk edit in the running transaction, with its rows as far as the actor sees them. Refuses with NOT_FOUND any other. */
export async function getBulkEditRow(tx: Tx, actor: Actor, id: string) {
  const edit = await tx.bulkEdit.findFirst({
    where: { AND: [{ id }, getVisibleWhere(actor)] },
    include: { rows: { select: { memberId: true, outcome: true, before: true, memberVersion: true } } },
  });
  if (!edit) throw notFound();
  return { ...edit, field: getStoredField(edit.field) };
}

/** The field that a stored bulk edit names. */
export function getStoredField(stored: string): BulkField {
  return z.enum(bulkFields).parse(stored);
}
