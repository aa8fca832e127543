"use server";

import { runAction } from "@/lib/core/action";
import type { ActionState } from "@/lib/core/action-state";
import { type DraftAnswer, runDraft } from "@/lib/core/draft-action";
import type { Upload } from "@/lib/core/files/upload";
import { type Kept, runUpload } from "@/lib/core/upload-action";
import { addAddendum } from "@/lib/features/meetings/commands/add-addendum";
import { endMeetingDay, fixMeetingDay } from "@/lib/features/meetings/commands/fix-meeting-day";
import { gradeMeeting } from "@/lib/features/meetings/commands/grade-meeting";
import { inviteToMeeting } from "@/lib/features/meetings/commands/invite";
import { dropDraft, keepDraft } from "@/lib/features/meetings/commands/keep-draft";
import { attachPhoto, removePhoto } from "@/lib/features/meetings/commands/keep-photos";
import { editBodyMeeting, openBodyMeeting } from "@/lib/features/meetings/commands/open-body-meeting";
import { editMeeting, openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { scoreMeeting } from "@/lib/features/meetings/commands/score-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { takeOverPen, writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import {
  addAddendumInput,
  editMeetingInput,
  gradeMeetingInput,
  inviteInput,
  openMeetingInput,
  scoreMeetingInput,
  sendMinutesInput,
  signMinutesInput,
  takeAttendanceInput,
  takeOverPenInput,
  writeMinutesInput,
} from "@/lib/features/meetings/schema";
import { editBodyMeetingInput, openBodyMeetingInput } from "@/lib/features/meetings/schema/bodies";
import { endMeetingDayInput, fixMeetingDayInput } from "@/lib/features/meetings/schema/meeting-day";
import { dropDraftInput, keepDraftInput } from "@/lib/features/meetings/schema/minutes-draft";
import { type AttachPhotoInput, attachPhotoInput, removePhotoInput } from "@/lib/features/meetings/schema/photos";

const done =
  (word: string) =>
  ({ id }: { id: string }) => ({ redirectTo: `/meetings/${id}?done=${word}` });

export async function openMeetingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openMeetingInput, form, openMeeting, done("opened"));
}

export async function editMeetingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editMeetingInput, form, editMeeting, done("edited"));
}

export async function openBodyMeetingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(openBodyMeetingInput, form, openBodyMeeting, done("bodyOpened"));
}

export async function editBodyMeetingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editBodyMeetingInput, form, editBodyMeeting, done("bodyEdited"));
}

export async function inviteAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(inviteInput, form, inviteToMeeting, done("invited"));
}

export async function takeAttendanceAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(takeAttendanceInput, form, takeAttendance, done("rollCalled"));
}

export async function sendMinutesAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(sendMinutesInput, form, sendMinutes, done("sent"));
}

export async function signMinutesAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(signMinutesInput, form, signMinutes, done("signed"));
}

export async function writeMinutesAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(writeMinutesInput, form, writeMinutes, ({ id }) => ({
    redirectTo: `/meetings/${id}/minutes?done=written`,
  }));
}

export async function dropDraftAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(dropDraftInput, form, dropDraft, ({ id }) => ({
    redirectTo: `/meetings/${id}/minutes?done=draftDropped`,
  }));
}

export async function takeOverPenAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(takeOverPenInput, form, takeOverPen, ({ id }) => ({
    redirectTo: `/meetings/${id}/minutes?done=penTaken`,
  }));
}

export async function addAddendumAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(addAddendumInput, form, addAddendum, done("amended"));
}

export async function scoreMeetingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(scoreMeetingInput, form, scoreMeeting, done("scored"));
}

export async function gradeMeetingAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(gradeMeetingInput, form, gradeMeeting, done("graded"));
}

export async function endMeetingDayAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(endMeetingDayInput, form, endMeetingDay, ({ id }) => ({
    redirectTo: `/branches/${id}/meeting-day?done=ended`,
  }));
}

export async function fixMeetingDayAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(fixMeetingDayInput, form, fixMeetingDay, ({ id }) => ({
    redirectTo: `/branches/${id}/meeting-day?done=fixed`,
  }));
}

/** Keeps minutes as far as they have been typed; called by the route that a page sends them to. */
export async function keepDraftAction(sent: unknown): Promise<DraftAnswer> {
  return runDraft(keepDraftInput, sent, keepDraft);
}

/** Attaches an uploaded photo; called by the route that reads and counts it. Says why a photo is not kept. */
export async function attachPhotoAction(
  upload: Pick<Upload, "bytes"> & Pick<AttachPhotoInput, "meetingId">,
): Promise<Kept> {
  return runUpload((actor) => attachPhoto(actor, attachPhotoInput.parse(upload)));
}

export async function removePhotoAction(_state: ActionState, form: FormData): Promise<ActionState> {
  return runAction(removePhotoInput, form, removePhoto, ({ id }) => ({
    redirectTo: `/meetings/${id}/photos?done=photoRemoved`,
  }));
}
