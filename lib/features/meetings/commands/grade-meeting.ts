import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { loadScore } from "@/lib/features/meetings/commands/load-score";
import { canGradeMeetings } from "@/lib/features/meetings/policy";
import { gradingObstacle } from "@/lib/features/meetings/rules/score";
import type { GradeMeetingInput } from "@/lib/features/meetings/schema";

/**
 * Decides the grade of a meeting whose minutes were sent. Refuses who does not decide (FORBIDDEN), what was not scored or was
 * scored by the same person, and a grade other than proposed, or than decided before, without a reason (RULE); an older
 * version (CONFLICT).
 */
export function gradeMeeting(actor: Actor, input: GradeMeetingInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "gradeMeeting", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId, accountId, displayName } = actor;
    const { id, version, grade, reason } = input;
    const meeting = await tx.meeting.findFirst({
      where: { committeeId, id, branchId: { not: null } },
      select: {
        ...{ id: true, branchId: true, monthOn: true, heldOn: true, state: true },
        branch: { select: { name: true } },
      },
    });
    if (!meeting) throw notFound();
    authorize(canGradeMeetings(actor));
    const score = await loadScore(context, id);
    requireNoObstacle(gradingObstacle(meeting.state, score, input, accountId));
    const hand = { confirmedById: accountId, confirmedBy: displayName, confirmedOn: toDbDate(today) };
    const written = await tx.meetingScore.updateMany({
      where: { committeeId, meetingId: id, version },
      data: { decidedGrade: grade, decidedReason: reason, ...hand, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const [before, after] = [{ decidedGrade: score?.decidedGrade ?? null }, { decidedGrade: grade }];
    audit({
      type: "meeting.graded",
      ...subjectOf({ ...meeting, monthOn: fromDbDate(meeting.monthOn), heldOn: fromDbDate(meeting.heldOn) }),
      ...(reason !== null && { reason }),
      changes: [{ record: "MeetingScore", recordId: id, before, after }],
    });
    return { id };
  });
}
