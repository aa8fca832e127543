import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditChange, type AuditValues, changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { DomainError, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { type LoadedMeeting, loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { draftObstacle, penObstacle, votersPresent, votesObstacle } from "@/lib/features/meetings/rules";
import type { MinutesItem, TakeOverPenInput, WriteMinutesInput } from "@/lib/features/meetings/schema";

/**
 * Writes the text of the minutes as a whole, which ends the draft of it. The first to write has the pen; another one takes it over first. Refuses minutes
 * that have been sent, another's pen and votes that are not those present (RULE), and an older version with both texts (CONFLICT).
 */
export function writeMinutes(actor: Actor, input: WriteMinutesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "writeMinutes", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId, accountId } = actor;
    const meeting = await loadMeeting(context, input.id);
    requireNoObstacle(draftObstacle(meeting.state));
    requireNoObstacle(penObstacle(meeting, accountId));
    requireNoObstacle(votesObstacle(input.items, votersPresent(meeting.attendance)));

    const { conclusion } = input;
    const written = await tx.meeting.updateMany({
      where: { committeeId, id: meeting.id, version: input.version },
      data: { conclusion, penId: accountId, penName: actor.displayName, version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(typedText(meeting), meeting.version);
    if (accountId !== null)
      await tx.minutesDraft.deleteMany({ where: { committeeId, meetingId: meeting.id, accountId } });
    await tx.meetingItem.deleteMany({ where: { committeeId, meetingId: meeting.id } });
    await tx.meetingItem.createMany({
      data: input.items.map((item) => ({ committeeId, meetingId: meeting.id, ...item })),
    });
    const whole = changedValues({ conclusion: meeting.conclusion }, { conclusion });
    const changes = [
      ...(whole ? [{ record: "Meeting", recordId: meeting.id, ...whole }] : []),
      ...changesOf(meeting, input.items),
    ];
    audit({ type: "meeting.written", ...subjectOf(meeting), params: { items: input.items.length }, changes });
    return { id: meeting.id };
  });
}

/** Takes the pen over from who has it. Refuses minutes that have been sent (RULE), and an older version (CONFLICT). */
export function takeOverPen(actor: Actor, input: TakeOverPenInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeOverPen", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const meeting = await loadMeeting(context, input.id);
    requireNoObstacle(draftObstacle(meeting.state));
    const pen = { penId: actor.accountId, penName: actor.displayName };
    const written = await tx.meeting.updateMany({
      where: { committeeId: actor.committeeId, id: meeting.id, version: input.version },
      data: { ...pen, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const change = changedValues({ pen: meeting.penName }, { pen: actor.displayName });
    const changes = change ? [{ record: "Meeting", recordId: meeting.id, ...change }] : [];
    audit({ type: "meeting.penMoved", ...subjectOf(meeting), changes });
    return { id: meeting.id };
  });
}

function valuesOf({ position, title, opinions, conclusion, yes, no, other }: MinutesItem): AuditValues {
  return { number: position, title, opinions, conclusion, yes, no, other };
}

function changesOf(meeting: LoadedMeeting, items: readonly MinutesItem[]): AuditChange[] {
  const places = new Set([...meeting.items, ...items].map((item) => item.position));
  return [...places].flatMap((place): AuditChange[] => {
    const was = meeting.items.find((item) => item.position === place);
    const is = items.find((item) => item.position === place);
    const before = was ? valuesOf(was) : null;
    const after = is ? valuesOf(is) : null;
    if (before && after && !changedValues(before, after)) return [];
    return [{ record: "MeetingItem", recordId: meeting.id, before, after }];
  });
}

function typedText(meeting: LoadedMeeting): Record<string, string> {
  const items = meeting.items.flatMap(({ position, title, opinions, conclusion, yes, no, other }) =>
    Object.entries({ title, opinions, conclusion, yes, no, other }).map(([part, value]) => [
      `${part}-${position}`,
      String(value ?? ""),
    ]),
  );
  return { conclusion: meeting.conclusion ?? "", ...Object.fromEntries(items) };
}
