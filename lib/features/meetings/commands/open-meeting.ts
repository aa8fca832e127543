import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditChange, type AuditValues, changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { type LoadedMeeting, loadBranchMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { canOpenMeeting, canReadMeetings } from "@/lib/features/meetings/policy";
import { draftObstacle, meetingObstacle, typedMonth } from "@/lib/features/meetings/rules";
import type { EditMeetingInput, MeetingRecord, OpenMeetingInput } from "@/lib/features/meetings/schema";
import { listVoters } from "@/lib/features/votes/queries/voters";

async function loadBranch({ tx, actor }: CommandContext, id: string) {
  if (!canReadMeetings(actor, id)) throw notFound();
  const branch = await tx.branch.findFirst({
    where: { committeeId: actor.committeeId, id },
    select: { id: true, name: true, startsOn: true, endsOn: true },
  });
  if (!branch) throw notFound();
  return withPeriod(branch);
}

type Branch = Awaited<ReturnType<typeof loadBranch>>;

/** Refuses a record that the rules do not allow; answers the columns to store, with the names of that day. */
async function judged({ tx, actor }: CommandContext, branch: Branch, input: MeetingRecord, meetingId: string | null) {
  const where = {
    committeeId: actor.committeeId,
    branchId: branch.id,
    kind: "MONTHLY" as const,
    monthOn: toDbDate(input.monthOn),
  };
  const other = await tx.meeting.findFirst({
    where: { AND: [where, meetingId === null ? {} : { id: { not: meetingId } }] },
    select: { heldOn: true },
  });
  const members = await listVoters(tx, branch.id, input.heldOn);
  const facts = { branch, members, other: other && { heldOn: fromDbDate(other.heldOn) } };
  requireNoObstacle(meetingObstacle(input, facts));
  const nameOf = (id: string) => members.find((one) => one.memberId === id)?.name ?? "";
  const { monthOn, heldOn, ...columns } = input;
  const names = { chairName: nameOf(input.chairId), writerName: nameOf(input.writerId) };
  return { data: { ...columns, ...names, monthOn: toDbDate(monthOn), heldOn: toDbDate(heldOn) }, names };
}

function valuesOf(
  { kind, monthOn, heldOn, startTime, place }: Omit<MeetingRecord, "chairId" | "writerId">,
  { chairName, writerName }: { chairName: string; writerName: string },
): AuditValues {
  return { kind, month: monthOn.slice(0, 7), heldOn, startTime, place, chair: chairName, writer: writerName };
}

/** The items of the branch's last monthly meeting before this one, without what was said about them. */
async function copyAgenda(
  { tx, actor }: CommandContext,
  { id, branchId, monthOn }: Pick<MeetingRecord, "monthOn"> & { id: string; branchId: string },
): Promise<AuditChange[]> {
  const { committeeId } = actor;
  const last = await tx.meeting.findFirst({
    where: { committeeId, branchId, kind: "MONTHLY", monthOn: { lt: toDbDate(monthOn) } },
    orderBy: { monthOn: "desc" },
    select: { items: { orderBy: { position: "asc" }, select: { position: true, title: true } } },
  });
  const items = last?.items ?? [];
  await tx.meetingItem.createMany({ data: items.map((item) => ({ committeeId, meetingId: id, ...item })) });
  return items.map(({ position, title }) => ({
    ...{ record: "MeetingItem", recordId: id, before: null },
    after: { number: position, title },
  }));
}

/**
 * Opens the minutes of a meeting of a branch; a monthly one takes over the agenda of the last. Refuses a branch that the actor does not read (NOT_FOUND) or keep (FORBIDDEN),
 * a second monthly meeting for the month, and a chair or writer who is no member that day (RULE).
 */
export function openMeeting(actor: Actor, input: OpenMeetingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openMeeting", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { branchId, ...record } = input;
    const branch = await loadBranch(context, branchId);
    authorize(canOpenMeeting(actor, branchId));
    const { data, names } = await judged(context, branch, record, null);
    const id = randomUUID();
    await tx.meeting.create({ data: { committeeId: actor.committeeId, id, branchId, ...data }, select: { id: true } });
    const agenda = record.kind === "MONTHLY" ? await copyAgenda(context, { id, branchId, ...record }) : [];
    audit({
      type: "meeting.opened",
      ...subjectOf({ id, branchId, ...record, branch }),
      changes: [{ record: "Meeting", recordId: id, before: null, after: valuesOf(record, names) }, ...agenda],
    });
    return { id };
  });
}

/**
 * Puts right what was entered of a meeting whose minutes have not been sent; on another day, at another time or place it has
 * to be invited to anew. Refuses what `openMeeting` refuses, minutes that
 * have been sent (RULE), and an older version with both versions' values (CONFLICT).
 */
export function editMeeting(actor: Actor, input: EditMeetingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editMeeting", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, ...record } = input;
    const meeting = await loadBranchMeeting(context, id);
    requireNoObstacle(draftObstacle(meeting.state));
    const branch = await loadBranch(context, meeting.branchId);
    const { data, names } = await judged(context, branch, record, id);
    const isMoved = (["heldOn", "startTime", "place"] as const).some((part) => meeting[part] !== record[part]);
    const written = await tx.meeting.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...data, ...(isMoved ? { invitedOn: null, invitedBy: null } : {}), version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(typedValues(meeting), meeting.version);
    const change = changedValues(valuesOf(meeting, meeting), valuesOf(record, names));
    const changes = change ? [{ record: "Meeting", recordId: id, ...change }] : [];
    audit({ type: "meeting.edited", ...subjectOf(meeting), changes });
    return { id };
  });
}

function typedValues(meeting: Omit<LoadedMeeting, "branch">): Record<string, string> {
  const { kind, place, chairId, writerId } = meeting;
  const startTime = meeting.startTime ?? "";
  return {
    kind,
    startTime,
    place,
    chairId,
    writerId,
    monthOn: typedMonth(meeting.monthOn),
    heldOn: typedForm(meeting.heldOn),
  };
}
