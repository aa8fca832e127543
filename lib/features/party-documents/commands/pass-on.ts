import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate } from "@/lib/core/day";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadPaper } from "@/lib/features/party-documents/commands/load-paper";
import { passingObstacle } from "@/lib/features/party-documents/rules/dissemination";
import type { CorrectPassingInput, PassOnInput } from "@/lib/features/party-documents/schema";

/**
 * Keeps at which of its meetings a branch passed a paper on. Refuses a branch, a meeting or a paper that is not the actor's to see or
 * not for that branch (NOT_FOUND); who only reads (FORBIDDEN); an annulled paper, a meeting before it, still to come or without a roll
 * (RULE); a paper that the branch has passed on already (CONFLICT).
 */
export function passOn(actor: Actor, input: PassOnInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "passOn", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { documentId, branchId, meetingId } = input;
    const { committeeId, accountId, displayName } = actor;
    const document = await loadPaper(context, documentId, branchId);
    const heldOn = await judgedMeeting(context, { branchId, meetingId }, document.issuedOn);

    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.dissemination.create({
      data: { committeeId, id, documentId, branchId, meetingId, ...hand },
      select: { id: true },
    });
    audit({
      type: "partyDocument.disseminated",
      subject: { kind: "partyDocument", id: documentId, name: document.name },
      branchId,
      changes: [{ record: "Dissemination", recordId: id, before: null, after: { meetingHeldOn: heldOn } }],
    });
    return { id: documentId };
  });
}

/**
 * Names another meeting at which the branch passed the paper on. Refuses as `passOn` does, while it is written down how somebody
 * absent from the other one caught up (RULE), and an older version with both versions' values (CONFLICT).
 */
export function correctPassing(actor: Actor, input: CorrectPassingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "correctPassing", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, meetingId } = input;
    const { committeeId, accountId, displayName } = actor;
    const row = await tx.dissemination.findFirst({
      where: { committeeId, id },
      relationLoadStrategy: "join",
      include: { meeting: { select: { heldOn: true } } },
    });
    if (!row) throw notFound();
    const { documentId, branchId } = row;
    const document = await loadPaper(context, documentId, branchId);
    const heldOn = await judgedMeeting(context, { branchId, meetingId }, document.issuedOn);
    const caughtUp = await tx.catchUp.count({ where: { committeeId, documentId, branchId } });
    if (caughtUp > 0) throw new DomainError("RULE", "partyDocuments.errors.caughtUpFirst", {}, "meetingId");
    const written = await tx.dissemination.updateMany({
      where: { committeeId, id, version },
      data: { meetingId, recordedById: accountId, recordedBy: displayName, version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict({ meetingId: row.meetingId }, row.version);
    const before = { meetingHeldOn: fromDbDate(row.meeting.heldOn) };
    audit({
      type: "partyDocument.passingCorrected",
      subject: { kind: "partyDocument", id: documentId, name: document.name },
      branchId,
      changes: [{ record: "Dissemination", recordId: id, before, after: { meetingHeldOn: heldOn } }],
    });
    return { id: documentId };
  });
}

async function judgedMeeting(
  { tx, actor, today }: CommandContext,
  { branchId, meetingId }: { readonly branchId: string; readonly meetingId: string },
  issuedOn: Day,
): Promise<Day> {
  const { committeeId } = actor;
  const found = await tx.meeting.findFirst({
    where: { committeeId, branchId, id: meetingId },
    select: { heldOn: true, attendance: { take: 1, select: { memberId: true } } },
  });
  if (!found) throw notFound();
  const heldOn = fromDbDate(found.heldOn);
  requireNoObstacle(passingObstacle({ heldOn, isCalled: found.attendance.length > 0 }, issuedOn, today));
  return heldOn;
}
