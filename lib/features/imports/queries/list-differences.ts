import "server-only";
import type { Actor } from "@/lib/core/actor";
import { emptyJson } from "@/lib/core/db/sql";
import type { ImportView } from "@/lib/features/imports/queries/get-import";
import { listJudgedPage } from "@/lib/features/imports/queries/judged-page";
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
  const which = { OR: [{ outcome: "UPDATE" as const }, { accepted: { not: emptyJson } }] };
  const { roster, lines, total } = await listJudgedPage(actor, id, which, window);
  const rows = lines.map(({ line, entry, memberId, differences, declined, notices }) => ({
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
