import { deflateSync } from "node:zlib";

const UNITS_PER_EM = 1000;

/** A PDF of these bodies of objects, the first of them its catalog; `trailer` is what its end says besides. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ""): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const starts: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, body] of objects.entries()) {
    starts.push(at);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n")]));
  }
  const places = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${places}trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\n`;
  add(Buffer.from(`${table}startxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** A stream of a PDF, packed; `packings` says how often. */
export function pdfStream(content: Uint8Array, packings = 1): Buffer {
  let data = Buffer.from(content);
  for (let done = 0; done < packings; done += 1) data = deflateSync(data);
  const filters = "/FlateDecode ".repeat(packings);
  return Buffer.concat([
    Buffer.from(`<</Length ${data.length}/Filter[${filters}]>>\nstream\n`),
    data,
    Buffer.from("\nendstream"),
  ]);
}

/** A run of text on a page: where it begins, from the left and from below. */
export type PdfText = { readonly text: string; readonly x?: number; readonly y?: number; readonly spread?: number };

/** The objects of a PDF whose pages hold these runs, written as printers of texts do: by glyphs, with a table of their letters. */
export function pdfObjects(pages: readonly (readonly PdfText[])[]): (string | Buffer)[] {
  const kids = pages.map((_, page) => `${page * 2 + 6} 0 R`).join(" ");
  return [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW ${UNITS_PER_EM / 2}>>`,
    pdfStream(
      Buffer.from(
        "/CIDInit/ProcSet findresource begin begincmap\n1 begincodespacerange<0000><FFFF>endcodespacerange\n1 beginbfrange<0000><FFFF><0000>endbfrange\nendcmap end",
      ),
    ),
    ...pages.flatMap((runs, page) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${page * 2 + 7} 0 R>>`,
      pdfStream(Buffer.from(runs.map(shown).join("\n"))),
    ]),
  ];
}

/** A PDF with one page of these lines. */
export function pdfWith(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return pdfOf(pdfObjects([lines.map((text, line) => ({ text, y: 780 - 20 * line }))]));
}

function shown({ text, x = 60, y = 780, spread = 0 }: PdfText): string {
  const glyphs = Buffer.from(text, "utf16le").swap16().toString("hex");
  return `BT /F 12 Tf ${spread} Tc 1 0 0 1 ${x} ${y} Tm <${glyphs}> Tj ET`;
}
