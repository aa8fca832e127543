import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { safeFileName } from "@/lib/core/files/attachment-file";
import { readEvidence } from "@/lib/core/files/read-attachment";
import { secrecyMarkIn } from "@/lib/core/text/secrecy";
import { freePlace } from "@/lib/features/meetings/rules/photos";
import { loadTask, subjectOf } from "@/lib/features/tasks/commands/take-step";
import { canReportTask } from "@/lib/features/tasks/policy";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { evidenceObstacle, fileObstacle, removalObstacle } from "@/lib/features/tasks/rules/evidence";
import type { AttachEvidenceInput, RemoveEvidenceInput } from "@/lib/features/tasks/schema";

/**
 * Keeps a photo, made anew at 300 KB at most, or a paper that shows what was done of a task. Refuses a task that the actor does not
 * read (NOT_FOUND) or report on (FORBIDDEN); what is by its content no picture, PDF, Word or Excel file or carries a secrecy mark
 * standing alone; a task that is closed, has this very file or as much as it may (RULE).
 */
export async function attachEvidence(actor: Actor, input: AttachEvidenceInput): Promise<{ id: string }> {
  const { taskId, name, bytes } = input;
  const { branchId, state } = await getTask(actor, taskId);
  authorize(canReportTask(actor, branchId));
  requireNoObstacle(evidenceObstacle(state));
  if (secrecyMarkIn(name) !== null) throw new DomainError("RULE", "tasks.refusals.SECRECY");
  const file = await fitting(bytes);
  const hash = createHash("sha256").update(bytes).digest("hex");

  return runCommand(actor, { command: "attachEvidence", input: { taskId, hash } }, async (context) => {
    const { tx, actor, audit } = context;
    const task = await holdTask(context, taskId);
    requireNoObstacle(evidenceObstacle(task.state));
    const { committeeId, accountId, displayName } = actor;
    const others = await tx.taskEvidence.findMany({
      where: { committeeId, taskId },
      select: { position: true, hash: true },
    });
    requireNoObstacle(fileObstacle(others, hash));
    const id = randomUUID();
    const kept = { ...file, fileName: safeFileName(name, file.format), size: file.bytes.length };
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.taskEvidence.create({
      data: { committeeId, id, taskId, position: freePlace(others), hash, ...kept, ...hand },
      select: { id: true },
    });
    const after = { fileName: kept.fileName, fileSize: kept.size };
    const changes = [{ record: "TaskEvidence", recordId: id, before: null, after }];
    audit({ type: "task.evidenceAttached", ...subjectOf(task), changes });
    return { id };
  });
}

/**
 * Takes evidence away from a task of which nobody has said that it is done. Refuses what is not there for the actor (NOT_FOUND), who
 * does not report on the task (FORBIDDEN), and evidence that stays (RULE).
 */
export function removeEvidence(actor: Actor, input: RemoveEvidenceInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "removeEvidence", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const found = await tx.taskEvidence.findFirst({
      where: { committeeId, id: input.id },
      select: { taskId: true, fileName: true, size: true },
    });
    if (!found) throw notFound();
    const task = await holdTask(context, found.taskId);
    requireNoObstacle(removalObstacle(task.state));
    const removed = await tx.taskEvidence.deleteMany({ where: { committeeId, id: input.id } });
    if (removed.count === 0) throw notFound();
    const before = { fileName: found.fileName, fileSize: found.size };
    const changes = [{ record: "TaskEvidence", recordId: input.id, before, after: null }];
    audit({ type: "task.evidenceRemoved", ...subjectOf(task), changes });
    return { id: found.taskId };
  });
}

/* Whoever comes first holds the task: nobody reports on it, closes it or fills its last place in between. */
async function holdTask(context: CommandContext, taskId: string) {
  const { tx, actor } = context;
  const { branchId } = await loadTask(context, taskId);
  authorize(canReportTask(actor, branchId));
  await tx.$queryRaw`
    SELECT id FROM "Task" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ${taskId}::uuid FOR UPDATE`;
  return loadTask(context, taskId);
}

/* What is kept of the file: of a picture the photo made of it, of a paper every byte. */
async function fitting(bytes: Uint8Array) {
  const reading = await readEvidence(bytes);
  if ("refused" in reading) throw new DomainError("RULE", `tasks.refusals.${reading.refused}`);
  const { format, mark, photo } = reading;
  if (mark !== null) throw new DomainError("RULE", "tasks.refusals.SECRECY");
  if (photo !== null) {
    const { width, height } = photo;
    return { format: "JPG" as const, width, height, bytes: decoded(photo.bytes), small: decoded(photo.small ?? "") };
  }
  if (format === "JPG" || format === "PNG") throw new DomainError("RULE", "tasks.refusals.DAMAGED");
  return { format, width: null, height: null, bytes: new Uint8Array(bytes), small: null };
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, "base64"));
}
