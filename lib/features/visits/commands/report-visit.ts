import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { canEditVisit, canReadVisits, canReportForOthers, canReportVisit } from "@/lib/features/visits/policy";
import { assignmentOn, editObstacle, visitObstacle } from "@/lib/features/visits/rules/visit";
import type { EditVisitInput, ReportVisitInput } from "@/lib/features/visits/schema";

type Report = Pick<ReportVisitInput, "visitedOn" | "meetingId" | "situation" | "meetingOpinion">;
type Visit = { branchId: string; branch: string; visitorId: string; ownId: string | null };

/** Refuses a visit that the rules do not allow; answers the assignment it was made under and the columns to store. */
async function judged({ tx, actor, today }: CommandContext, visit: Visit, { visitedOn, meetingId, ...said }: Report) {
  const { committeeId } = actor;
  const { branchId, branch, visitorId: memberId } = visit;
  const rows = await tx.assignment.findMany({
    where: { committeeId, branchId, memberId },
    relationLoadStrategy: "join",
    select: { id: true, startsOn: true, endsOn: true, member: { select: { fullName: true } } },
  });
  const visitor = rows[0]?.member.fullName;
  if (visitor === undefined) throw new DomainError("RULE", "visits.errors.chooseVisitor", {}, "visitorId");
  const meeting =
    meetingId === null ? null : await tx.meeting.findFirst({ where: { committeeId, branchId, id: meetingId } });
  if (meetingId !== null && !meeting) throw notFound();
  const others = await tx.visitReport.findMany({
    where: {
      AND: [{ committeeId, branchId, meetingId: { not: null }, assignment: { memberId } }, notThis(visit.ownId)],
    },
    select: { meetingId: true },
  });
  const assignments = rows.map((row) => withPeriod(row));
  const held = meeting && { id: meeting.id, heldOn: fromDbDate(meeting.heldOn) };
  const reportedMeetingIds = others.flatMap((one) => one.meetingId ?? []);
  requireNoObstacle(
    visitObstacle(visitedOn, { branch, visitor, assignments, meeting: held, reportedMeetingIds, today }),
  );
  const assignmentId = assignmentOn(assignments, visitedOn);
  if (assignmentId === null) throw notFound();
  const data = { assignmentId, visitedOn: toDbDate(visitedOn), meetingId, ...said };
  return { visitor, data, values: valuesOf({ visitedOn, ...said }, held) };
}

const notThis = (id: string | null) => (id === null ? {} : { id: { not: id } });

function valuesOf(
  { visitedOn, situation, meetingOpinion }: Omit<Report, "meetingId">,
  meeting: { readonly heldOn: Day } | null,
): AuditValues {
  return { visitedOn, meetingHeldOn: meeting?.heldOn ?? null, situation, meetingOpinion };
}

/**
 * Writes down a visit of the committee member in charge of a branch: by that person while the assignment runs, or by the office
 * for whose assignment ran on that day; both names stay. Refuses a branch that the actor does not read (NOT_FOUND), may not
 * report on, or report on for others (FORBIDDEN); a day to come or without an assignment, a meeting of another month or one
 * reported on before (RULE).
 */
export function reportVisit(actor: Actor, input: ReportVisitInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "reportVisit", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { branchId, visitorId: chosen, ...report } = input;
    const { committeeId, accountId, displayName } = actor;
    if (!canReadVisits(actor, branchId)) throw notFound();
    const branch = await tx.branch.findFirst({ where: { committeeId, id: branchId }, select: { name: true } });
    if (!branch) throw notFound();
    authorize(canReportVisit(actor, branchId));
    const visitorId = chosen ?? actor.memberId;
    if (visitorId !== actor.memberId) authorize(canReportForOthers(actor));
    if (visitorId === null) throw new DomainError("RULE", "visits.errors.chooseVisitor", {}, "visitorId");
    const visit = { branchId, branch: branch.name, visitorId, ownId: null };
    const { visitor, data, values } = await judged(context, visit, report);

    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName, writtenOn: toDbDate(today) };
    await tx.visitReport.create({
      data: { committeeId, id, branchId, visitorName: visitor, ...data, ...hand },
      select: { id: true },
    });
    audit({
      type: "visit.reported",
      subject: { kind: "visit", id, name: `${branch.name}, ${typedForm(report.visitedOn)}` },
      branchId,
      changes: [{ record: "VisitReport", recordId: id, before: null, after: { visitor, ...values } }],
    });
    return { id };
  });
}

/**
 * Puts a report right. Refuses one that somebody else wrote (FORBIDDEN), one written more than 30 days ago and what
 * `reportVisit` refuses (RULE), and an older version with both versions' values (CONFLICT).
 */
export function editVisit(actor: Actor, input: EditVisitInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editVisit", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, ...report } = input;
    const { committeeId } = actor;
    const row = await tx.visitReport.findFirst({
      where: { committeeId, id },
      relationLoadStrategy: "join",
      include: {
        branch: { select: { name: true } },
        meeting: { select: { heldOn: true } },
        assignment: { select: { memberId: true } },
      },
    });
    if (!row) throw notFound();
    authorize(canEditVisit(actor, row));
    requireNoObstacle(editObstacle(fromDbDate(row.writtenOn), today));
    const { branchId } = row;
    const visit = { branchId, branch: row.branch.name, visitorId: row.assignment.memberId, ownId: id };
    const { data, values } = await judged(context, visit, report);

    const written = await tx.visitReport.updateMany({
      where: { committeeId, id, version },
      data: { ...data, version: { increment: 1 } },
    });
    const visitedOn = fromDbDate(row.visitedOn);
    if (written.count === 0) {
      const { meetingId, situation, meetingOpinion } = row;
      const typed = { meetingId: meetingId ?? "", situation, meetingOpinion: meetingOpinion ?? "" };
      throw new VersionConflict({ visitedOn: typedForm(visitedOn), ...typed }, row.version);
    }
    const before = valuesOf({ ...row, visitedOn }, row.meeting && { heldOn: fromDbDate(row.meeting.heldOn) });
    const change = changedValues(before, values);
    audit({
      type: "visit.edited",
      subject: { kind: "visit", id, name: `${row.branch.name}, ${typedForm(report.visitedOn)}` },
      branchId,
      changes: change ? [{ record: "VisitReport", recordId: id, ...change }] : [],
    });
    return { id };
  });
}
