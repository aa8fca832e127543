import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { ArchiveState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canReadArchives } from "@/lib/features/member-archives/policy";

/** An entry of the archive's list. */
export type ArchiveFacts = {
  readonly id: string;
  readonly memberName: string;
  readonly reason: string;
  readonly state: ArchiveState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly undoEndsAt: Date | null;
};

const MOST = 200;

/**
 * What was proposed for the archive and what went into it, the latest first, at most two hundred. Refuses with NOT_FOUND who
 * does not keep or lead the register.
 */
export function listArchives(actor: Actor): Promise<ArchiveFacts[]> {
  return readAs(actor, async (tx) => {
    if (!canReadArchives(actor)) throw notFound();
    return tx.memberArchive.findMany({
      where: { committeeId: actor.committeeId },
      orderBy: [{ proposedAt: "desc" }, { id: "asc" }],
      take: MOST,
      select: {
        ...{ id: true, memberName: true, reason: true, state: true },
        ...{ proposedBy: true, proposedAt: true, undoEndsAt: true },
      },
    });
  });
}
