import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canEditInBulk } from "@/lib/features/bulk-edits/policy";
import { MOST_MEMBERS } from "@/lib/features/bulk-edits/rules";
import type { BulkField } from "@/lib/features/bulk-edits/schema";
import { listMembersInFull } from "@/lib/features/members/queries/known-members";
import { listMembers, type MemberFilters } from "@/lib/features/members/queries/list-members";

/** Whom a list finds, with the value each has in a field now: who can be chosen for a bulk edit. */
export type BulkChoice = {
  readonly total: number;
  readonly isTooMany: boolean;
  /** How many one bulk edit takes. */
  readonly most: number;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly branch: string;
    readonly now: string | null;
  }[];
};

/** Whom a list finds on a day, in the list's order. Refuses with FORBIDDEN who edits no records. */
export async function getBulkChoice(
  actor: Actor,
  filters: MemberFilters,
  on: Day,
  field: BulkField | null,
): Promise<BulkChoice> {
  authorize(canEditInBulk(actor));
  const size = field === null ? 1 : MOST_MEMBERS;
  const { rows, total } = await listMembers(actor, filters, on, { page: 1, size });
  const isTooMany = total > MOST_MEMBERS;
  if (field === null || isTooMany) return { total, isTooMany, most: MOST_MEMBERS, members: [] };
  return readAs(actor, async (tx) => {
    const known = await listMembersInFull(
      tx,
      actor,
      rows.map(({ id }) => id),
    );
    const now = new Map(known.map(({ id, values }) => [id, values[field] ?? null]));
    const members = rows.filter(({ id }) => now.has(id));
    return {
      total,
      isTooMany,
      most: MOST_MEMBERS,
      members: members.map(({ id, fullName, branch }) => ({ id, name: fullName, branch, now: now.get(id) ?? null })),
    };
  });
}
