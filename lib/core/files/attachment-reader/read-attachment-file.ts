import { secrecyMarkIn, secrecyMarkInLines } from "../../text/secrecy.ts";
import { officeTexts } from "./office-texts.ts";
import type { AttachmentReading } from "./reading.ts";
import { strippedJpg, strippedPng } from "./stripped-picture.ts";

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const LOCKED_STREAM = Buffer.from("EncryptedPackage", "utf16le");
const PDF = Buffer.from("%PDF-", "latin1");
const PDF_END = Buffer.from("%%EOF", "latin1");
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPG = Buffer.from([0xff, 0xd8, 0xff]);
const PDF_TAIL = 2048;

const startsWith = (file: Buffer, bytes: Buffer) => file.subarray(0, bytes.length).equals(bytes);

/** What the file is by its content, whatever its name says. Throws a RefusedError where it cannot be read to the end. */
export async function readAttachmentFile(file: Buffer): Promise<AttachmentReading> {
  if (file.length === 0) return { refused: "EMPTY" };
  if (startsWith(file, OLE)) return { refused: file.includes(LOCKED_STREAM) ? "LOCKED" : "OLD_OFFICE" };
  if (startsWith(file, PNG)) return picture("PNG", strippedPng(file));
  if (startsWith(file, JPG)) return picture("JPG", strippedJpg(file));
  if (startsWith(file, PDF)) {
    const isWhole = file.subarray(-PDF_TAIL).includes(PDF_END);
    if (!isWhole) return { refused: "DAMAGED" };
    /* Loaded for these files alone: the others need not wait for it. */
    const { pdfTexts } = await import("./pdf-texts.ts");
    return { format: "PDF", mark: secrecyMarkInLines(await pdfTexts(file)), stripped: null };
  }
  if (!startsWith(file, ZIP)) return { refused: "OTHER_KIND" };
  const office = officeTexts(file);
  if ("refused" in office) return office;
  const mark = office.texts.map(secrecyMarkIn).find((one) => one !== null) ?? null;
  return { format: office.format, mark, stripped: null };
}

function picture(format: "PNG" | "JPG", bytes: Buffer): AttachmentReading {
  return { format, mark: null, stripped: bytes.toString("base64") };
}
