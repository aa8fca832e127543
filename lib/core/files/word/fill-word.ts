import "server-only";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { TAG_READING } from "@/lib/core/files/word/tag-reading";
import { CORE_PART, corePart, type WordStamp } from "@/lib/core/files/word/write-word";
import { tagKey } from "@/lib/core/text/tag-key";

/** What stands in for the tags of a template: a text, rows for a loop, or null for what is not known. */
export type WordValues = { readonly [tag: string]: string | null | readonly WordValues[] };

/** What a blank prints as: a line of dots to write on. */
export const BLANK = "…".repeat(12);

type Prepared = Map<string, string | Prepared[]>;

/**
 * Fills a template. Values are text and nothing else, whatever they look like; what is null or unknown prints as a line of dots. The properties tell the stamp and nothing about the template's maker.
 */
export function fillWord(template: Uint8Array, values: WordValues, stamp: WordStamp): Uint8Array<ArrayBuffer> {
  const zip = new PizZip(template);
  if (zip.file(CORE_PART)) zip.file(CORE_PART, corePart({ title: "", by: "", at: stamp.at, serial: "" }));
  const document = new Docxtemplater(zip, {
    ...TAG_READING,
    parser: (tag) => ({ get: (scope: unknown) => (scope instanceof Map ? valueOf(scope, tag) : undefined) }),
    nullGetter: (part) => (part.module === "loop" ? [] : BLANK),
  });
  const filled = document.render(prepared(values)).getZip();
  if (filled.file(CORE_PART)) filled.file(CORE_PART, corePart(stamp));
  return new Uint8Array(filled.generate({ type: "uint8array", compression: "DEFLATE" }));
}

/* A tag in capitals prints its value in capitals. */
function valueOf(scope: Map<unknown, unknown>, tag: string): unknown {
  const value: unknown = scope.get(tagKey(tag));
  return typeof value === "string" && tag === tag.toLocaleUpperCase("vi") ? value.toLocaleUpperCase("vi") : value;
}

function prepared(values: WordValues): Prepared {
  return new Map(
    Object.entries(values).map(([tag, value]) => [
      tagKey(tag),
      typeof value === "string" ? value.trim() : value === null ? BLANK : value.map(prepared),
    ]),
  );
}
