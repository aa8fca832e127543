import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { StagingRowWhereInput } from "@/lib/core/db/generated/models";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { type JudgedLine, listJudgedLines } from "@/lib/features/imports/queries/judged-lines";

/**
 * One page of an import's lines, judged against the register as it is now, and how many there are in all. Refuses who may not
 * go on with the import (FORBIDDEN).
 */
export async function listJudgedPage(
  actor: Actor,
  id: string,
  which: StagingRowWhereInput,
  window: { page: number; size: number },
): Promise<{ roster: ImportView; lines: readonly JudgedLine[]; total: number }> {
  const roster = await getImport(actor, id);
  authorize(roster.can.continue);
  const { tableIndex } = roster;
  const where = { AND: [{ committeeId: actor.committeeId, importId: id, tableIndex }, which] };
  const found = await readAs(actor, async (tx) => ({
    total: await tx.stagingRow.count({ where }),
    rows: await tx.stagingRow.findMany({
      where,
      orderBy: { line: "asc" },
      skip: (window.page - 1) * window.size,
      take: window.size,
      select: { line: true },
    }),
  }));
  const judged = await listJudgedLines(actor, roster, { lines: found.rows.map(({ line }) => line) });
  return { roster, lines: judged?.lines ?? [], total: found.total };
}
