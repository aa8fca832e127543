import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { type ImportField, isImportField } from "@/lib/features/imports/schema/fields";

/** What heads of columns were taken for before in this register; a head that was left out is null. */
export async function listHeadMeanings(tx: Tx, actor: Actor): Promise<ReadonlyMap<string, ImportField | null>> {
  const rows = await tx.headMeaning.findMany({
    where: { committeeId: actor.committeeId },
    select: { headKey: true, field: true },
  });
  return new Map(
    rows.map(({ headKey, field }) => [headKey, field !== null && isImportField(field) ? field : null] as const),
  );
}
