import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { FormSending } from "@/lib/core/command";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { keepDecisions } from "@/lib/features/imports/commands/decide-rows";
import { loadImport } from "@/lib/features/imports/commands/load-import";
import { canContinueImport } from "@/lib/features/imports/policy";
import { openObstacle } from "@/lib/features/imports/rules/obstacles";
import type { AcceptCellsInput } from "@/lib/features/imports/schema/forms";

/**
 * Decides cell by cell about the lines a page shows: what is ticked is written, every other difference stays as the register
 * has it. Refuses an import that runs or is over (RULE), and a line that is none of it (CONFLICT).
 */
export async function acceptCells(actor: Actor, input: AcceptCellsInput, sending: FormSending = {}) {
  const roster = await readAs(actor, async (tx) => {
    const roster = await loadImport(tx, actor, input.id);
    authorize(canContinueImport(actor, roster));
    requireNoObstacle(openObstacle(roster.state));
    const { id, tableIndex } = roster;
    const where = { committeeId: actor.committeeId, importId: id, tableIndex, line: { in: input.lines } };
    if ((await tx.stagingRow.count({ where })) !== new Set(input.lines).size) {
      throw new DomainError("CONFLICT", "refusals.conflict");
    }
    return roster;
  });
  const acceptedOf = (line: number) => input.accepted.flatMap((cell) => (cell.line === line ? [cell.field] : []));
  const decisions = new Map(input.lines.map((line) => [line, { accepted: acceptedOf(line) }]));
  return keepDecisions(actor, roster, decisions, {
    ...{ command: "acceptCells", input, ...sending },
    type: "rosterImport.cellsDecided",
    after: { rows: input.lines.length, cells: input.accepted.length },
  });
}
