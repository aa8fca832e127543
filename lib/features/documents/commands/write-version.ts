import "server-only";
import { randomUUID } from "node:crypto";
import type { CommandContext } from "@/lib/core/command";
import { type Day, toDbDate } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";

/** A version to come: without a file it goes back to the shipped template. */
export type NewVersion = {
  /** The version that the command has judged by; whoever wrote another one meanwhile wins. */
  readonly after: number;
  readonly kind: DocumentKind;
  readonly startsOn: Day;
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
};

/** Writes the next version of a kind, signed by the actor; two at the same moment are refused with CONFLICT. */
export async function writeVersion({ tx, actor }: CommandContext, { after, kind, startsOn, file }: NewVersion) {
  const written = {
    id: randomUUID(),
    version: after + 1,
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
