import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fillWord } from "@/lib/core/files/word/fill-word";
import { formatIn } from "@/lib/core/i18n/format";
import { findTemplate } from "@/lib/features/documents/queries/find-template";
import { getPaperHead } from "@/lib/features/documents/queries/paper-head";
import { type Filling, getWordValues, paperWords } from "@/lib/features/documents/queries/paper-words";
import { getTakenSerial, type TakenFile } from "@/lib/features/documents/queries/taken-serial";

/** A document to be filled: its day, what it says, and whom or what it is about. */
export type DocumentPlan = Filling & Omit<TakenFile, "format">;

/** A filled document and the number under which the access log knows it. */
export type FilledDocument = { readonly bytes: Uint8Array<ArrayBuffer>; readonly serial: string };

/**
 * Fills a document by the template in force on its day and leaves a row in the access log. The caller has proved the right. Refuses as
 * `getTakenSerial`.
 */
export async function getFilledDocument(actor: Actor, plan: DocumentPlan): Promise<FilledDocument> {
  const { fields, loops, ...taken } = plan;
  const { kind, on } = taken;
  const [head, { bytes, version }] = await Promise.all([getPaperHead(actor, on), findTemplate(actor, kind, on)]);
  const params = { templateVersion: version, ...taken.params };
  const serial = await getTakenSerial(actor, { ...taken, format: "docx", params });
  const at = new Date();
  const madeBy = paperWords.madeBy
    .replace("{at}", formatIn("vi").moment(at))
    .replace("{by}", actor.displayName)
    .replace("{serial}", serial);
  const values = getWordValues(kind, { fields: { ...head, madeBy, ...fields }, loops });
  return {
    bytes: fillWord(bytes, values, { title: paperWords.kinds[kind], by: actor.displayName, at, serial }),
    serial,
  };
}
