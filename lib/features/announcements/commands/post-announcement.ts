import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { canListAnnouncements, canPost, canWithdraw } from "@/lib/features/announcements/policy";
import { getAnnouncementRow } from "@/lib/features/announcements/queries/get-announcement";
import { openObstacle, postObstacle } from "@/lib/features/announcements/rules";
import type { PostAnnouncementInput, WithdrawAnnouncementInput } from "@/lib/features/announcements/schema";

/**
 * Tells all branches something, or those that are chosen, under the own name. Refuses who speaks for no committee (FORBIDDEN, or
 * NOT_FOUND for who reads no announcement), none chosen, and a branch that is not in force today (RULE).
 */
export function postAnnouncement(actor: Actor, input: PostAnnouncementInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "postAnnouncement", input, ...sending }, async ({ tx, actor, today, audit }) => {
    if (!canListAnnouncements(actor)) throw notFound();
    authorize(canPost(actor));
    const { committeeId, accountId, displayName } = actor;
    if (accountId === null) throw notFound();
    const { title, text, reach } = input;
    const asked = reach === "SOME" ? [...new Set(input.branches)] : [];
    const branches = await tx.branch.findMany({
      where: { AND: [{ committeeId, id: { in: asked } }, inForce(today)] },
      orderBy: { sortKey: "asc" },
      select: { id: true, name: true },
    });
    requireNoObstacle(postObstacle({ reach, branches: asked }, branches.length));
    const id = randomUUID();
    const hand = { postedById: accountId, postedBy: displayName };
    await tx.announcement.create({
      data: { committeeId, id, title, text, isToAll: reach === "ALL", ...hand },
      select: { id: true },
    });
    await tx.announcementBranch.createMany({
      data: branches.map((branch) => ({ committeeId, announcementId: id, branchId: branch.id })),
    });
    const named = branches.map(({ name }) => name).join("; ");
    audit({
      type: "announcement.posted",
      subject: { kind: "announcement", id, name: title },
      changes: [
        { record: "Announcement", recordId: id, before: null, after: { title, text, branches: named || null } },
      ],
    });
    return { id };
  });
}

/**
 * Withdraws an announcement, with why; it stays to be read. Refuses who may not (FORBIDDEN), one that was withdrawn (RULE), and
 * an older version (CONFLICT).
 */
export function withdrawAnnouncement(actor: Actor, input: WithdrawAnnouncementInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "withdrawAnnouncement", input, ...sending }, async ({ tx, actor, audit }) => {
    const { id, version, reason } = input;
    const announcement = await getAnnouncementRow(tx, actor, id);
    authorize(canWithdraw(actor));
    requireNoObstacle(openObstacle(announcement));
    const written = await tx.announcement.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: {
        ...{ withdrawnAt: new Date(), withdrawnBy: actor.displayName, withdrawnReason: reason },
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "announcement.withdrawn",
      subject: { kind: "announcement", id, name: announcement.title },
      reason,
      changes: [],
    });
    return { id };
  });
}
