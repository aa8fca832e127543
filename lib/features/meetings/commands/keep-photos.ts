import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { readPicture } from "@/lib/core/files/read-picture";
import { loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { canKeepMinutes } from "@/lib/features/meetings/policy";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { draftObstacle } from "@/lib/features/meetings/rules";
import { freePlace, photoObstacle } from "@/lib/features/meetings/rules/photos";
import type { AttachPhotoInput, RemovePhotoInput } from "@/lib/features/meetings/schema/photos";

/**
 * Attaches a photo of the paper notebook to minutes that are a draft, made anew at 300 KB at most. Refuses a meeting that the actor does
 * not read (NOT_FOUND) or keep (FORBIDDEN); what is by its content no picture, or one too large to be read; minutes that have been
 * sent, have this very photo or as many as they may (RULE).
 */
export async function attachPhoto(actor: Actor, input: AttachPhotoInput): Promise<{ id: string }> {
  const { meetingId, bytes } = input;
  const { branchId, state } = await getMeeting(actor, meetingId);
  authorize(canKeepMinutes(actor, branchId));
  requireNoObstacle(draftObstacle(state));
  const picture = await readPicture(bytes, "PHOTO");
  if ("refused" in picture) throw new DomainError("RULE", `meetings.refusals.${picture.refused}`);
  const hash = createHash("sha256").update(bytes).digest("hex");

  return runCommand(actor, { command: "attachPhoto", input: { meetingId, hash } }, async (context) => {
    const { tx, actor, audit } = context;
    const meeting = await loadDraft(context, meetingId);
    const { committeeId, accountId, displayName } = actor;
    const others = await tx.meetingPhoto.findMany({
      where: { committeeId, meetingId },
      select: { position: true, hash: true },
    });
    requireNoObstacle(photoObstacle(others, hash));
    const position = freePlace(others);
    const { width, height } = picture;
    const [kept, small] = [bytesOf(picture.bytes), bytesOf(picture.small ?? "")];
    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.meetingPhoto.create({
      data: {
        committeeId,
        id,
        meetingId,
        position,
        hash,
        width,
        height,
        size: kept.length,
        bytes: kept,
        small,
        ...hand,
      },
      select: { id: true },
    });
    const after = { photoNumber: position, fileSize: kept.length };
    const changes = [{ record: "MeetingPhoto", recordId: id, before: null, after }];
    audit({ type: "meeting.photoAttached", ...subjectOf(meeting), changes });
    return { id };
  });
}

/** Takes a photo away from minutes that are a draft. Refuses what `attachPhoto` refuses, and a photo that is not there (NOT_FOUND). */
export function removePhoto(actor: Actor, input: RemovePhotoInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "removePhoto", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const photo = await tx.meetingPhoto.findFirst({
      where: { committeeId, id: input.id },
      select: { meetingId: true, position: true, size: true },
    });
    if (!photo) throw notFound();
    const meeting = await loadDraft(context, photo.meetingId);
    const removed = await tx.meetingPhoto.deleteMany({ where: { committeeId, id: input.id } });
    if (removed.count === 0) throw notFound();
    const before = { photoNumber: photo.position, fileSize: photo.size };
    const changes = [{ record: "MeetingPhoto", recordId: input.id, before, after: null }];
    audit({ type: "meeting.photoRemoved", ...subjectOf(meeting), changes });
    return { id: photo.meetingId };
  });
}

/* Whoever comes first holds the draft: nobody sends it, or fills its last place, in between. Its version stays, since its text does. */
async function loadDraft(context: CommandContext, meetingId: string) {
  const meeting = await loadMeeting(context, meetingId);
  const { tx, actor } = context;
  const held = await tx.meeting.updateMany({
    where: { committeeId: actor.committeeId, id: meetingId, state: "DRAFT" },
    data: { state: "DRAFT" },
  });
  requireNoObstacle(draftObstacle(held.count === 0 ? "SENT" : meeting.state));
  return meeting;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, "base64"));
}
