import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { EvidenceFormat } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getTaskScope } from "@/lib/features/tasks/queries/task-scope";

/** What shows that a task was done, without the file itself. Photos have a width and a height in pixels. */
export type EvidenceFacts = {
  readonly id: string;
  readonly fileName: string;
  readonly format: EvidenceFormat;
  readonly width: number | null;
  readonly height: number | null;
  /** In whole kilobytes. */
  readonly kilobytes: number;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** A file of evidence as it is taken away or shown. */
export type EvidenceFile = {
  readonly fileName: string;
  readonly format: EvidenceFormat;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** The evidence of a task in its order; none for who does not read the task. */
export async function listEvidence(actor: Actor, taskId: string): Promise<EvidenceFacts[]> {
  const rows = await readAs(actor, (tx) =>
    tx.taskEvidence.findMany({
      where: { committeeId: actor.committeeId, taskId, task: getTaskScope(actor) },
      orderBy: { position: "asc" },
      select: {
        ...{ id: true, fileName: true, format: true, width: true, height: true },
        ...{ size: true, recordedBy: true, recordedAt: true },
      },
    }),
  );
  return rows.map(({ size, ...facts }) => ({ ...facts, kilobytes: Math.max(1, Math.round(size / 1024)) }));
}

/** A file of evidence, whole or, of a photo, at the size of a thumb. Refuses with NOT_FOUND one whose task is not the reader's to see. */
export async function getEvidenceFile(actor: Actor, id: string, size: "whole" | "small"): Promise<EvidenceFile> {
  const found = await readAs(actor, (tx) =>
    tx.taskEvidence.findFirst({
      where: { committeeId: actor.committeeId, id, task: getTaskScope(actor) },
      select: { fileName: true, format: true, bytes: size === "whole", small: size === "small" },
    }),
  );
  const bytes = found && (size === "small" ? found.small : found.bytes);
  if (!bytes) throw notFound();
  return { fileName: found.fileName, format: found.format, bytes: new Uint8Array(bytes) };
}
