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
