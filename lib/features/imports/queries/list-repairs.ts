import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getImport, type ImportView } from "@/lib/features/imports/queries/get-import";
import { listStagedRows, type StagedRow } from "@/lib/features/imports/queries/staged-rows";
import type { StagedGroup } from "@/lib/features/imports/queries/staged-tables";
import { nameIn, quotedCell } from "@/lib/features/imports/rules/shown";

/** A line that needs a repair: whose it is, the column by its head, and what stands there. */
export type RepairLine = {
  readonly line: number;
  readonly name: string;
  readonly column: string | null;
  readonly found: string;
  readonly detail: string | null;
};

/** A group of lines that need the same repair; some of its lines, and how many there are. */
export type RepairGroup = Pick<StagedGroup, "kind" | "field"> & {
  readonly index: number;
  readonly total: number;
  readonly lines: readonly RepairLine[];
};

const FIRST = 5;

/** The repairs that an import needs, the largest group first, each with its first lines; for who may go on with it. */
export async function listRepairs(actor: Actor, roster: ImportView): Promise<RepairGroup[]> {
  authorize(roster.can.continue);
  const shown = roster.repairs.map((group) => group.lines.slice(0, FIRST));
  const rows = await rowsOf(actor, roster, shown.flat());
  return roster.repairs.map((group, index) => ({
    kind: group.kind,
    field: group.field,
    index,
    total: group.lines.length,
    lines: (shown[index] ?? []).map((line, place) => lineOf(roster, group, rows.get(line), place)),
  }));
}

/** One page of the lines of a group of repairs. */
export async function findRepairGroup(
  actor: Actor,
  id: string,
  index: number,
  window: { page: number; size: number },
): Promise<{ roster: ImportView; group: RepairGroup } | null> {
  const roster = await getImport(actor, id);
  authorize(roster.can.continue);
  const group = roster.repairs[index];
  if (!group) return null;
  const first = (window.page - 1) * window.size;
  const lines = group.lines.slice(first, first + window.size);
  const rows = await rowsOf(actor, roster, lines);
  const shown = lines.map((line, place) => lineOf(roster, group, rows.get(line), first + place));
  return { roster, group: { kind: group.kind, field: group.field, index, total: group.lines.length, lines: shown } };
}

async function rowsOf(actor: Actor, { id, tableIndex }: ImportView, lines: readonly number[]) {
  const rows = await readAs(actor, (tx) => listStagedRows(tx, actor, { id, tableIndex, lines }));
  return new Map(rows.map((row) => [row.line, row]));
}

function lineOf(roster: ImportView, group: StagedGroup, row: StagedRow | undefined, place: number): RepairLine {
  const { column } = group;
  const path = column === null ? null : (roster.tables[roster.tableIndex]?.columns[column] ?? []);
  return {
    line: group.lines[place] ?? 0,
    name: row ? nameIn(roster.meanings, row.cells) : "",
    column: path && path.join(" / "),
    found: row && column !== null ? quotedCell(row.cells[column] ?? null) : "",
    detail: group.details[place] ?? null,
  };
}
