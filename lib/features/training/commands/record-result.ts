import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate, typedForm } from "@/lib/core/day";
import { requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadParticipant } from "@/lib/features/training/commands/load-course";
import { resultObstacle } from "@/lib/features/training/rules/courses";
import type { RecordResultInput } from "@/lib/features/training/schema/courses";

type Result = Omit<RecordResultInput, "id" | "version">;

/**
 * Enters how a course ended for somebody; the theory level in the member's record stays as it is. Refuses (RULE) a result before
 * the course began, one without the reason it was not passed, and a certificate that cannot be; an older version with both
 * versions' values (CONFLICT).
 */
export function recordResult(actor: Actor, input: RecordResultInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordResult", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, ...record } = input;
    const one = await loadParticipant(context, id);
    requireNoObstacle(resultObstacle(record, { startsOn: one.course.startsOn, today }));
    const written = await tx.courseParticipant.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...record, certificateOn: toDbDate(record.certificateOn), version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(typedValues(one), one.version);
    const change = changedValues(valuesOf(one), valuesOf(record));
    audit({
      type: "course.resultRecorded",
      subject: { kind: "member", id: one.memberId, name: one.member.fullName },
      params: { course: one.course.name },
      changes: change ? [{ record: "CourseParticipant", recordId: id, ...change }] : [],
    });
    return { id: one.courseId };
  });
}

function valuesOf({ result, reason, certificateNumber, certificateOn }: Result): AuditValues {
  return { result, reason, certificateNumber, certificateOn };
}

function typedValues({ result, reason, certificateNumber, certificateOn }: Result): Record<string, string> {
  return {
    result,
    reason: reason ?? "",
    certificateNumber: certificateNumber ?? "",
    certificateOn: certificateOn ? typedForm(certificateOn) : "",
  };
}
