import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { runCommand } from "@/lib/core/command";
import { authorize, DomainError } from "@/lib/core/errors";
import { safeFileName } from "@/lib/core/files/attachment-file";
import { readAttachment } from "@/lib/core/files/read-attachment";
import { secrecyMarkIn } from "@/lib/core/text/secrecy";
import { loadRegulation } from "@/lib/features/working-regulations/commands/record-regulation";
import { canKeepRegulations } from "@/lib/features/working-regulations/policy";
import { getRegulation } from "@/lib/features/working-regulations/queries/get-regulations";
import type { AttachRegulationInput } from "@/lib/features/working-regulations/schema";

/**
 * Keeps the paper of a version, once. Refuses a version that is not the actor's to see (NOT_FOUND) or keep (FORBIDDEN), an annulled
 * one and one that has its paper, and what is by its content no PDF or Word file or carries a secrecy mark standing alone (RULE).
 */
export async function attachPaper(actor: Actor, input: AttachRegulationInput): Promise<{ id: string }> {
  const { regulationId, name, bytes } = input;
  authorize(canKeepRegulations(actor, (await getRegulation(actor, regulationId)).branchId));
  const reading = await readAttachment(bytes);
  if ("refused" in reading) throw new DomainError("RULE", `workingRegulations.refusals.${reading.refused}`);
  const { format } = reading;
  if (format !== "PDF" && format !== "DOCX") throw new DomainError("RULE", "workingRegulations.refusals.OTHER_KIND");
  if (secrecyMarkIn(name) !== null || reading.mark !== null) {
    throw new DomainError("RULE", "workingRegulations.refusals.SECRECY");
  }
  const hash = createHash("sha256").update(bytes).digest("hex");

  return runCommand(actor, { command: "attachPaper", input: { regulationId, hash } }, async (context) => {
    const { tx, actor, audit } = context;
    const { branchId, branch, file } = await loadRegulation(context, regulationId);
    if (file !== null) throw new DomainError("RULE", "workingRegulations.errors.hasPaper");
    const { committeeId, accountId, displayName } = actor;
    const fileName = safeFileName(name, format);
    const kept = { fileName, format, size: bytes.length, bytes: new Uint8Array(bytes) };
    await tx.workingRegulationFile.create({
      data: { committeeId, regulationId, ...kept, recordedById: accountId, recordedBy: displayName },
      select: { regulationId: true },
    });
    audit({
      type: "workingRegulation.fileAttached",
      subject: { kind: "branch", id: branchId, name: branch.name },
      branchId,
      changes: [
        {
          record: "WorkingRegulationFile",
          recordId: regulationId,
          before: null,
          after: { fileName, fileSize: bytes.length },
        },
      ],
    });
    return { id: branchId };
  });
}
