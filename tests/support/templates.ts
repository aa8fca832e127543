import PizZip from "pizzip";
import type { Actor } from "@/lib/core/actor";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { wordFile } from "@/lib/core/files/word/write-word";
import { checkTemplate } from "@/lib/features/documents/commands/check-template";

/** A template without faults for the form of a member. */
export const goodLines = ["# PHIẾU CỦA XÃ", "- Họ và tên: {Họ và tên}", "- Chi bộ: {Chi bộ}"];

/** Sends a template in; answers the id of what was found in it. */
export async function check(actor: Actor, lines = goodLines, kind: DocumentKind = "MEMBER_FORM"): Promise<string> {
  return (await checkTemplate(actor, { kind, name: "mau-cua-xa.docx", bytes: wordFile(lines) })).id;
}

/** A template of these lines with some of its parts changed, added or, with null, taken out. */
export function tamperedTemplate(
  changes: Readonly<Record<string, string | Uint8Array | null | ((text: string) => string)>>,
  lines = goodLines,
): Uint8Array<ArrayBuffer> {
  const zip = new PizZip(wordFile(lines));
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) zip.remove(path);
    else zip.file(path, typeof change === "function" ? change(zip.file(path)?.asText() ?? "") : change);
  }
  return new Uint8Array(zip.generate({ type: "uint8array", compression: "DEFLATE" }));
}
