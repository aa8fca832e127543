import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import type { AnnouncementFindManyArgs, AnnouncementWhereInput } from "@/lib/core/db/generated/models";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { matchesAllWords, searchText } from "@/lib/core/text/search";
import { canListAnnouncements, canPost, visibleAnnouncements } from "@/lib/features/announcements/policy";
import type { AnnouncementFilter } from "@/lib/features/announcements/schema";

const SIZES = { "25": 25, "50": 50, "100": 100, all: 1000 } as const;

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

/** A page of the announcements, and the page it is. */
export type AnnouncementPage = {
  readonly lines: readonly AnnouncementLine[];
  readonly total: number;
  readonly page: number;
  readonly can: { readonly post: boolean };
};

/** The announcements that are for an actor's branches, in words: those for all, and those that name one of them. */
export function findAnnouncementScope(actor: Actor): AnnouncementWhereInput {
  const reach = visibleAnnouncements(actor);
  const { committeeId } = actor;
  if (reach.all) return { committeeId };
  return { committeeId, OR: [{ isToAll: true }, { branches: { some: { branchId: { in: reach.branchIds } } } }] };
}

/** The announcements that the reader may read, newest first, of those that hold every word looked for. Refuses with NOT_FOUND who reads none. */
export async function listAnnouncements(actor: Actor, filter: AnnouncementFilter): Promise<AnnouncementPage> {
  if (!canListAnnouncements(actor)) throw notFound();
  return readAs(actor, async (tx) => {
    const where = await findWhere(tx, actor, filter.q);
    const total = await tx.announcement.count({ where });
    const size = SIZES[filter.size];
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)));
    const lines = await findLines(tx, { where, take: size, skip: (page - 1) * size });
    return { lines, total, page, can: { post: canPost(actor) } };
  });
}

/** The latest announcements that the reader may read, newest first, `most` at most; none for who reads none. */
export async function listLatestAnnouncements(actor: Actor, most: number): Promise<readonly AnnouncementLine[]> {
  if (!canListAnnouncements(actor)) return [];
  return readAs(actor, (tx) => findLines(tx, { where: findAnnouncementScope(actor), take: most }));
}

/* A committee posts a few a week: their words are looked through here, folded as everywhere. */
async function findWhere(tx: Tx, actor: Actor, q: string): Promise<AnnouncementWhereInput> {
  const scope = findAnnouncementScope(actor);
  if (q.trim() === "") return scope;
  const all = await tx.announcement.findMany({
    where: scope,
    select: { id: true, title: true, text: true, postedBy: true },
  });
  const found = all.filter(({ title, text, postedBy }) => matchesAllWords(searchText(title, [text, postedBy]), q));
  return { AND: [scope, { id: { in: found.map(({ id }) => id) } }] };
}

async function findLines(
  tx: Tx,
  asked: Pick<AnnouncementFindManyArgs, "where" | "take" | "skip">,
): Promise<AnnouncementLine[]> {
  const rows = await tx.announcement.findMany({
    ...asked,
    orderBy: [{ postedAt: "desc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      ...{ id: true, title: true, postedAt: true, postedBy: true, withdrawnAt: true },
      branches: { orderBy: { branch: { sortKey: "asc" } }, select: { branch: { select: { name: true } } } },
      comments: { where: { hiddenAt: null }, select: { id: true } },
    },
  });
  return rows.map(({ branches, comments, withdrawnAt, ...line }) => ({
    ...line,
    branches: branches.map(({ branch }) => branch.name),
    comments: comments.length,
    isWithdrawn: withdrawnAt !== null,
  }));
}
