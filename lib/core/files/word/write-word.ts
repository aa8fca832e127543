import "server-only";
import PizZip from "pizzip";
import { pageOf } from "@/lib/core/files/word/blocks";
import { paragraphOf, xmlText } from "@/lib/core/files/word/paragraphs";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
/* The same text gives the same bytes on every day. */
const MADE = new Date(Date.UTC(2026, 0, 1));

/** The part that says who made a document and when; nothing of who made the template. */
export const CORE_PART = "docProps/core.xml";

/** What a document is called, who takes it away, when, and under which number. */
export type WordStamp = { readonly title: string; readonly by: string; readonly at: Date; readonly serial: string };

/** The properties of a document: the stamp and nothing else. */
export function corePart({ title, by, at, serial }: WordStamp): string {
  const namespaces = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(" ");
  const made = `<dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString()}</dcterms:created>`;
  const named = `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(by)}</dc:creator>`;
  return `${HEAD}<cp:coreProperties ${namespaces}>${named}<cp:keywords>${xmlText(serial)}</cp:keywords>${made}</cp:coreProperties>`;
}

/**
 * A Word document of a template's text (see `pageOf`), in the layout of Party documents: A4, margins 20, 20, 30 and 15 mm, Times New
 * Roman 14 pt, page numbers from the second page on (HD 36-HD/VPTW 2018, HD 05-HD/VPTW 2026).
 */
export function wordFile(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const { body, footer, isLandscape } = pageOf(lines);
  const size = isLandscape ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"';
  const feet =
    footer === null
      ? ""
      : '<w:footerReference w:type="first" r:id="r3"/><w:footerReference w:type="default" r:id="r3"/>';
  const margins = 'w:top="1134" w:bottom="1134" w:left="1701" w:right="850" w:header="567" w:footer="567" w:gutter="0"';
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="r2"/>${feet}<w:pgSz ${size}/><w:pgMar ${margins}/><w:titlePg/></w:sectPr>`;
  const parts: readonly (readonly [path: string, text: string])[] = [
    ["[Content_Types].xml", contentTypes(footer !== null)],
    [
      "_rels/.rels",
      relations([
        ["officeDocument", `${RELATIONS}/officeDocument`, "word/document.xml"],
        ["core", `${PACKAGE}/relationships/metadata/core-properties`, CORE_PART],
      ]),
    ],
    [
      "word/_rels/document.xml.rels",
      relations([
        ["r1", `${RELATIONS}/styles`, "styles.xml"],
        ["r2", `${RELATIONS}/header`, "header1.xml"],
        ...(footer === null ? [] : [["r3", `${RELATIONS}/footer`, "footer1.xml"] as const]),
      ]),
    ],
    ["word/document.xml", `${HEAD}<w:document ${W} ${R}><w:body>${body}${section}</w:body></w:document>`],
    ["word/styles.xml", styles()],
    [
      "word/header1.xml",
      `${HEAD}<w:hdr ${W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>`,
    ],
    ...(footer === null
      ? []
      : [["word/footer1.xml", `${HEAD}<w:ftr ${W}>${paragraphOf(`- //${footer}//`, 18, "table")}</w:ftr>`] as const]),
    [CORE_PART, corePart({ title: "", by: "", at: MADE, serial: "" })],
  ];
  const zip = new PizZip();
  for (const [path, text] of parts) zip.file(path, text, { date: MADE });
  return new Uint8Array(zip.generate({ type: "uint8array", compression: "DEFLATE" }));
}

function contentTypes(hasFooter: boolean): string {
  const overrides: readonly (readonly [string, string])[] = [
    ["/word/document.xml", `${TYPES}.document.main+xml`],
    ["/word/styles.xml", `${TYPES}.styles+xml`],
    ["/word/header1.xml", `${TYPES}.header+xml`],
    ...(hasFooter ? [["/word/footer1.xml", `${TYPES}.footer+xml`] as const] : []),
    [`/${CORE_PART}`, "application/vnd.openxmlformats-package.core-properties+xml"],
  ];
  const named = overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join("");
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${named}</Types>`;
}

function relations(of: readonly (readonly [id: string, type: string, target: string])[]): string {
  const all = of.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join("");
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
}

function styles(): string {
  const fonts = ["ascii", "hAnsi", "cs", "eastAsia"].map((script) => `w:${script}="Times New Roman"`).join(" ");
  const run = `<w:rPr><w:rFonts ${fonts}/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr>`;
  return `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault>${run}</w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;
}
