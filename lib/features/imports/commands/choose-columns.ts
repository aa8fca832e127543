import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { checkedColumns, keepOutcomes } from "@/lib/features/imports/commands/check-import";
import {
  type LoadedImport,
  loadImport,
  loadOwnImport,
  takeImportVersion,
} from "@/lib/features/imports/commands/load-import";
import { listHeadMeanings } from "@/lib/features/imports/queries/head-meanings";
import { listJudgedLines } from "@/lib/features/imports/queries/judged-lines";
import { type HeadPath, headKey } from "@/lib/features/imports/rules/headers";
import { meaningsObstacle, meaningsOf } from "@/lib/features/imports/rules/meanings";
import { openObstacle } from "@/lib/features/imports/rules/obstacles";
import type { ChooseColumnsInput, ChooseTableInput } from "@/lib/features/imports/schema/forms";

type Key = FormSending;

/** Takes another table of the file, with its columns guessed anew. */
export function chooseTable(actor: Actor, input: ChooseTableInput, sending: Key = {}) {
  return runCommand(actor, { command: "chooseTable", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const roster = await loadOwnImport(context, input.id);
    requireNoObstacle(openObstacle(roster.state));
    const table = roster.tables[input.tableIndex];
    if (!table) throw new DomainError("RULE", "imports.errors.noSuchTable", {}, "tableIndex");
    const meanings = meaningsOf(table.columns, await listHeadMeanings(tx, actor));
    const chosen = {
      tableIndex: input.tableIndex,
      meanings,
      state: "STAGED" as const,
      repairs: [],
      notices: [],
      foreignLines: [],
    };
    await takeImportVersion(context, input, chosen);
    audit({
      type: "rosterImport.tableChanged",
      subject: { kind: "rosterImport", id: roster.id, name: roster.fileName },
      changes: [
        {
          record: "RosterImport",
          recordId: roster.id,
          before: { table: roster.tableIndex + 1 },
          after: { table: input.tableIndex + 1 },
        },
      ],
    });
    return { id: roster.id };
  });
}

/**
 * Says what each column means, remembers it for the register, and checks every line against it. Nothing is written about any
 * member. Refuses columns without a name or with a field twice (RULE), and an older version (CONFLICT).
 */
export async function chooseColumns(actor: Actor, input: ChooseColumnsInput, sending: Key = {}) {
  const before = await readAs(actor, (tx) => loadImport(tx, actor, input.id));
  if (input.newcomersFrom > actor.today) {
    throw new DomainError("RULE", "imports.errors.newcomersInFuture", {}, "newcomersFrom");
  }
  const chosen = { ...before, ...choiceOf(before, input) };
  const judgement = await listJudgedLines(actor, chosen);
  if (judgement === null) throw new Error("judging ended by itself");

  return runCommand(actor, { command: "chooseColumns", input, ...sending }, async (context) => {
    const roster = await loadOwnImport(context, input.id);
    const { meanings, fallbackBranchId, newcomersFrom, tableIndex } = choiceOf(roster, input);
    const checked = checkedColumns(judgement.lines);
    await proveBranch(context, fallbackBranchId);
    await rememberHeads(context, roster.tables[tableIndex]?.columns ?? [], meanings);
    await takeImportVersion(context, input, {
      tableIndex,
      meanings,
      fallbackBranchId,
      newcomersFrom: toDbDate(newcomersFrom),
      ...checked,
    });
    await keepOutcomes(context, { ...roster, tableIndex }, judgement.lines);
    context.audit({
      type: "rosterImport.checked",
      subject: { kind: "rosterImport", id: roster.id, name: roster.fileName },
      params: { rows: judgement.lines.length, rejected: checked.state === "REJECTED" },
      changes: [
        {
          record: "RosterImport",
          recordId: roster.id,
          before: { state: roster.state },
          after: { state: checked.state },
        },
      ],
    });
    return { id: roster.id };
  });
}

function choiceOf(roster: LoadedImport, input: ChooseColumnsInput) {
  requireNoObstacle(openObstacle(roster.state));
  requireNoObstacle(meaningsObstacle(input.meaning));
  const table = roster.tables[input.tableIndex];
  if (table?.columns.length !== input.meaning.length) throw new DomainError("CONFLICT", "refusals.conflict");
  const { fallbackBranchId, newcomersFrom, tableIndex } = input;
  return { meanings: input.meaning, fallbackBranchId, newcomersFrom, tableIndex };
}

async function proveBranch({ tx, actor }: CommandContext, branchId: string | null): Promise<void> {
  if (branchId === null) return;
  const branch = await tx.branch.findFirst({
    where: { committeeId: actor.committeeId, id: branchId },
    select: { id: true },
  });
  if (!branch) throw notFound();
}

async function rememberHeads(
  { tx, actor }: CommandContext,
  columns: readonly HeadPath[],
  meanings: ChooseColumnsInput["meaning"],
): Promise<void> {
  const chosen = new Map(columns.map((path, column) => [headKey(path), meanings[column] ?? null] as const));
  const heads = [...chosen].filter(([key]) => key !== "").map(([key, field]) => ({ key, field }));
  await tx.$executeRaw`
    INSERT INTO "HeadMeaning" AS kept ("committeeId", "headKey", field)
    SELECT ${actor.committeeId}::uuid, x.key, x.field FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) AS x(key text, field text)
    ON CONFLICT ("committeeId", "headKey") DO UPDATE SET field = EXCLUDED.field, "chosenAt" = now()
    WHERE kept.field IS DISTINCT FROM EXCLUDED.field`;
}
