import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { requireNoObstacle } from "@/lib/core/errors";
import { loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { addendumObstacle } from "@/lib/features/meetings/rules";
import type { AddAddendumInput } from "@/lib/features/meetings/schema";

/** Adds to minutes that have been sent, with the reason; what stands there stays. Refuses a draft, whose text is written (RULE). */
export function addAddendum(actor: Actor, input: AddAddendumInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "addAddendum", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId, accountId, displayName } = actor;
    const meeting = await loadMeeting(context, input.id);
    requireNoObstacle(addendumObstacle(meeting.state));
    const { text, reason } = input;
    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    const data = { committeeId, id, meetingId: meeting.id, text, reason, ...hand };
    await tx.meetingAddendum.create({ data, select: { id: true } });
    const changes = [{ record: "MeetingAddendum", recordId: id, before: null, after: { text } }];
    audit({ type: "meeting.amended", ...subjectOf(meeting), reason, changes });
    return { id: meeting.id };
  });
}
