import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, runCommand } from "@/lib/core/command";
import { authorize, DomainError } from "@/lib/core/errors";
import { readWorkbook } from "@/lib/core/files/read-workbook";
import { LIMITS } from "@/lib/core/files/reader/limits";
import type { FileFormat, ReadSheet } from "@/lib/core/files/reader/sheet";
import type { Upload } from "@/lib/core/files/upload";
import { sealText } from "@/lib/core/identity";
import { cleanText } from "@/lib/core/text/clean";
import { canImport } from "@/lib/features/imports/policy";
import { listHeadMeanings } from "@/lib/features/imports/queries/head-meanings";
import { getSealingPlace } from "@/lib/features/imports/queries/staged-rows";
import { sheetInUnicode } from "@/lib/features/imports/rules/codings";
import { cellText } from "@/lib/features/imports/rules/grid";
import { meaningsOf } from "@/lib/features/imports/rules/meanings";
import { hasSecrecyMark } from "@/lib/features/imports/rules/secrecy";
import { type FoundTable, tablesIn } from "@/lib/features/imports/rules/tables";

type Staged = {
  format: FileFormat;
  tables: readonly FoundTable[];
  converted: { TCVN3: number; VNI: number; APART: number; formulas: number };
};

/**
 * Takes a roster in: reads the file apart, finds its tables, and keeps every line sealed until the import is over. Nothing is
 * written about any member. Refuses who may not import (FORBIDDEN) and, with what to do instead, a file that cannot be read,
 * holds no table of people, or carries a secrecy mark (RULE).
 */
export async function stageImport(actor: Actor, file: Upload): Promise<{ id: string }> {
  authorize(canImport(actor));
  const reading = await readWorkbook(file.bytes);
  if ("refused" in reading) throw new DomainError("RULE", `imports.refusals.${reading.refused}`);
  const staged = foundIn(reading.format, reading.sheets);
  const fileHash = new Uint8Array(createHash("sha256").update(file.bytes).digest());
  const input = { fileHash: Buffer.from(fileHash).toString("hex") };

  return runCommand(actor, { command: "stageImport", input }, async (context) => {
    authorize(canImport(context.actor));
    const id = randomUUID();
    const fileName = cleanText(file.name).text.slice(0, 200) || "?";
    await writeImport(context, { id, fileName, fileHash, ...staged });
    for (const [tableIndex, table] of staged.tables.entries()) await writeRows(context, id, tableIndex, table);
    const rows = staged.tables.reduce((sum, table) => sum + table.rows.length, 0);
    context.audit({
      type: "rosterImport.staged",
      subject: { kind: "rosterImport", id, name: fileName },
      params: { format: staged.format, tables: staged.tables.length, rows },
      changes: [{ record: "RosterImport", recordId: id, before: null, after: { fileName, rows } }],
    });
    return { id };
  });
}

function foundIn(format: FileFormat, sheets: readonly ReadSheet[]): Staged {
  const converted = { TCVN3: 0, VNI: 0, APART: 0, formulas: 0 };
  const tables = sheets.flatMap((sheet) => {
    const read = sheetInUnicode(sheet);
    converted.TCVN3 += read.converted.TCVN3;
    converted.VNI += read.converted.VNI;
    converted.APART += read.converted.APART;
    converted.formulas += sheet.formulas;
    const found = tablesIn(read.sheet);
    proveNotSecret(read.sheet, found);
    return found.filter((table) => table.rows.length > 0);
  });
  if (tables.length === 0) throw new DomainError("RULE", "imports.errors.noTable");
  if (tables.some((table) => table.rows.length > LIMITS.rows))
    throw new DomainError("RULE", "imports.refusals.TOO_MANY_ROWS");
  const largestFirst = tables.toSorted((one, other) => other.rows.length - one.rows.length);
  return { format, tables: largestFirst, converted };
}

/* A mark may also stand in a sheet that holds no table. */
function proveNotSecret(sheet: ReadSheet, tables: readonly FoundTable[]): void {
  const texts = sheet.rows.flatMap((row) => row.map(cellText).filter((text) => text !== ""));
  const around = tables.length === 0 ? texts : tables.flatMap((table) => table.around);
  if (hasSecrecyMark(around, texts)) throw new DomainError("RULE", "imports.errors.secret");
}

async function writeImport(
  { tx, actor }: CommandContext,
  of: Staged & { id: string; fileName: string; fileHash: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const remembered = await listHeadMeanings(tx, actor);
  const [first] = of.tables;
  await tx.rosterImport.create({
    data: {
      committeeId: actor.committeeId,
      id: of.id,
      accountId: actor.accountId ?? "",
      importerName: actor.displayName,
      fileName: of.fileName,
      format: of.format,
      fileHash: of.fileHash,
      tables: of.tables.map(({ sheet, firstLine, columns, hasGroups, rows, leftOut }) => ({
        sheet,
        firstLine,
        columns: columns.map((path) => [...path]),
        hasGroups,
        rows: rows.length,
        leftOut: [...leftOut],
      })),
      converted: of.converted,
      meanings: first ? meaningsOf(first.columns, remembered) : [],
    },
    select: { id: true },
  });
}

async function writeRows(
  { tx, actor }: CommandContext,
  id: string,
  tableIndex: number,
  table: FoundTable,
): Promise<void> {
  const lines = table.rows.map((row) => row.line);
  const sealed = table.rows.map(({ line, cells }) =>
    Buffer.from(sealText(getSealingPlace(id, tableIndex, line), JSON.stringify(cells))).toString("base64"),
  );
  await tx.$executeRaw`
    INSERT INTO "StagingRow" ("committeeId", "importId", "tableIndex", line, cells)
    SELECT ${actor.committeeId}::uuid, ${id}::uuid, ${tableIndex}::int, x.line, decode(x.cells, 'base64')
    FROM unnest(${lines}::int[], ${sealed}::text[]) AS x(line, cells)`;
}
