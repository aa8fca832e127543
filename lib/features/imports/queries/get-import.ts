import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { ImportState, RosterFormat } from "@/lib/core/db/generated/enums";
import { emptyJson } from "@/lib/core/db/sql";
import { notFound } from "@/lib/core/errors";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { type JobProgress, progressOf } from "@/lib/core/job";
import { readAs } from "@/lib/core/query";
import { canContinueImport, canUndoImport, visibleImports } from "@/lib/features/imports/policy";
import { countOutcomes } from "@/lib/features/imports/queries/outcome-counts";
import { listStagedRows } from "@/lib/features/imports/queries/staged-rows";
import { getStagedFacts, type StagedFacts } from "@/lib/features/imports/queries/staged-tables";
import { CLOSED_PERIOD, type OutcomeCounts } from "@/lib/features/imports/rules/obstacles";
import { shownCell } from "@/lib/features/imports/rules/shown";

/** An import as its page shows it. Names nobody of the file. */
export type ImportView = Omit<StagedFacts, "counts"> & {
  readonly id: string;
  readonly fileName: string;
  readonly importerName: string;
  readonly format: RosterFormat;
  readonly stagedAt: Date;
  readonly state: ImportState;
  readonly version: number;
  readonly tableIndex: number;
  readonly fallbackBranchId: string | null;
  readonly newcomersFrom: Day | null;
  readonly counts: OutcomeCounts;
  /** Whether differences of some line are accepted or declined cell by cell. */
  readonly hasCellsDecided: boolean;
  readonly foreignLines: readonly number[];
  readonly undoEndsAt: Date | null;
  readonly progress: JobProgress | null;
  /** Why the last attempt to write did not finish, as a message key. */
  readonly failure: string | null;
  /** Whether that was the missing reason for changing a closed period. */
  readonly asksReason: boolean;
  readonly can: { readonly continue: boolean; readonly undo: boolean };
};

/** One import. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getImport(actor: Actor, id: string): Promise<ImportView> {
  return readAs(actor, async (tx) => {
    const row = await findRow(tx, actor, id);
    const { fileName, importerName, format, stagedAt, state, version, tableIndex, fallbackBranchId } = row;
    const { counts, ...facts } = getStagedFacts(row);
    const place = { committeeId: actor.committeeId, importId: id, tableIndex };
    const last = await tx.job.findFirst({
      where: { committeeId: actor.committeeId, subjectId: id },
      orderBy: { startedAt: "desc" },
      select: { failure: true },
    });
    const failure = state === "CHECKED" ? (last?.failure ?? null) : null;
    return {
      ...facts,
      ...{ id, fileName, importerName, format, stagedAt, state, version, tableIndex, fallbackBranchId },
      newcomersFrom: fromDbDate(row.newcomersFrom),
      counts: { ...NONE, ...(counts ?? (await countOutcomes(tx, actor, row))) },
      hasCellsDecided: (await tx.stagingRow.count({ where: { ...place, accepted: { not: emptyJson } }, take: 1 })) > 0,
      foreignLines: row.foreignLines,
      undoEndsAt: row.undoEndsAt,
      progress: state === "RUNNING" ? await progressOf(tx, actor, id) : null,
      failure,
      asksReason: failure === CLOSED_PERIOD,
      can: { continue: canContinueImport(actor, row), undo: canUndoImport(actor, row) && state === "DONE" },
    };
  });
}

/** Up to three filled cells of each column of the chosen table, with long numbers masked; for who may go on with it. */
export function listColumnSamples(actor: Actor, id: string): Promise<string[][]> {
  return readAs(actor, async (tx) => {
    const row = await findRow(tx, actor, id);
    if (!canContinueImport(actor, row)) throw notFound();
    const columns = getStagedFacts(row).tables[row.tableIndex]?.columns ?? [];
    const rows = await listStagedRows(tx, actor, { id, tableIndex: row.tableIndex, take: 12 });
    return columns.map((_, column) => samplesOf(rows.map(({ cells }) => cells[column] ?? null)));
  });
}

const NONE = { ADD: 0, UPDATE: 0, SAME: 0, SKIP: 0, DECIDE: 0, REPAIR: 0, FOREIGN: 0 };

async function findRow(tx: Tx, actor: Actor, id: string) {
  const scope = visibleImports(actor);
  const own = scope.kind === "OWN" ? { accountId: scope.accountId } : {};
  const row = await tx.rosterImport.findFirst({ where: { AND: [{ committeeId: actor.committeeId, id }, own] } });
  if (!row || scope.kind === "NONE") throw notFound();
  return row;
}

function samplesOf(cells: readonly SheetCell[]): string[] {
  const texts = cells.map(shownCell).filter((text) => text !== "");
  return [...new Set(texts)].slice(0, 3).map((text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text));
}
