import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingBody } from "@/lib/core/db/generated/enums";
import { canReadBodyMeetings } from "@/lib/features/meetings/policy";
import { bodiesOfSeat } from "@/lib/features/meetings/rules/bodies";

type Seated = { body: { in: MeetingBody[] }; heldOn: { gte: Date; lt?: Date } };

/** The condition on meetings of bodies that a reader sees. */
export type BodyScope = { body: { not: null } } | { OR: Seated[] };

/** Which meetings of bodies the reader sees: all, or those held while the reader sat in the body; null where there are none to see. */
export async function findBodyScope(tx: Tx, actor: Actor): Promise<BodyScope | null> {
  if (canReadBodyMeetings(actor)) return { body: { not: null } };
  const { committeeId, memberId } = actor;
  if (memberId === null) return null;
  const seats = await tx.committeeOffice.findMany({
    where: { committeeId, memberId },
    select: { kind: true, startsOn: true, endsOn: true },
  });
  const seated = seats.flatMap(({ kind, startsOn, endsOn }): Seated[] => {
    const bodies = bodiesOfSeat(kind);
    if (bodies.length === 0) return [];
    return [{ body: { in: bodies }, heldOn: { gte: startsOn, ...(endsOn ? { lt: endsOn } : {}) } }];
  });
  return seated.length > 0 ? { OR: seated } : null;
}
