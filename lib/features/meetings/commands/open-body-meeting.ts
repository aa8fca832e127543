import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate, typedForm } from "@/lib/core/day";
import type { MeetingBody } from "@/lib/core/db/generated/enums";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { type LoadedMeeting, loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { canOpenBodyMeeting } from "@/lib/features/meetings/policy";
import { findBodyScope } from "@/lib/features/meetings/queries/body-scope";
import { listBodyMembers, listWriters } from "@/lib/features/meetings/queries/called";
import { draftObstacle } from "@/lib/features/meetings/rules";
import { bodyMeetingObstacle, monthOfDay } from "@/lib/features/meetings/rules/bodies";
import type {
  BodyMeetingRecord,
  EditBodyMeetingInput,
  OpenBodyMeetingInput,
} from "@/lib/features/meetings/schema/bodies";

/** Refuses a record that the rules do not allow; answers the columns to store, with the names of that day. */
async function judged(
  { tx, actor }: CommandContext,
  body: MeetingBody,
  input: BodyMeetingRecord,
  meetingId: string | null,
) {
  const { committeeId } = actor;
  const where = { committeeId, body, heldOn: toDbDate(input.heldOn) };
  const other = await tx.meeting.findFirst({
    where: { AND: [where, meetingId === null ? {} : { id: { not: meetingId } }] },
    select: { id: true },
  });
  const members = await listBodyMembers(tx, actor, body, input.heldOn);
  const writers = await listWriters(tx, actor, input.heldOn);
  requireNoObstacle(bodyMeetingObstacle(input, { other, members, writers }));
  const { heldOn, ...columns } = input;
  const names = {
    chairName: members.find((one) => one.memberId === input.chairId)?.name ?? "",
    writerName: writers.find((one) => one.id === input.writerId)?.name ?? "",
  };
  const days = { monthOn: toDbDate(monthOfDay(heldOn)), heldOn: toDbDate(heldOn) };
  return { data: { ...columns, ...names, ...days }, names };
}

function valuesOf(
  { kind, heldOn, startTime, place }: Omit<BodyMeetingRecord, "chairId" | "writerId">,
  { chairName, writerName }: { readonly chairName: string; readonly writerName: string },
): AuditValues {
  return { kind, heldOn, startTime, place, chair: chairName, writer: writerName };
}

/**
 * Opens the minutes of a meeting of a body of the committee. Refuses who reads no meetings of bodies (NOT_FOUND) or does not keep them
 * (FORBIDDEN), a day on which the body meets already or nobody sits in it, and a chair or writer who cannot be (RULE).
 */
export function openBodyMeeting(actor: Actor, input: OpenBodyMeetingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openBodyMeeting", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { body, ...record } = input;
    if ((await findBodyScope(tx, actor)) === null) throw notFound();
    authorize(canOpenBodyMeeting(actor));
    const { data, names } = await judged(context, body, record, null);
    const id = randomUUID();
    await tx.meeting.create({ data: { committeeId: actor.committeeId, id, body, ...data }, select: { id: true } });
    const after = { meetingBody: body, ...valuesOf(record, names) };
    audit({
      type: "bodyMeeting.opened",
      ...subjectOf({ id, branchId: null, branch: null, monthOn: monthOfDay(record.heldOn), heldOn: record.heldOn }),
      changes: [{ record: "Meeting", recordId: id, before: null, after }],
    });
    return { id };
  });
}

/**
 * Puts right what was entered of a meeting of a body whose minutes are a draft; on another day, at another time or place it has to be
 * invited to anew. Refuses a meeting of a branch (NOT_FOUND), what `openBodyMeeting` refuses, minutes that are closed (RULE), and an
 * older version with both versions' values (CONFLICT).
 */
export function editBodyMeeting(actor: Actor, input: EditBodyMeetingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editBodyMeeting", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, ...record } = input;
    const meeting = await loadMeeting(context, id);
    if (meeting.body === null) throw notFound();
    requireNoObstacle(draftObstacle(meeting.state));
    const { data, names } = await judged(context, meeting.body, record, id);
    const isMoved = (["heldOn", "startTime", "place"] as const).some((part) => meeting[part] !== record[part]);
    const written = await tx.meeting.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...data, ...(isMoved ? { invitedOn: null, invitedBy: null } : {}), version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(typedValues(meeting), meeting.version);
    const change = changedValues(valuesOf(meeting, meeting), valuesOf(record, names));
    const changes = change ? [{ record: "Meeting", recordId: id, ...change }] : [];
    audit({ type: "bodyMeeting.edited", ...subjectOf(meeting), changes });
    return { id };
  });
}

function typedValues({ kind, heldOn, startTime, place, chairId, writerId }: LoadedMeeting): Record<string, string> {
  return { kind, startTime: startTime ?? "", place, chairId, writerId, heldOn: typedForm(heldOn) };
}
