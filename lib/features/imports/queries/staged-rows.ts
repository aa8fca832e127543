import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { RowDecision, RowOutcome } from "@/lib/core/db/generated/enums";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { openText } from "@/lib/core/identity";
import { type ImportField, isImportField } from "@/lib/features/imports/schema/fields";

/** A line of the file as it waits: its cells open, and what was found and decided so far. */
export type StagedRow = {
  readonly line: number;
  readonly cells: readonly SheetCell[];
  readonly outcome: RowOutcome | null;
  readonly memberId: string | null;
  readonly rivals: readonly string[];
  readonly decision: RowDecision | null;
  /** The fields whose differences somebody has accepted; null where nobody has looked. */
  readonly accepted: readonly ImportField[] | null;
};

const cells = z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ serial: z.number() })]));

const accepted = z.array(z.string()).transform((fields) => fields.filter(isImportField));

/** The place a line is sealed to: this line of this import. */
export function getSealingPlace(importId: string, tableIndex: number, line: number): string {
  return `import/${importId}/${tableIndex}/${line}`;
}

/** The waiting lines of a table, all or those named, in the order of the file. */
export async function listStagedRows(
  tx: Tx,
  actor: Actor,
  of: { id: string; tableIndex: number; lines?: readonly number[]; take?: number },
): Promise<StagedRow[]> {
  const rows = await tx.stagingRow.findMany({
    where: {
      committeeId: actor.committeeId,
      importId: of.id,
      tableIndex: of.tableIndex,
      ...(of.lines && { line: { in: [...of.lines] } }),
    },
    orderBy: { line: "asc" },
    take: of.take,
    select: { line: true, cells: true, outcome: true, memberId: true, rivals: true, decision: true, accepted: true },
  });
  return rows.map((row) => ({
    ...row,
    accepted: row.accepted === null ? null : accepted.parse(row.accepted),
    cells: cells.parse(JSON.parse(openText(getSealingPlace(of.id, of.tableIndex, row.line), row.cells))),
  }));
}
