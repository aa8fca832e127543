import "server-only";
import { randomUUID } from "node:crypto";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { listOwnVersions } from "@/lib/features/documents/queries/own-templates";

/** A version to come: without a file it goes back to the shipped template. */
export type NewVersion = {
  readonly kind: DocumentKind;
  readonly startsOn: Day;
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
};

/** Writes the next version of a kind, signed by the actor; two at the same moment are refused with CONFLICT. */
export async function writeVersion({ tx, actor }: CommandContext, { kind, startsOn, file }: NewVersion) {
  const [latest] = await listOwnVersions(tx, actor, kind);
  const written = {
    id: randomUUID(),
    version: (latest?.version ?? 0) + 1,
    startsOn: toDbDate(startsOn),
    fileName: file?.name ?? null,
  };
  await tx.documentTemplate.create({
    data: {
      committeeId: actor.committeeId,
      kind,
      ...written,
      bytes: file?.bytes ?? null,
      acceptedById: actor.accountId ?? "",
      acceptedBy: actor.displayName,
    },
    select: { id: true },
  });
  return { id: written.id, version: written.version };
}
