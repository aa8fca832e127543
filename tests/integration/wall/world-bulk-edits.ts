import type { Actor } from "@/lib/core/actor";
import { carryOutBulkEdit, undoBulkEdit } from "@/lib/features/bulk-edits/commands/carry-out-bulk-edit";
import { prepareBulkEdit } from "@/lib/features/bulk-edits/commands/prepare-bulk-edit";
import type { TestRegister } from "../../support/register";
import { ownerRows } from "../../support/register";

/** Bulk edits in every state, of the office and of a secretary; of the secretary's, one member is elsewhere by now. */
export async function addBulkEdits({ actors, branchId, committeeId }: TestRegister, elsewhere: string): Promise<void> {
  const prepare = (actor: Actor, value: string) =>
    prepareBulkEdit(actor, { list: `branch=${branchId}`, field: "occupation", reach: "ALL", members: [], value });
  for (const actor of [actors.office, actors.secretary]) {
    await carryOutBulkEdit(actor, { id: (await prepare(actor, `Nghề của ${actor.displayName}`)).id, version: 1 });
    const { id } = await prepare(actor, "Nghề khác");
    await carryOutBulkEdit(actor, { id, version: 1 });
    await undoBulkEdit(actor, { id, version: 2 });
    await prepare(actor, "Nghề chưa ghi");
  }
  await ownerRows(
    `INSERT INTO "BulkEditRow" SELECT "committeeId", id, $2, 'CHANGE', 'x', 1 FROM "BulkEdit"
      WHERE "committeeId" = $1 AND "accountId" = $3`,
    [committeeId, elsewhere, actors.secretary.accountId],
  );
}
