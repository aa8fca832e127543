import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { notFound, requireNoObstacle } from "@/lib/core/errors";
import { loadPaper } from "@/lib/features/party-documents/commands/load-paper";
import { catchUpObstacle } from "@/lib/features/party-documents/rules/catching-up";
import { splitRoll } from "@/lib/features/party-documents/rules/dissemination";
import type { CatchUpInput, TakeBackInput } from "@/lib/features/party-documents/schema";

/**
 * Keeps how somebody who was absent when the branch passed a paper on got to know it: was handed the paper, was told by somebody, or
 * was at a later meeting of the branch. Refuses as `passOn` does; who was not called or was there, a day before or to come, telling by
 * nobody, and a day on which the branch did not meet with that person (RULE); somebody who has caught up already (CONFLICT).
 */
export function recordCatchUp(actor: Actor, input: CatchUpInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordCatchUp", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { documentId, branchId, memberId, way, toldBy, caughtUpOn } = input;
    const { committeeId, accountId, displayName } = actor;
    const document = await loadPaper(context, documentId, branchId);
    const passing = await tx.dissemination.findFirst({
      where: { committeeId, documentId, branchId },
      relationLoadStrategy: "join",
      select: {
        meeting: {
          select: {
            heldOn: true,
            attendance: { select: { memberId: true, fullName: true, presence: true, isExempt: true } },
          },
        },
      },
    });
    const line = passing?.meeting.attendance.find((one) => one.memberId === memberId);
    if (!passing || !line) throw notFound();
    const { absent } = splitRoll([line]);
    const facts = { way, toldBy, caughtUpOn, passedOn: fromDbDate(passing.meeting.heldOn) };
    const isAtMeeting = await wasAtMeeting(context, { branchId, memberId }, caughtUpOn);
    const wasAbsent = absent.length > 0 ? "ABSENT" : "PRESENT";
    requireNoObstacle(catchUpObstacle({ ...facts, wasAbsent, isAtMeeting }, today));

    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    const told = { memberId, memberName: line.fullName, way, toldBy };
    await tx.catchUp.create({
      data: { committeeId, id, documentId, branchId, ...told, caughtUpOn: toDbDate(caughtUpOn), ...hand },
      select: { id: true },
    });
    const after = { member: line.fullName, way, toldBy, caughtUpOn };
    audit({
      type: "partyDocument.catchUpRecorded",
      subject: { kind: "partyDocument", id: documentId, name: document.name },
      branchId,
      changes: [{ record: "CatchUp", recordId: id, before: null, after }],
    });
    return { id: documentId, branchId };
  });
}

/** Takes back what was written down by mistake of somebody's catching up. Refuses what is not the actor's to see (NOT_FOUND), who only reads (FORBIDDEN), and an annulled paper (RULE). */
export function takeBackCatchUp(actor: Actor, input: TakeBackInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeBackCatchUp", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const row = await tx.catchUp.findFirst({ where: { committeeId, id: input.id } });
    if (!row) throw notFound();
    const { documentId, branchId, memberName, way, toldBy } = row;
    const document = await loadPaper(context, documentId, branchId);
    const gone = await tx.catchUp.deleteMany({ where: { committeeId, id: input.id } });
    if (gone.count === 0) throw notFound();
    const before = { member: memberName, way, toldBy, caughtUpOn: fromDbDate(row.caughtUpOn) };
    audit({
      type: "partyDocument.catchUpRemoved",
      subject: { kind: "partyDocument", id: documentId, name: document.name },
      branchId,
      changes: [{ record: "CatchUp", recordId: input.id, before, after: null }],
    });
    return { id: documentId, branchId };
  });
}

async function wasAtMeeting(
  { tx, actor }: CommandContext,
  { branchId, memberId }: { readonly branchId: string; readonly memberId: string },
  on: Day,
): Promise<boolean> {
  const there = await tx.meeting.count({
    where: {
      ...{ committeeId: actor.committeeId, branchId, heldOn: toDbDate(on) },
      attendance: { some: { memberId, presence: "PRESENT" } },
    },
  });
  return there > 0;
}
