import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canComment, canHideComment } from "@/lib/features/announcements/policy";
import { getAnnouncementRow } from "@/lib/features/announcements/queries/get-announcement";
import { hideObstacle, openObstacle } from "@/lib/features/announcements/rules";
import type { CommentInput, HideCommentInput } from "@/lib/features/announcements/schema";

/**
 * Says something about an announcement, under the own name. Refuses one that the actor does not read (NOT_FOUND), and one that
 * was withdrawn (RULE).
 */
export function commentOn(actor: Actor, input: CommentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "commentOn", input, ...sending }, async ({ tx, actor, audit }) => {
    const { announcementId, text } = input;
    const announcement = await getAnnouncementRow(tx, actor, announcementId);
    authorize(canComment(actor));
    requireNoObstacle(openObstacle(announcement));
    const { committeeId, accountId, displayName } = actor;
    if (accountId === null) throw notFound();
    const id = randomUUID();
    await tx.announcementComment.create({
      data: { committeeId, id, announcementId, text, writtenById: accountId, writtenBy: displayName },
      select: { id: true },
    });
    audit({
      type: "announcement.commented",
      subject: { kind: "announcement", id: announcementId, name: announcement.title },
      changes: [{ record: "AnnouncementComment", recordId: id, before: null, after: { text } }],
    });
    return { id: announcementId };
  });
}

/**
 * Hides what somebody said, with why, from everybody but office, leadership and who wrote it. Refuses a comment that is not there
 * (NOT_FOUND), who may not (FORBIDDEN), one that is hidden (RULE), and an older version (CONFLICT).
 */
export function hideComment(actor: Actor, input: HideCommentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "hideComment", input, ...sending }, async ({ tx, actor, audit }) => {
    const { id, version, reason } = input;
    const { committeeId } = actor;
    const comment = await tx.announcementComment.findFirst({ where: { committeeId, id } });
    if (!comment) throw notFound();
    const announcement = await getAnnouncementRow(tx, actor, comment.announcementId);
    authorize(canHideComment(actor));
    requireNoObstacle(hideObstacle(comment));
    const written = await tx.announcementComment.updateMany({
      where: { committeeId, id, version },
      data: {
        ...{ hiddenAt: new Date(), hiddenBy: actor.displayName, hiddenReason: reason },
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "announcement.commentHidden",
      subject: { kind: "announcement", id: announcement.id, name: announcement.title },
      reason,
      changes: [],
    });
    return { id: announcement.id };
  });
}
