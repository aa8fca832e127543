import { deflateRawSync } from "node:zlib";
import { archiveOf } from "@/lib/core/files/reader/archive";

/** A zip archive of these files; sizes may lie, since the reader does not believe them. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  return archiveOf(
    Object.entries(files).map(([name, content]) => {
      const bytes = Buffer.from(content);
      return { name, method: 8, crc: 0, stored: deflateRawSync(bytes), size: bytes.length };
    }),
  );
}

/** The parts of a workbook with one sheet, whose rows are given as the XML between `sheetData`. */
export function workbookParts(sheetData: string, shared = ""): Record<string, string> {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaged}/relationships">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}/relationships">${relation("r1", "worksheet", "worksheets/sheet1.xml")}${relation("r2", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${shared}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
  };
}
