import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { parseDay } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canEditInBulk } from "@/lib/features/bulk-edits/policy";
import { bulkOutcome, MOST_MEMBERS, prepareObstacle, sizeObstacle } from "@/lib/features/bulk-edits/rules";
import type { PrepareBulkEditInput } from "@/lib/features/bulk-edits/schema";
import { canEditMember } from "@/lib/features/members/policy";
import { listMembersInFull } from "@/lib/features/members/queries/known-members";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";

/**
 * Prepares one value in one field for many members, those ticked or all that a list finds: who would be changed from what,
 * and who is left out and why. Changes no member. Refuses who edits no records (FORBIDDEN), members who are not the actor's
 * to see (NOT_FOUND), nobody, too many, and what would change nothing (RULE).
 */
export async function prepareBulkEdit(
  actor: Actor,
  input: PrepareBulkEditInput,
  sending: FormSending = {},
): Promise<{ id: string }> {
  authorize(canEditInBulk(actor));
  const chosen = input.reach === "ALL" ? await everyoneIn(actor, input.list) : [...new Set(input.members)];

  return runCommand(actor, { command: "prepareBulkEdit", input, ...sending }, async ({ tx, actor, audit }) => {
    authorize(canEditInBulk(actor));
    const { committeeId, accountId, displayName } = actor;
    if (accountId === null) throw notFound();
    const { field, value } = input;
    requireNoObstacle(sizeObstacle(chosen.length));
    const known = await listMembersInFull(tx, actor, chosen);
    if (known.length < chosen.length) throw notFound();
    const rows = known.map(({ id, version, branchId, values }) => {
      const before = values[field] ?? null;
      const may = canEditMember(actor, branchId) ? "MAY_EDIT" : "MAY_NOT";
      const outcome = bulkOutcome({ branchId, before }, value, may);
      return { memberId: id, memberVersion: version, outcome, before: outcome === "CHANGE" ? before : null };
    });
    requireNoObstacle(prepareObstacle(rows.map(({ outcome }) => outcome)));

    const id = randomUUID();
    await tx.bulkEdit.create({
      data: { committeeId, id, accountId, editorName: displayName, field, value },
      select: { id: true },
    });
    await tx.bulkEditRow.createMany({ data: rows.map((row) => ({ committeeId, editId: id, ...row })) });
    audit({
      type: "bulkEdit.prepared",
      subject: { kind: "bulkEdit", id, name: null },
      params: { columns: field, rows: rows.filter(({ outcome }) => outcome === "CHANGE").length },
      changes: [],
    });
    return { id };
  });
}

/* One more than is taken, so that too many are seen as too many. */
async function everyoneIn(actor: Actor, list: string): Promise<string[]> {
  const filters = memberListInput.parse(Object.fromEntries(new URLSearchParams(list)));
  const on = parseDay(filters.on);
  const window = { page: 1, size: MOST_MEMBERS + 1 };
  const { rows } = await listMembers(actor, filters, on.kind === "day" ? on.day : actor.today, window);
  return rows.map(({ id }) => id);
}
