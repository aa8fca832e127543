import { type Entry, entriesOf, inflated } from "../reader/archive.ts";
import { RefusedError } from "../reader/refused.ts";
import { ATTACHMENT_LIMITS, type AttachmentRefusal } from "./reading.ts";

type Office = { readonly format: "DOCX" | "XLSX"; readonly texts: readonly string[] };

const WORD = /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/u;
const EXCEL = /^xl\/(sharedStrings|workbook|worksheets\/[^/]+|comments\d*)\.xml$/u;
const PROPERTIES = /^docProps\/(core|custom)\.xml$/u;
const MACROS = /vba|macroEnabled/iu;
/* Where a word ends although no space does: the ends of paragraphs, cells and properties, breaks and tabs. */
const PARAGRAPH_END =
  /<\/(?:w:p|si|is|c|dc:title|dc:subject|dc:description|cp:keywords|oddHeader|oddFooter|property)>|<sheet /u;
const BREAKS = /<(?:w:br|w:tab|w:cr)\b[^>]*>/gu;
const TAGS = /<[^>]*>/gu;
const NAMES_OF_SHEETS = /<sheet [^>]*?name="([^"]*)"[^>]*>/gu;

/** The paragraphs of a Word or Excel file, or why it is none. Throws a RefusedError where it is damaged, locked or inflates too far. */
export function officeTexts(file: Buffer): Office | { readonly refused: AttachmentRefusal } {
  const entries = entriesOf(file);
  let left: number = ATTACHMENT_LIMITS.inflatedBytes;
  const textOf = (entry: Entry) => {
    const bytes = inflated(entry, left);
    left -= bytes.length;
    return bytes.toString("utf8");
  };
  const types = entries.find(({ name }) => name === "[Content_Types].xml");
  if (!types) return { refused: "OTHER_KIND" };
  if (MACROS.test(textOf(types)) || entries.some(({ name }) => MACROS.test(name))) return { refused: "MACROS" };
  const has = (part: string) => entries.some(({ name }) => name === part);
  const format = has("word/document.xml") ? "DOCX" : has("xl/workbook.xml") ? "XLSX" : null;
  if (format === null) return { refused: "OTHER_KIND" };
  const told = format === "DOCX" ? WORD : EXCEL;
  const parts = entries.filter(({ name }) => told.test(name) || PROPERTIES.test(name));
  return { format, texts: parts.flatMap((part) => paragraphsOf(textOf(part))) };
}

/** What stands in each paragraph of a part, its runs joined. */
export function paragraphsOf(xml: string): string[] {
  return xml
    .replace(NAMES_OF_SHEETS, "$1<sheet ")
    .split(PARAGRAPH_END)
    .map((piece) => plain(piece.replace(BREAKS, " ").replace(TAGS, "")).trim())
    .filter((text) => text !== "");
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code > 0x10_ff_ff) throw new RefusedError("DAMAGED");
      return String.fromCodePoint(code);
    },
  );
}
