import { kindOf } from "./kind.ts";
import { LIMITS } from "./limits.ts";
import { readExcel, readOpenDocument } from "./read-archive.ts";
import { readText } from "./read-csv.ts";
import { RefusedError } from "./refused.ts";
import type { FileReading, FileRefusal, ReadSheet } from "./sheet.ts";

/* A process of its own: a file on standard input, what is in its sheets on standard output. It knows no secret, writes
   no file and opens no connection; when it grows too big or too slow it is ended, and nothing else with it. */

async function read(file: Buffer): Promise<FileReading> {
  const { format, entries } = kindOf(file);
  const sheets = await readSheets(format, entries, file);
  if (sheets.length > LIMITS.sheets) throw new RefusedError("TOO_HEAVY");
  return { format, sheets: sheets.map(withinLimits) };
}

function readSheets(format: string, entries: Parameters<typeof readExcel>[0], file: Buffer) {
  if (format === "CSV") return readText(file);
  return format === "ODS" ? readOpenDocument(entries) : readExcel(entries);
}

function withinLimits(sheet: ReadSheet): ReadSheet {
  const rows = sheet.rows.map((row) => row.slice(0, row.findLastIndex(isFilled) + 1));
  const kept = rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
  if (kept.length > LIMITS.rows + LIMITS.rowsAround) throw new RefusedError("TOO_MANY_ROWS");
  if (kept.some((row) => row.length > LIMITS.columns)) throw new RefusedError("TOO_MANY_COLUMNS");
  return { ...sheet, rows: kept };
}

function isFilled(cell: ReadSheet["rows"][number][number]): boolean {
  return typeof cell === "string" ? cell.trim() !== "" : cell !== null;
}

function refusalOf(error: unknown): FileRefusal {
  return error instanceof RefusedError ? error.refusal : "DAMAGED";
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const reading = await read(Buffer.concat(chunks)).catch((error: unknown) => ({ refused: refusalOf(error) }));
process.stdout.write(JSON.stringify(reading));
