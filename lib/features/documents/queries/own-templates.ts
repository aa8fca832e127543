import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { DocumentKind } from "@/lib/core/db/generated/enums";

/** A version of the committee's own template; without a file it goes back to the shipped one. */
export type OwnVersion = {
  readonly kind: DocumentKind;
  readonly version: number;
  readonly startsOn: Day;
  readonly fileName: string | null;
  readonly acceptedBy: string;
  readonly acceptedAt: Date;
};

/** The committee's own versions, the newest first; of one kind where it is named. */
export async function listOwnVersions(tx: Tx, actor: Actor, kind?: DocumentKind): Promise<OwnVersion[]> {
  const rows = await tx.documentTemplate.findMany({
    where: { committeeId: actor.committeeId, kind },
    orderBy: [{ kind: "asc" }, { version: "desc" }],
    select: { kind: true, version: true, startsOn: true, fileName: true, acceptedBy: true, acceptedAt: true },
  });
  return rows.map(({ startsOn, ...row }) => ({ ...row, startsOn: fromDbDate(startsOn) }));
}

/** The file of a version; null where there is none. */
export async function findOwnFile(
  tx: Tx,
  actor: Actor,
  kind: DocumentKind,
  version: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await tx.documentTemplate.findFirst({
    where: { committeeId: actor.committeeId, kind, version },
    select: { bytes: true },
  });
  return row?.bytes ?? null;
}
