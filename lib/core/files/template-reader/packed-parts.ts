import { type Entry, entriesOf, inflated } from "../reader/archive.ts";
import { TEMPLATE_LIMITS, type TemplateRefusal } from "./reading.ts";
import { isWellFormed } from "./well-formed.ts";

/** A part of a template as it was stored and as it reads. */
export type Part = Entry & { readonly size: number; readonly bytes: Buffer };

const ZIP = Buffer.from("PK\u0003\u0004", "latin1");
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const LOCKED_STREAM = Buffer.from("EncryptedPackage", "utf16le");
const MAIN_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const MACROS = /vba|macroEnabled/iu;
const KNOWN_PARTS = /(^|\/)[^/]*\.(xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf)$/iu;
const EMBEDDED = /<(?:[\w.-]+:)?(altChunk|subDoc|object|OLEObject|control|mailMerge|attachedTemplate)\b/u;
const EXTERNAL = /TargetMode\s*=\s*["']\s*External/iu;
const FIELD_CODES = /<(?:[\w.-]+:)?instrText\b[^>]*>([^<]*)<|\binstr\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
/* Fields that fetch something from elsewhere, run something or ask for it. */
const FETCHING = /DDE|INCLUDE|(?<!HYPER)LINK|IMPORT|MACROBUTTON|DATABASE|AUTOTEXT|FILLIN|&#/iu;

/** Why a file is no Word document by its first bytes; null where it may be one. */
export function kindObstacle(file: Buffer): TemplateRefusal | null {
  if (file.length === 0) return "EMPTY";
  if (file.subarray(0, 8).equals(OLE)) return file.includes(LOCKED_STREAM) ? "LOCKED" : "OLD_WORD";
  return file.subarray(0, 4).equals(ZIP) ? null : "OTHER_KIND";
}

/** The parts of the archive, each once, inflated while counting. Throws a RefusedError where that is more than allowed. */
export function partsOf(file: Buffer): Part[] {
  let left: number = TEMPLATE_LIMITS.inflatedBytes;
  return entriesOf(file)
    .filter(({ name }) => !name.endsWith("/"))
    .map((entry) => {
      const bytes = inflated(entry, left);
      left -= bytes.length;
      return { ...entry, size: bytes.length, bytes };
    });
}

/** Why these parts are no template: another kind of document, or something that runs, fetches or hides in them. */
export function partsObstacle(parts: readonly Part[]): TemplateRefusal | null {
  const types = parts.find(({ name }) => name === "[Content_Types].xml")?.bytes.toString("utf8") ?? "";
  if (MACROS.test(types) || parts.some(({ name }) => MACROS.test(name))) return "MACROS";
  if (!types.includes(MAIN_PART) || !parts.some(({ name }) => name === "word/document.xml")) return "OTHER_KIND";
  if (!parts.every(({ name }) => KNOWN_PARTS.test(name))) return "EMBEDDED";
  const texts = parts.filter(({ name }) => /\.(xml|rels)$/iu.test(name));
  const found = texts.map((part) => textObstacle(part)).find((one) => one !== null);
  return found ?? null;
}

function textObstacle({ name, bytes }: Part): TemplateRefusal | null {
  const text = bytes.toString("utf8");
  const isOdd = bytes.includes(0) || !Buffer.from(text, "utf8").equals(bytes) || /<!(DOCTYPE|ENTITY)/iu.test(text);
  if (isOdd || /^\uFEFF?<\?xml[^>]*encoding\s*=\s*["'](?!utf-8)/iu.test(text)) return "DAMAGED";
  if (/\.rels$/iu.test(name)) return EXTERNAL.test(text) || text.includes("&#") ? "LINKS" : null;
  if (name.startsWith("word/") && !isWellFormed(text)) return "DAMAGED";
  if (EMBEDDED.test(text)) return "EMBEDDED";
  const codes = [...text.matchAll(FIELD_CODES)].map(
    ([, code = "", quoted = "", single = ""]) => code + quoted + single,
  );
  return FETCHING.test(codes.join("")) ? "FIELDS" : null;
}
