import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadLine, programmeSubject, touchDraft } from "@/lib/features/inspection-programmes/commands/load-programme";
import { doneObstacle, dropObstacle } from "@/lib/features/inspection-programmes/rules";
import type { DropLineInput, MarkLineDoneInput, TakeOutLineInput } from "@/lib/features/inspection-programmes/schema";

/** Takes a line out of a draft. Refuses one that is not the actor's to see (NOT_FOUND) or keep (FORBIDDEN), and one of an issued programme (RULE). */
export function takeOutLine(actor: Actor, input: TakeOutLineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeOutLine", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const line = await loadLine(context, input.id);
    const { programme, mode, topic, month, team, remark } = line;
    if (programme.state === "ISSUED") throw new DomainError("RULE", "inspectionProgrammes.errors.frozen");
    const { committeeId } = actor;
    await touchDraft(context, programme.id);
    await tx.programmeSubject.deleteMany({ where: { committeeId, lineId: line.id } });
    const gone = await tx.programmeLine.deleteMany({ where: { committeeId, id: line.id, version: input.version } });
    if (gone.count === 0) throw new VersionConflict({}, line.version);
    const branches = line.subjects.flatMap(({ branch }) => branch?.name ?? []).join(", ");
    const members = line.subjects.flatMap(({ memberName }) => memberName ?? []).join(", ");
    audit({
      type: "inspectionProgramme.lineRemoved",
      subject: programmeSubject(programme),
      branchId: programme.branchId,
      params: { year: programme.year },
      changes: [
        {
          record: "ProgrammeLine",
          recordId: line.id,
          before: { mode, topic, month, branches, members, team, remark },
          after: null,
        },
      ],
    });
    return { id: programme.id };
  });
}

/**
 * Drops a line of an issued programme with the day and the reason; it stays to be read. A case in progress that carries it out neither
 * hinders this nor is told of by it (SOD-6). Refuses a line that is not the actor's to see (NOT_FOUND) or keep (FORBIDDEN), one that is
 * done or dropped and a day that does not fit (RULE), and an older version (CONFLICT).
 */
export function dropLine(actor: Actor, input: DropLineInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "dropLine", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, droppedOn, reason } = input;
    const line = await loadLine(context, id);
    const { programme } = line;
    requireNoObstacle(dropObstacle(line.issued, droppedOn, today));
    const written = await tx.programmeLine.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: {
        ...{ droppedOn: toDbDate(droppedOn), droppedReason: reason, droppedBy: actor.displayName },
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new VersionConflict(storedLine(line), line.version);
    audit({
      type: "inspectionProgramme.lineDropped",
      subject: programmeSubject(programme),
      branchId: programme.branchId,
      params: { year: programme.year, month: line.month, topic: line.topic },
      reason,
      changes: [{ record: "ProgrammeLine", recordId: id, before: { droppedOn: null }, after: { droppedOn } }],
    });
    return { id: programme.id };
  });
}

/**
 * Says of a line of a branch's plan on which day it was done, with what result and at which meeting it was discussed; said again, it
 * replaces what was said before. Refuses a line or a meeting that is not the actor's to see or not the branch's (NOT_FOUND), who does
 * not keep the plan (FORBIDDEN), a line of the committee, a dropped one, one about the writer and days that do not fit (RULE), and an
 * older version (CONFLICT).
 */
export function markLineDone(actor: Actor, input: MarkLineDoneInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "markLineDone", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, doneOn, result, meetingId } = input;
    const line = await loadLine(context, id);
    const { programme, subjects } = line;
    const meetingHeldOn = meetingId === null ? null : await dayOfMeeting(context, programme.branchId, meetingId);
    const facts = {
      ...{ year: programme.year, writerId: actor.memberId, meetingHeldOn },
      subjectIds: subjects.flatMap(({ memberId }) => memberId ?? []),
    };
    requireNoObstacle(doneObstacle(line.issued, facts, doneOn, today));
    const said = { doneOn: toDbDate(doneOn), doneResult: result, doneBy: actor.displayName, doneMeetingId: meetingId };
    const written = await tx.programmeLine.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...said, version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(storedLine(line), line.version);
    const before = { doneOn: fromDbDate(line.doneOn), supervisionResult: line.doneResult };
    audit({
      type: "inspectionProgramme.lineFinished",
      subject: programmeSubject(programme),
      branchId: programme.branchId,
      params: { year: programme.year, month: line.month, topic: line.topic },
      changes: [
        { record: "ProgrammeLine", recordId: id, before, after: { doneOn, supervisionResult: result, meetingHeldOn } },
      ],
    });
    return { id: programme.id };
  });
}

function storedLine(line: Awaited<ReturnType<typeof loadLine>>): Record<string, string> {
  const typed = (on: Date | null) => (on === null ? "" : typedForm(fromDbDate(on)));
  const { droppedOn, droppedReason, doneOn, doneResult } = line;
  return {
    ...{ droppedOn: typed(droppedOn), reason: droppedReason ?? "" },
    ...{ doneOn: typed(doneOn), result: doneResult ?? "" },
  };
}

async function dayOfMeeting({ tx, actor }: CommandContext, branchId: string | null, id: string): Promise<Day> {
  const found = await tx.meeting.findFirst({
    where: { committeeId: actor.committeeId, id, ...(branchId === null ? {} : { branchId }) },
    select: { heldOn: true },
  });
  if (!found) throw notFound();
  return fromDbDate(found.heldOn);
}
