import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { RowOutcome } from "@/lib/core/db/generated/enums";
import type { ImportView } from "@/lib/features/imports/queries/get-import";
import { listJudgedPage } from "@/lib/features/imports/queries/judged-page";
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
  const { roster, lines, total } = await listJudgedPage(actor, id, { outcome }, window);
  const rows = lines.map(({ line, entry, memberId, differences }) => ({
    line,
    name: entry.values.fullName ?? "",
    memberId,
    differences,
  }));
  return { roster, rows, total };
}
