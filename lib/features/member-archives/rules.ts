import type { ArchiveState } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { ArchiveHold } from "@/lib/features/member-archives/schema";

/** How many things of each kind hang on a record. */
export type ArchiveHolds = readonly { readonly hold: ArchiveHold; readonly count: number }[];

/** Everything that shows that a record was not entered in error, or that somebody else has to judge it. */
export function archiveObstacles(
  holds: ArchiveHolds,
  people: { readonly memberId: string; readonly readerId: string | null },
): Obstacle[] {
  const own = people.memberId === people.readerId ? [{ reason: "memberArchives.errors.aboutOneself" }] : [];
  const held = holds.filter(({ count }) => count > 0);
  return [
    ...own,
    ...held.map(({ hold, count }) => ({ reason: `memberArchives.errors.holds.${hold}`, params: { count } })),
  ];
}

/** Why a record cannot be given back: it is not in the archive, or no longer, or thirty days are over. */
export function undoObstacle(
  archive: { readonly state: ArchiveState; readonly undoEndsAt: Date | null },
  now: Date,
): Obstacle | null {
  if (archive.state === "UNDONE") return { reason: "memberArchives.errors.undone" };
  if (archive.state !== "DONE" || archive.undoEndsAt === null) return { reason: "memberArchives.errors.notDone" };
  return archive.undoEndsAt <= now ? { reason: "memberArchives.errors.undoOver" } : null;
}
