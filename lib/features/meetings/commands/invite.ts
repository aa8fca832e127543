import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { inviteObstacle } from "@/lib/features/meetings/rules";
import type { InviteInput } from "@/lib/features/meetings/schema";

/**
 * Notes down that the invitation to a meeting went out today, from what time it is and with which enclosures; once more where either
 * has changed. Refuses a meeting whose day is over or whose minutes have been sent, and nothing changed (RULE); and an older version with both
 * versions' values (CONFLICT).
 */
export function inviteToMeeting(actor: Actor, input: InviteInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "inviteToMeeting", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, startTime, enclosures } = input;
    const meeting = await loadMeeting(context, id);
    requireNoObstacle(inviteObstacle(meeting, today));
    const isSame = meeting.startTime === startTime && meeting.enclosures === enclosures;
    const isSent = meeting.invitedOn !== null && meeting.version === version;
    requireNoObstacle(isSent && isSame ? { reason: "meetings.errors.sameInvitation" } : null);
    const written = await tx.meeting.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: {
        ...{ startTime, enclosures, invitedOn: toDbDate(today), invitedBy: actor.displayName },
        version: { increment: 1 },
      },
    });
    if (written.count === 0) {
      const stored = { startTime: meeting.startTime ?? "", enclosures: meeting.enclosures ?? "" };
      throw new VersionConflict(stored, meeting.version);
    }
    const before = {
      startTime: meeting.startTime,
      enclosures: meeting.enclosures,
      invitedOn: fromDbDate(meeting.invitedOn),
    };
    const change = changedValues(before, { startTime, enclosures, invitedOn: today });
    const changes = change ? [{ record: "Meeting", recordId: id, ...change }] : [];
    audit({ type: "meeting.invited", ...subjectOf(meeting), changes });
    return { id };
  });
}
