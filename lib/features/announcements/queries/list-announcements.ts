import "server-only";
import type { Actor } from "@/lib/core/actor";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canListAnnouncements, canPost, visibleAnnouncements } from "@/lib/features/announcements/policy";

/** An announcement in a list; `branches` names those it is for, and is empty where it is for all. */
export type AnnouncementLine = {
  readonly id: string;
  readonly title: string;
  readonly postedAt: Date;
  readonly postedBy: string;
  readonly branches: readonly string[];
  readonly comments: number;
  readonly isWithdrawn: boolean;
};

/** The latest announcements, newest first. */
export type AnnouncementList = {
  readonly lines: readonly AnnouncementLine[];
  readonly can: { readonly post: boolean };
};

const MOST = 100;

/** The announcements that are for an actor's branches, in words: those for all, and those that name one of them. */
export function findAnnouncementScope(actor: Actor) {
  const reach = visibleAnnouncements(actor);
  const { committeeId } = actor;
  if (reach.all) return { committeeId };
  return { committeeId, OR: [{ isToAll: true }, { branches: { some: { branchId: { in: reach.branchIds } } } }] };
}

/** The latest announcements that the reader may read, newest first, `most` at most. Refuses with NOT_FOUND who reads none. */
export function listAnnouncements(actor: Actor, most = MOST): Promise<AnnouncementList> {
  return readAs(actor, async (tx) => {
    if (!canListAnnouncements(actor)) throw notFound();
    const rows = await tx.announcement.findMany({
      where: findAnnouncementScope(actor),
      orderBy: [{ postedAt: "desc" }, { id: "asc" }],
      take: most,
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, title: true, postedAt: true, postedBy: true, withdrawnAt: true },
        branches: { orderBy: { branch: { sortKey: "asc" } }, select: { branch: { select: { name: true } } } },
        comments: { where: { hiddenAt: null }, select: { id: true } },
      },
    });
    const lines = rows.map(({ branches, comments, withdrawnAt, ...line }) => ({
      ...line,
      branches: branches.map(({ branch }) => branch.name),
      comments: comments.length,
      isWithdrawn: withdrawnAt !== null,
    }));
    return { lines, can: { post: canPost(actor) } };
  });
}
