import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { authorize, notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import {
  canComment,
  canHideComment,
  canListAnnouncements,
  canPost,
  canWithdraw,
} from "@/lib/features/announcements/policy";
import { findAnnouncementScope } from "@/lib/features/announcements/queries/list-announcements";

/** What somebody said; hidden ones are there for office, leadership and who wrote them. */
export type CommentView = {
  readonly id: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly hidden: { readonly by: string; readonly reason: string } | null;
  readonly version: number;
};

/** One announcement with everything that was said about it, oldest first. */
export type AnnouncementView = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly postedAt: Date;
  readonly postedBy: string;
  readonly branches: readonly string[];
  readonly withdrawn: { readonly by: string; readonly reason: string } | null;
  readonly version: number;
  readonly comments: readonly CommentView[];
  readonly can: { readonly comment: boolean; readonly withdraw: boolean; readonly hide: boolean };
};

/** An announcement in the running transaction. Refuses with NOT_FOUND what is not there or not the actor's to read. */
export async function getAnnouncementRow(tx: Tx, actor: Actor, id: string) {
  if (!canListAnnouncements(actor)) throw notFound();
  const row = await tx.announcement.findFirst({
    where: { AND: [findAnnouncementScope(actor), { id }] },
    relationLoadStrategy: "join",
    include: {
      branches: { orderBy: { branch: { sortKey: "asc" } }, select: { branch: { select: { name: true } } } },
      comments: { orderBy: [{ writtenAt: "asc" }, { id: "asc" }] },
    },
  });
  if (!row) throw notFound();
  return row;
}

/** One announcement for its page. Refuses with NOT_FOUND what is not there or not the reader's to read. */
export function getAnnouncement(actor: Actor, id: string): Promise<AnnouncementView> {
  return readAs(actor, async (tx) => {
    const row = await getAnnouncementRow(tx, actor, id);
    const { title, text, postedAt, postedBy, version, withdrawnBy, withdrawnReason } = row;
    const isOpen = row.withdrawnAt === null;
    return {
      ...{ id, title, text, postedAt, postedBy, version },
      branches: row.branches.map(({ branch }) => branch.name),
      withdrawn: isOpen ? null : { by: withdrawnBy ?? "", reason: withdrawnReason ?? "" },
      comments: row.comments.map(
        (one): CommentView => ({
          ...{ id: one.id, text: one.text, writtenAt: one.writtenAt, writtenBy: one.writtenBy, version: one.version },
          hidden: one.hiddenAt === null ? null : { by: one.hiddenBy ?? "", reason: one.hiddenReason ?? "" },
        }),
      ),
      can: {
        comment: isOpen && canComment(actor),
        withdraw: isOpen && canWithdraw(actor),
        hide: canHideComment(actor),
      },
    };
  });
}

/** The branches of today to choose from, for who may post. Refuses everybody else (FORBIDDEN), and with NOT_FOUND who reads none. */
export function listAddressees(actor: Actor): Promise<{ id: string; name: string }[]> {
  return readAs(actor, async (tx) => {
    if (!canListAnnouncements(actor)) throw notFound();
    authorize(canPost(actor));
    return tx.branch.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, inForce(actor.today)] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
  });
}
