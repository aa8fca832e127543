import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { OutcomeCounts } from "@/lib/features/imports/rules/obstacles";

/** How many waiting lines of a table came out how. */
export async function countOutcomes(
  tx: Tx,
  actor: Actor,
  { id, tableIndex }: { id: string; tableIndex: number },
): Promise<OutcomeCounts> {
  const rows = await tx.stagingRow.groupBy({
    by: ["outcome"],
    where: { committeeId: actor.committeeId, importId: id, tableIndex, outcome: { not: null } },
    _count: true,
  });
  const counts = { ADD: 0, UPDATE: 0, SAME: 0, SKIP: 0, DECIDE: 0, REPAIR: 0, FOREIGN: 0 };
  for (const { outcome, _count } of rows) if (outcome) counts[outcome] = _count;
  return counts;
}
