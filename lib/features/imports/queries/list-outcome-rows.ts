import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { RowOutcome } from "@/lib/core/db/generated/enums";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { listJudgedLines } from "@/lib/features/imports/queries/judged-lines";
import type { Difference } from "@/lib/features/imports/rules/differences";

/** A line of the file by what becomes of it; the differences are there while it waits. */
export type OutcomeRow = {
  readonly line: number;
  readonly name: string;
  readonly memberId: string | null;
  readonly differences: readonly Difference[];
};

/** One page of the lines that came out so, for who may go on with the import. */
export async function listOutcomeRows(
  actor: Actor,
  id: string,
  outcome: RowOutcome,
  window: { page: number; size: number },
): Promise<{ roster: ImportView; rows: OutcomeRow[]; total: number }> {
  const roster = await getImport(actor, id);
  authorize(roster.can.continue);
  const where = { committeeId: actor.committeeId, importId: id, tableIndex: roster.tableIndex, outcome };
  const { lines, total } = await readAs(actor, async (tx) => ({
    total: await tx.stagingRow.count({ where }),
    lines: await tx.stagingRow.findMany({
      where,
      orderBy: { line: "asc" },
      skip: (window.page - 1) * window.size,
      take: window.size,
      select: { line: true },
    }),
  }));
  const judged = await listJudgedLines(actor, roster, { lines: lines.map(({ line }) => line) });
  const rows = (judged?.lines ?? []).map(({ line, entry, memberId, differences }) => ({
    line,
    name: entry.values.fullName ?? "",
    memberId,
    differences,
  }));
  return { roster, rows, total };
}
