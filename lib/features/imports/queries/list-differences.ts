import "server-only";
import type { Actor } from "@/lib/core/actor";
import { emptyJson } from "@/lib/core/db/sql";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { listJudgedLines } from "@/lib/features/imports/queries/judged-lines";
import type { Difference } from "@/lib/features/imports/rules/differences";

/** A member of the file with what it has differently, each with whether it is going to be written. */
export type DifferingRow = {
  readonly line: number;
  readonly name: string;
  readonly memberId: string | null;
  /** The record has changed since the workbook was taken out. */
  readonly isStale: boolean;
  readonly cells: readonly (Difference & { readonly isAccepted: boolean })[];
};

/** One page of the members of whom the file has something differently, for who may go on with the import. */
export async function listDifferences(
  actor: Actor,
  id: string,
  window: { page: number; size: number },
): Promise<{ roster: ImportView; rows: DifferingRow[]; total: number }> {
  const roster = await getImport(actor, id);
  authorize(roster.can.continue);
  const { tableIndex } = roster;
  const differs = [{ outcome: "UPDATE" as const }, { accepted: { not: emptyJson } }];
  const where = { AND: [{ committeeId: actor.committeeId, importId: id, tableIndex }, { OR: differs }] };
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
  const rows = (judged?.lines ?? []).map(({ line, entry, memberId, differences, declined, notices }) => ({
    line,
    name: entry.values.fullName ?? "",
    memberId,
    isStale: notices.some(({ kind }) => kind === "changedSince"),
    cells: [
      ...differences.map((one) => ({ ...one, isAccepted: true })),
      ...declined.map((one) => ({ ...one, isAccepted: false })),
    ],
  }));
  return { roster, rows, total };
}
