import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditChange, changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import type { Presence } from "@/lib/core/db/generated/enums";
import { DomainError, requireNoObstacle } from "@/lib/core/errors";
import { sortKey } from "@/lib/core/text/sort-key";
import { loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { listCalled } from "@/lib/features/meetings/queries/called";
import { countRoll, draftObstacle, rollObstacle, standingOf } from "@/lib/features/meetings/rules";
import type { TakeAttendanceInput } from "@/lib/features/meetings/schema";

type Line = { memberId: string; fullName: string; presence: Presence; reason: string | null };

/**
 * Writes the roll of a whole meeting in the place of what was there. Refuses minutes that have been sent, a day that has not
 * come, somebody who is no member of the branch on that day, and a called member of whom nothing is said (RULE); an older
 * version (CONFLICT).
 */
export function takeAttendance(actor: Actor, input: TakeAttendanceInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeAttendance", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId } = actor;
    const meeting = await loadMeeting(context, input.id);
    requireNoObstacle(draftObstacle(meeting.state));
    const members = await listCalled(tx, actor, meeting);
    requireNoObstacle(rollObstacle(input.entries, members, { heldOn: meeting.heldOn, today }));

    const written = await tx.meeting.updateMany({
      where: { committeeId, id: meeting.id, version: input.version },
      data: { guests: input.guests, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const said = new Map(input.entries.map((entry) => [entry.memberId, entry]));
    const lines = members.flatMap((member) => {
      const entry = said.get(member.memberId);
      if (!entry) return [];
      const isExempt = standingOf(member) === "EXEMPT";
      return [{ ...entry, fullName: member.name, isOfficial: member.stage === "OFFICIAL", isExempt }];
    });
    await tx.meetingAttendance.deleteMany({ where: { committeeId, meetingId: meeting.id } });
    await tx.meetingAttendance.createMany({
      data: lines.map((line) => ({ committeeId, meetingId: meeting.id, sortKey: sortKey(line.fullName), ...line })),
    });
    const { called, present } = countRoll(lines);
    const guests = changedValues({ guests: meeting.guests }, { guests: input.guests });
    audit({
      type: "meeting.rollCalled",
      ...subjectOf(meeting),
      params: { called, present },
      changes: [
        ...(guests ? [{ record: "Meeting", recordId: meeting.id, ...guests }] : []),
        ...changesOf(meeting.attendance, lines),
      ],
    });
    return { id: meeting.id };
  });
}

function changesOf(before: readonly Line[], after: readonly Line[]): AuditChange[] {
  const values = (line: Line | undefined) =>
    line ? { member: line.fullName, presence: line.presence, reason: line.reason } : null;
  const ids = new Set([...before, ...after].map((line) => line.memberId));
  return [...ids].flatMap((memberId): AuditChange[] => {
    const was = values(before.find((line) => line.memberId === memberId));
    const is = values(after.find((line) => line.memberId === memberId));
    if (was && is && was.presence === is.presence && was.reason === is.reason) return [];
    return [{ record: "MeetingAttendance", recordId: memberId, before: was, after: is }];
  });
}
