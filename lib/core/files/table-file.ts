import "server-only";
import { randomUUID } from "node:crypto";
import { writeCsv } from "hucre/csv";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { type Day, isDay } from "@/lib/core/day";
import { neutralizeCell } from "@/lib/core/text/spreadsheet-cell";

/** A column of an exported table; `day` columns hold real dates where the whole day is known, text where it is not. */
export type FileColumn = { readonly header: string; readonly kind: "text" | "number" | "day"; readonly width: number };

/** A table to be taken away: who takes it, what it shows in words, and the rows in the order of the screen. */
export type TableFile = {
  readonly sheet: string;
  /** Lines above the table: body, title, the filter in words, exporter and time. */
  readonly head: readonly string[];
  /** What the hidden sheet keeps beside the serial, each with its name: exporter, time, filter, purpose. */
  readonly stamp: readonly (readonly [name: string, value: string])[];
  /** Names the export in the access log. */
  readonly serial: string;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (string | number | null)[][];
};

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** A serial number that names one export. */
export function newSerial(): string {
  return randomUUID().slice(0, 8).toUpperCase();
}

function excelDay(of: Day): number {
  return (Date.parse(of) - EXCEL_EPOCH) / 86_400_000;
}

function cell(value: string | number | null, column: FileColumn | undefined): string | number | null {
  if (typeof value !== "string") return value;
  if (column?.kind === "day" && isDay(value)) return excelDay(value);
  return neutralizeCell(value);
}

/**
 * The table as an Excel workbook: frozen head, A4 landscape, text that never runs as a formula, serial and stamp in a hidden
 * sheet.
 */
export async function xlsxFile(file: TableFile): Promise<Uint8Array<ArrayBuffer>> {
  const titles = file.head.map((line) => [neutralizeCell(line)]);
  const body = file.rows.map((row) => row.map((value, index) => cell(value, file.columns[index])));
  const headRows = titles.length + 1;
  const bytes = await writeXlsx({
    sheets: [
      {
        name: file.sheet,
        columns: file.columns.map(({ kind, width }) => ({ width, ...(kind === "day" && { numFmt: "dd/mm/yyyy" }) })),
        rows: [...titles, file.columns.map((column) => column.header), ...body],
        freezePane: { rows: headRows },
        pageSetup: {
          paperSize: "a4",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${headRows}:$${headRows}`,
        },
      },
      {
        name: "serial",
        hidden: true,
        rows: [[file.serial], ...file.stamp.map((pair) => pair.map((text) => neutralizeCell(text)))],
      },
    ],
  });
  return new Uint8Array(bytes);
}

/** The table as CSV by RFC 4180 with a byte order mark, so that Excel reads the letters rightly. */
export function csvFile(file: TableFile): Uint8Array<ArrayBuffer> {
  const body = file.rows.map((row) => row.map((value) => (typeof value === "string" ? neutralizeCell(value) : value)));
  const text = writeCsv([file.columns.map((column) => column.header), ...body], { lineSeparator: "\r\n" });
  return new TextEncoder().encode(`\uFEFF${text}`);
}

/** The table as an OpenDocument spreadsheet, with text that never runs as a formula. */
export async function odsFile(file: TableFile): Promise<Uint8Array<ArrayBuffer>> {
  const body = file.rows.map((row) => row.map((value) => (typeof value === "string" ? neutralizeCell(value) : value)));
  const head = file.columns.map((column) => column.header);
  return new Uint8Array(await writeOds({ sheets: [{ name: file.sheet, rows: [head, ...body] }] }));
}

const contentTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** The kinds of files that are taken away. */
export type DownloadKind = keyof typeof contentTypes;

/** The answer that downloads the bytes under an ASCII name, never shown in the browser, never kept by a cache. */
export function downloadResponse(bytes: Uint8Array<ArrayBuffer>, name: string, kind: DownloadKind): Response {
  return new Response(bytes, {
    headers: {
      "content-type": contentTypes[kind],
      "content-disposition": `attachment; filename="${name}.${kind}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
