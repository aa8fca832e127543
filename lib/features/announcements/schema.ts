import { z } from "zod";
import { choice, id, note, several, text, version } from "@/lib/core/fields";

/** How short and how long a comment may be, in characters. */
export const COMMENT_LENGTH = { least: 5, most: 500 } as const;

export const announcementReaches = ["ALL", "SOME"] as const;

export const postAnnouncementInput = z.strictObject({
  title: text(150),
  text: note(5000),
  reach: choice({ ALL: "ALL", SOME: "SOME" }),
  branches: several(id()),
});
export type PostAnnouncementInput = z.output<typeof postAnnouncementInput>;

export const withdrawAnnouncementInput = z.strictObject({ id: id(), version: version(), reason: text(300) });
export type WithdrawAnnouncementInput = z.output<typeof withdrawAnnouncementInput>;

export const commentInput = z.strictObject({
  announcementId: id(),
  text: note(COMMENT_LENGTH.most).refine(
    (said) => [...said].length >= COMMENT_LENGTH.least,
    "announcements.errors.tooShort",
  ),
});
export type CommentInput = z.output<typeof commentInput>;

export const hideCommentInput = z.strictObject({ id: id(), version: version(), reason: text(300) });
export type HideCommentInput = z.output<typeof hideCommentInput>;

/** What the list is narrowed to; what cannot be read narrows nothing. */
export const announcementFilter = z.object({
  q: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.enum(["25", "50", "100", "all"]).catch("25"),
});
export type AnnouncementFilter = z.output<typeof announcementFilter>;
