import { randomBytes } from "node:crypto";
import { writeXlsx } from "hucre/xlsx";
import type { FileRefusal } from "@/lib/core/files/reader/sheet";
import { workbookParts, zipOf } from "./archive";

/** A file that is not read, with the reason it is refused for. */
export type RefusedFile = {
  readonly name: string;
  readonly refusal: FileRefusal;
  readonly bytes: () => Promise<Buffer>;
};

const MEGABYTE = 1024 * 1024;
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const row = (cells: string) => `<row r="1">${cells}</row>`;
const text = (value: string) => `<c r="A1" t="inlineStr"><is><t>${value}</t></is></c>`;

const files: Record<string, [FileRefusal, () => Buffer | Promise<Buffer>]> = {
  "an empty file": ["EMPTY", () => Buffer.alloc(0)],
  "a file of blanks": ["EMPTY", () => Buffer.from(" \r\n\r\n ")],
  "a file of 100 MB": ["TOO_BIG", () => Buffer.alloc(100 * MEGABYTE)],
  "a workbook of Excel 97": ["OLD_EXCEL", () => Buffer.concat([OLE, Buffer.alloc(2048)])],
  "a workbook of Excel 4": ["OLD_EXCEL", () => Buffer.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00])],
  "a workbook with a password": ["LOCKED", async () => lockedWorkbook()],
  "an archive with locked parts": ["LOCKED", () => withFlag(zipOf(workbookParts("")), 1)],
  "a workbook with macros": ["MACROS", () => zipOf({ ...workbookParts(""), "xl/vbaProject.bin": "x" })],
  "a macro workbook renamed to .xlsx": [
    "MACROS",
    () =>
      zipOf({ ...workbookParts(""), "[Content_Types].xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }),
  ],
  "a binary workbook": ["BINARY_EXCEL", () => zipOf({ "[Content_Types].xml": "", "xl/workbook.bin": "x" })],
  "a web page saved as .xls": [
    "WEB_PAGE",
    () => Buffer.from("<html><table><tr><td>Họ và tên</td></tr></table></html>"),
  ],
  "a table of Excel 2003 in XML": [
    "XML_EXCEL",
    () => Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ],
  "a Word document": ["OTHER_KIND", () => zipOf({ "[Content_Types].xml": "", "word/document.xml": "<w/>" })],
  "a PDF": ["OTHER_KIND", () => Buffer.from("%PDF-1.7 ...")],
  "a picture": ["OTHER_KIND", () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), randomBytes(500)])],
  "a locked OpenDocument": [
    "LOCKED",
    () =>
      zipOf({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest:encryption-data/>",
        "content.xml": randomBytes(200),
      }),
  ],
  "a workbook cut off in the middle": ["DAMAGED", async () => (await goodWorkbook()).subarray(0, 900)],
  "an archive that is none": ["DAMAGED", () => Buffer.from("PK\u0003\u0004 and nothing more")],
  "a workbook of 400,000 texts": ["INFLATES", () => zipOf(workbookParts("", shortTexts(400_000)))],
  "a workbook with one cell of 256 MB": ["INFLATES", () => zipOf(workbookParts(row(text("A".repeat(256 * MEGABYTE)))))],
  "a zip bomb in many small parts": [
    "INFLATES",
    () => {
      const parts = Array.from({ length: 90 }, (_, index) => [`xl/worksheets/s${index}.xml`, "0".repeat(MEGABYTE)]);
      return zipOf({ ...workbookParts(""), ...Object.fromEntries(parts) });
    },
  ],
  "an archive of a thousand entries": [
    "INFLATES",
    () => zipOf({ ...workbookParts(""), ...Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x${i}`, ""])) }),
  ],
  "a workbook of 90 columns": ["TOO_MANY_COLUMNS", () => goodWorkbook([Array.from({ length: 90 }, () => "x")])],
  "a text of 20,000 lines": ["TOO_MANY_ROWS", () => Buffer.from("Họ và tên;Sinh ngày\n".repeat(20_000))],
  "a workbook of 20,000 lines": ["TOO_MANY_ROWS", () => goodWorkbook(Array.from({ length: 20_000 }, () => ["x"]))],
};

/** Every file that is refused. */
export const refusedFiles: readonly RefusedFile[] = Object.entries(files).map(([name, [refusal, make]]) => ({
  name,
  refusal,
  bytes: async () => make(),
}));

async function goodWorkbook(rows: string[][] = [["Họ và tên"]]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: "A", rows }] }));
}

async function lockedWorkbook(): Promise<Buffer> {
  const sheets = [{ name: "A", rows: [["Họ và tên"]] }];
  return Buffer.from(await writeXlsx({ sheets, encryption: { password: "hoa-ban", spinCount: 1000 } }));
}

function shortTexts(count: number): string {
  return Array.from({ length: count }, (_, index) => `<si><t>${index * 7919}x${index}</t></si>`).join("");
}

/** The same archive with a flag set in its directory. */
function withFlag(archive: Buffer, flag: number): Buffer {
  const at = archive.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  archive.writeUInt16LE(flag, at + 8);
  return archive;
}
