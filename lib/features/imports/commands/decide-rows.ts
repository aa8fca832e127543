import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AuditValues } from "@/lib/core/audit";
import { type FormSending, runCommand, type Sending } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { foreignLines, keepOutcomes, remarksOf } from "@/lib/features/imports/commands/check-import";
import { type LoadedImport, loadImport, loadOwnImport } from "@/lib/features/imports/commands/load-import";
import { canContinueImport } from "@/lib/features/imports/policy";
import {
  type Decisions,
  getImporter,
  type JudgedLine,
  listJudgedLines,
} from "@/lib/features/imports/queries/judged-lines";
import { regrouped } from "@/lib/features/imports/rules/groups";
import { openObstacle } from "@/lib/features/imports/rules/obstacles";
import type { DecideRowInput, DecideRowsInput } from "@/lib/features/imports/schema/forms";

type Key = FormSending;
type Waiting = { readonly line: number; readonly rivals: string[] };

/**
 * Decides about a row that may be a member the register knows: the same person, somebody new, or left out. Refuses a member
 * who is not among those the row may be, and somebody new in a secretary's file (RULE).
 */
export async function decideRow(actor: Actor, input: DecideRowInput, sending: Key = {}) {
  const { roster, rows } = await loadWaiting(actor, input.id, { line: input.line });
  const [row] = rows;
  if (!row) throw notFound();
  const { decision } = input.choice;
  const memberId = decision === "SAME_PERSON" ? input.choice.memberId : null;
  if (decision === "SAME_PERSON" && (memberId === null || !row.rivals.includes(memberId))) {
    throw new DomainError("RULE", "imports.errors.noSuchRival", {}, "choice");
  }
  const decisions = new Map([[row.line, { decision, memberId }]]);
  return decide(actor, roster, decisions, { command: "decideRow", input, ...sending });
}

/** Decides the same about every row that still waits: for SAME_PERSON those that may be one member only. */
export async function decideRows(actor: Actor, input: DecideRowsInput, sending: Key = {}) {
  const { roster, rows } = await loadWaiting(actor, input.id, { outcome: "DECIDE" });
  const { decision } = input;
  const decided = decision === "SAME_PERSON" ? rows.filter(({ rivals }) => rivals.length === 1) : rows;
  const memberOf = ({ rivals }: Waiting) => (decision === "SAME_PERSON" ? (rivals[0] ?? null) : null);
  const decisions = new Map(decided.map((row) => [row.line, { decision, memberId: memberOf(row) }]));
  return decide(actor, roster, decisions, { command: "decideRows", input, ...sending });
}

function loadWaiting(
  actor: Actor,
  id: string,
  which: { line: number } | { outcome: "DECIDE" },
): Promise<{ roster: LoadedImport; rows: Waiting[] }> {
  return readAs(actor, async (tx) => {
    const roster = await loadImport(tx, actor, id);
    authorize(canContinueImport(actor, roster));
    requireNoObstacle(openObstacle(roster.state));
    const where = { committeeId: actor.committeeId, importId: id, tableIndex: roster.tableIndex, ...which };
    const rows = await tx.stagingRow.findMany({
      where,
      select: { line: true, rivals: true },
      orderBy: { line: "asc" },
    });
    return { roster, rows };
  });
}

async function decide(actor: Actor, roster: LoadedImport, decisions: Decisions, sending: Sending) {
  const isOffice = getImporter(actor).kind === "OFFICE";
  if (!isOffice && [...decisions.values()].some(({ decision }) => decision === "NEW_PERSON")) {
    throw new DomainError("RULE", "imports.errors.newPersonByOffice", {}, "choice");
  }
  const { decision = null } = [...decisions.values()][0] ?? {};
  const after = { decision, rows: decisions.size };
  return keepDecisions(actor, roster, decisions, { ...sending, type: "rosterImport.rowsDecided", after });
}

/** Keeps decisions about lines of an import that is open: judges these lines with them first, then keeps both together. */
export async function keepDecisions(
  actor: Actor,
  roster: LoadedImport,
  decisions: Decisions,
  { type, after, ...sending }: Sending & { type: `rosterImport.${string}`; after: AuditValues },
) {
  const judgement = await listJudgedLines(actor, roster, { decisions });
  if (judgement === null) throw new Error("judging ended by itself");

  return runCommand(actor, sending, async (context) => {
    const { tx, actor, audit } = context;
    await tx.$queryRaw`SELECT 1 FROM "RosterImport" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ${roster.id}::uuid FOR UPDATE`;
    const current = await loadOwnImport(context, roster.id);
    requireNoObstacle(openObstacle(current.state));
    if (current.tableIndex !== roster.tableIndex) throw new DomainError("CONFLICT", "refusals.conflict");
    await keepOutcomes(context, current, judgement.lines, decisions);
    await tx.rosterImport.updateMany({
      where: { committeeId: actor.committeeId, id: roster.id },
      data: { ...judgedAgain(current, judgement.lines), version: { increment: 1 } },
    });
    audit({
      type,
      subject: { kind: "rosterImport", id: roster.id, name: roster.fileName },
      params: { rows: decisions.size },
      changes: [{ record: "RosterImport", recordId: roster.id, before: null, after }],
    });
    return { id: roster.id };
  });
}

function judgedAgain({ repairs, notices }: LoadedImport, lines: readonly JudgedLine[]) {
  const remarks = remarksOf(lines);
  const foreign = foreignLines(lines);
  return {
    repairs: regrouped<string>(repairs, remarks.repairs),
    notices: regrouped<string>(notices, remarks.notices),
    ...(foreign.length > 0 && { state: "REJECTED" as const, foreignLines: foreign }),
  };
}
