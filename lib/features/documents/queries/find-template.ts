import "server-only";
import type { Day } from "@/lib/core/day";
import { wordFile } from "@/lib/core/files/word/write-word";
import { builtIns } from "@/lib/features/documents/catalogue/built-in";
import { versionOn } from "@/lib/features/documents/rules";
import type { DocumentKind } from "@/lib/features/documents/schema";

/** A template as a file, and the document its form follows. */
export type TemplateFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly document: string };

/** The template by which a document of that kind is made on a day. */
export function findTemplate(kind: DocumentKind, on: Day): TemplateFile {
  const builtIn = versionOn(builtIns[kind], on);
  if (!builtIn) throw new Error(`no template for ${kind}`);
  return { bytes: wordFile(builtIn.lines), document: builtIn.document };
}
