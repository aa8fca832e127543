import PizZip from "pizzip";
import { isWellFormed } from "@/lib/core/files/template-reader/well-formed";

/** The parts of a Word document as text, by their paths. */
export function wordParts(bytes: Uint8Array): Map<string, string> {
  const zip = new PizZip(bytes);
  return new Map(Object.entries(zip.files).map(([path, file]) => [path, file.dir ? "" : file.asText()]));
}

/** What a reader of the document sees, a line for each paragraph and line break; the feet of the pages last. */
export function wordText(bytes: Uint8Array): string {
  const parts = wordParts(bytes);
  const texts = [...parts].filter(([path]) => /^word\/(document|footer\d)\.xml$/u.test(path)).map(([, xml]) => xml);
  return texts.map(lettersOf).join("\n");
}

function lettersOf(xml: string): string {
  const marks = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/gu;
  return [...xml.matchAll(marks)].map(([whole, text]) => (text === undefined ? lineEnd(whole) : plain(text))).join("");
}

const lineEnd = (mark: string) => (mark === "" ? "" : "\n");

function plain(text: string): string {
  const letters: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => letters[name] ?? "");
}

/** The parts of a Word document that are no well-formed XML. */
export function brokenParts(bytes: Uint8Array): string[] {
  const parts = [...wordParts(bytes)].filter(([path]) => /\.(xml|rels)$/u.test(path));
  return parts.filter(([, xml]) => !isWellFormed(xml)).map(([path]) => path);
}
