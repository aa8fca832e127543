import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, logAccess } from "@/lib/core/audit";
import type { Day } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { newSerial } from "@/lib/core/files/table-file";
import { fillWord } from "@/lib/core/files/word/fill-word";
import { formatIn } from "@/lib/core/i18n/format";
import { readAndLog } from "@/lib/core/query";
import { findTemplate } from "@/lib/features/documents/queries/find-template";
import { getPaperHead } from "@/lib/features/documents/queries/paper-head";
import { type Filling, getWordValues, paperWords } from "@/lib/features/documents/queries/paper-words";

/** A document to be filled: its day, what it says, and whom or what it is about. */
export type DocumentPlan = Filling & {
  readonly kind: DocumentKind;
  readonly on: Day;
  readonly subjectId: string | null;
  readonly params: AuditValues;
};

/** A filled document and the number under which the access log knows it. */
export type FilledDocument = { readonly bytes: Uint8Array<ArrayBuffer>; readonly serial: string };

/** Fills a document by the template in force on its day and leaves a row in the access log. The caller has proved the right. */
export async function getFilledDocument(actor: Actor, plan: DocumentPlan): Promise<FilledDocument> {
  const { kind, on, subjectId, params, fields, loops } = plan;
  const [head, { bytes, version }] = await Promise.all([getPaperHead(actor, on), findTemplate(actor, kind, on)]);
  const [serial, at] = [newSerial(), new Date()];
  const stamp = { title: paperWords.kinds[kind], by: actor.displayName, at, serial };
  const madeBy = paperWords.madeBy
    .replace("{at}", formatIn("vi").moment(at))
    .replace("{by}", actor.displayName)
    .replace("{serial}", serial);
  const filled = fillWord(bytes, getWordValues(kind, { fields: { ...head, madeBy, ...fields }, loops }), stamp);
  await readAndLog(actor, (tx) =>
    logAccess(tx, actor, {
      type: "document.exported",
      subjectId,
      params: { documentKind: kind, format: "docx", on, serial, templateVersion: version, ...params },
    }),
  );
  return { bytes: filled, serial };
}
