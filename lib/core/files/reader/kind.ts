import { type Entry, entriesOf, inflated } from "./archive.ts";
import { RefusedError } from "./refused.ts";
import type { FileFormat } from "./sheet.ts";

/** What a file is by its content, whatever its name says; archives come with what is in them. */
export type FileKind = { readonly format: FileFormat; readonly entries: readonly Entry[] };

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const LOCKED_STREAM = Buffer.from("EncryptedPackage", "utf16le");
const OLD_RECORDS: readonly number[] = [0x0009, 0x0209, 0x0409, 0x0809];
const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";
const SMALL = 1_000_000;

/** Tells what the file is. Refuses what cannot be read, each kind with its own reason. */
export function kindOf(file: Buffer): FileKind {
  if (file.length === 0) throw new RefusedError("EMPTY");
  if (file.subarray(0, 4).equals(ZIP)) return archiveKind(entriesOf(file));
  if (file.subarray(0, 8).equals(OLE)) throw new RefusedError(file.includes(LOCKED_STREAM) ? "LOCKED" : "OLD_EXCEL");
  if (file.length > 4 && OLD_RECORDS.includes(file.readUInt16LE(0))) throw new RefusedError("OLD_EXCEL");
  proveText(file);
  return { format: "CSV", entries: [] };
}

function archiveKind(entries: readonly Entry[]): FileKind {
  const textOf = (name: string) => {
    const entry = entries.find((one) => one.name === name);
    return entry ? inflated(entry, SMALL).toString("utf8") : "";
  };
  const has = (form: RegExp) => entries.some(({ name }) => form.test(name));
  if (has(/(^|\/)workbook\.bin$/iu)) throw new RefusedError("BINARY_EXCEL");
  if (has(/(^|\/)vbaProject\.bin$/iu) || /macroEnabled/u.test(textOf("[Content_Types].xml"))) {
    throw new RefusedError("MACROS");
  }
  if (has(/^xl\/workbook[^/]*\.xml$/iu)) return { format: "XLSX", entries };
  if (!textOf("mimetype").startsWith(SPREADSHEET)) throw new RefusedError("OTHER_KIND");
  if (/encryption-data/u.test(textOf("META-INF/manifest.xml"))) throw new RefusedError("LOCKED");
  return { format: "ODS", entries };
}

function proveText(file: Buffer): void {
  const isWide = (file[0] === 0xff && file[1] === 0xfe) || (file[0] === 0xfe && file[1] === 0xff);
  if (isWide) return;
  if (file.includes(0)) throw new RefusedError("OTHER_KIND");
  const start = file
    .toString("latin1", 0, 2000)
    .replace(/^\u00EF\u00BB\u00BF/u, "")
    .trimStart()
    .toLowerCase();
  if (start === "" && file.length < 2000) throw new RefusedError("EMPTY");
  if (/^<\?xml[\s\S]*(urn:schemas-microsoft-com:office:spreadsheet|progid="excel\.sheet")/u.test(start)) {
    throw new RefusedError("XML_EXCEL");
  }
  if (/^(mime-version:|<!doctype html|<html|<head|<meta|<table|<style|<\?xml)/u.test(start)) {
    throw new RefusedError("WEB_PAGE");
  }
  if (/^(%pdf-|\{\\rtf)/u.test(start)) throw new RefusedError("OTHER_KIND");
}
