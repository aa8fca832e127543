import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { AttachmentFormat } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { type FileSize, type FileVersion, fileSize, versionsOf } from "@/lib/features/party-documents/rules/files";

/** A file of a paper without what is in it. */
export type FileFacts = FileVersion & {
  readonly fileName: string;
  readonly format: AttachmentFormat;
  readonly size: FileSize;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** The files of a paper, each as its versions, the newest first; none for who does not read the paper. */
export async function listFiles(actor: Actor, documentId: string): Promise<readonly (readonly FileFacts[])[]> {
  const rows = await readAs(actor, (tx) =>
    tx.partyDocumentFile.findMany({
      where: { committeeId: actor.committeeId, documentId, document: getDocumentScope(actor) },
      orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
      select: {
        ...{ id: true, replacesId: true, fileName: true, format: true, size: true },
        ...{ recordedBy: true, recordedAt: true },
      },
    }),
  );
  return versionsOf(rows.map(({ size, ...file }) => ({ ...file, size: fileSize(size) })));
}

/** A file of a paper with what is in it. Refuses with NOT_FOUND one whose paper is not the reader's to see. */
export async function getFile(actor: Actor, id: string) {
  const found = await readAs(actor, (tx) =>
    tx.partyDocumentFile.findFirst({
      where: { committeeId: actor.committeeId, id, document: getDocumentScope(actor) },
      select: { fileName: true, format: true, bytes: true },
    }),
  );
  if (!found) throw notFound();
  return { ...found, bytes: new Uint8Array(found.bytes) };
}
