import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { safeFileName } from "@/lib/core/files/attachment-file";
import { readAttachment } from "@/lib/core/files/read-attachment";
import { secrecyMarkIn } from "@/lib/core/text/secrecy";
import { loadDocument, subjectOf } from "@/lib/features/party-documents/commands/document-parts";
import { canKeepDocuments } from "@/lib/features/party-documents/policy";
import type { AttachFileInput } from "@/lib/features/party-documents/schema";

/**
 * Keeps a file with a paper, beside those that are there; where it replaces one it is the newer version of that. Refuses who does not
 * keep the register (FORBIDDEN); a paper, or a file to replace, that is not the actor's to see (NOT_FOUND); what is by its content no
 * PDF, Word or Excel file or picture, or carries a secrecy mark standing alone in name or text, and an annulled paper (RULE); a
 * version that somebody else has followed up (CONFLICT).
 */
export async function attachFile(actor: Actor, input: AttachFileInput): Promise<{ id: string }> {
  authorize(canKeepDocuments(actor));
  const { documentId, replacesId, name, bytes } = input;
  const reading = await readAttachment(bytes);
  if ("refused" in reading) throw new DomainError("RULE", `partyDocuments.refusals.${reading.refused}`);
  const { format, stripped } = reading;
  if (secrecyMarkIn(name) !== null || reading.mark !== null) {
    throw new DomainError("RULE", "partyDocuments.refusals.SECRECY");
  }
  const kept = stripped === null ? new Uint8Array(bytes) : new Uint8Array(Buffer.from(stripped, "base64"));
  const hash = createHash("sha256").update(bytes).digest("hex");

  return runCommand(actor, { command: "attachFile", input: { documentId, replacesId, hash } }, async (context) => {
    const { tx, actor, audit } = context;
    const document = await loadDocument(context, documentId);
    const { committeeId, accountId, displayName } = actor;
    const replaced =
      replacesId === null
        ? null
        : await tx.partyDocumentFile.findFirst({
            where: { committeeId, documentId, id: replacesId },
            select: { fileName: true },
          });
    if (replacesId !== null && !replaced) throw notFound();
    const id = randomUUID();
    const fileName = safeFileName(name, format);
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.partyDocumentFile.create({
      data: { committeeId, id, documentId, replacesId, fileName, format, size: kept.length, bytes: kept, ...hand },
      select: { id: true },
    });
    const after = { fileName, fileSize: kept.length, replaces: replaced?.fileName ?? null };
    audit({
      type: "partyDocument.fileAttached",
      subject: subjectOf(documentId, document),
      changes: [{ record: "PartyDocumentFile", recordId: id, before: null, after }],
    });
    return { id };
  });
}
