"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { commentOn, hideComment } from "@/lib/features/announcements/commands/comment";
import { postAnnouncement, withdrawAnnouncement } from "@/lib/features/announcements/commands/post-announcement";
import {
  commentInput,
  hideCommentInput,
  postAnnouncementInput,
  withdrawAnnouncementInput,
} from "@/lib/features/announcements/schema";

const done =
  (word: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/announcements/${id}?done=${word}` });

export async function postAnnouncementAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(postAnnouncementInput, form, postAnnouncement, done("posted"));
}

export async function withdrawAnnouncementAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(withdrawAnnouncementInput, form, withdrawAnnouncement, done("withdrawn"));
}

export async function commentOnAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(commentInput, form, commentOn, done("commented"));
}

export async function hideCommentAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(hideCommentInput, form, hideComment, done("hidden"));
}
