import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { visibleMeetings } from "@/lib/features/meetings/policy";
import { findBodyScope } from "@/lib/features/meetings/queries/body-scope";

/** A photo of the notebook without its picture; `number` tells the photos of one meeting apart. */
export type PhotoFacts = {
  readonly id: string;
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In whole kilobytes. */
  readonly kilobytes: number;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/* The meetings, of branches and of the committee's bodies, whose photos the reader sees. */
async function findMeetingScope(tx: Tx, actor: Actor) {
  const reach = visibleMeetings(actor);
  const ofBodies = await findBodyScope(tx, actor);
  return { OR: [{ branchId: reach.all ? { not: null } : { in: reach.branchIds } }, ...(ofBodies ? [ofBodies] : [])] };
}

/** The photos of a meeting in their order; none for who does not read the meeting. */
export async function listPhotos(actor: Actor, meetingId: string): Promise<PhotoFacts[]> {
  const rows = await readAs(actor, async (tx) =>
    tx.meetingPhoto.findMany({
      where: { committeeId: actor.committeeId, meetingId, meeting: await findMeetingScope(tx, actor) },
      orderBy: { position: "asc" },
      select: { id: true, position: true, width: true, height: true, size: true, recordedBy: true, recordedAt: true },
    }),
  );
  return rows.map(({ position, size, ...photo }) => ({
    ...{ ...photo, number: position },
    kilobytes: Math.max(1, Math.round(size / 1024)),
  }));
}

/** The picture of a photo, whole or at the size of a thumb. Refuses with NOT_FOUND one whose meeting is not the reader's to see. */
export async function getPhoto(actor: Actor, id: string, size: "whole" | "small"): Promise<Uint8Array<ArrayBuffer>> {
  const found = await readAs(actor, async (tx) =>
    tx.meetingPhoto.findFirst({
      where: { committeeId: actor.committeeId, id, meeting: await findMeetingScope(tx, actor) },
      select: { bytes: size === "whole", small: size === "small" },
    }),
  );
  const bytes = found && (size === "small" ? found.small : found.bytes);
  if (!bytes) throw notFound();
  return new Uint8Array(bytes);
}
