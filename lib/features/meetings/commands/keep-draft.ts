import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand, runUnrecorded } from "@/lib/core/command";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { draftObstacle } from "@/lib/features/meetings/rules";
import type { DropDraftInput, KeepDraftInput } from "@/lib/features/meetings/schema/minutes-draft";

/**
 * Keeps the minutes as far as the actor has typed them, in the place of what was kept before, whoever has the pen. Refuses a meeting
 * that the actor does not read (NOT_FOUND) or whose minutes the actor does not keep (FORBIDDEN), and minutes that have been sent (RULE).
 */
export function keepDraft(actor: Actor, input: KeepDraftInput): Promise<{ keptAt: Date }> {
  return runUnrecorded(actor, async (context) => {
    const { tx, actor } = context;
    const { id: meetingId, state } = await loadMeeting(context, input.id);
    requireNoObstacle(draftObstacle(state));
    const { committeeId, accountId } = actor;
    if (accountId === null) throw notFound();
    const owner = { committeeId, meetingId, accountId };
    const kept = { meetingVersion: input.version, entries: input.entries, keptAt: new Date() };
    await tx.minutesDraft.upsert({
      where: { committeeId_meetingId_accountId: owner },
      create: { ...owner, ...kept },
      update: kept,
      select: { keptAt: true },
    });
    return { keptAt: kept.keptAt };
  });
}

/** Throws the actor's own draft away. Refuses what `keepDraft` refuses, and where there is none (NOT_FOUND). */
export function dropDraft(actor: Actor, input: DropDraftInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "dropDraft", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const meeting = await loadMeeting(context, input.id);
    const { committeeId, accountId } = actor;
    if (accountId === null) throw notFound();
    const dropped = await tx.minutesDraft.deleteMany({ where: { committeeId, meetingId: meeting.id, accountId } });
    if (dropped.count === 0) throw notFound();
    audit({ type: "meeting.draftDropped", ...subjectOf(meeting), changes: [] });
    return { id: meeting.id };
  });
}
