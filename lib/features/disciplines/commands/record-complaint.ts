import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { canHandleComplaints, canRecordDisciplines } from "@/lib/features/disciplines/policy";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { complaintObstacle } from "@/lib/features/disciplines/rules";
import type { RecordComplaintInput } from "@/lib/features/disciplines/schema";

/**
 * Enters a complaint about a confirmed decision. Refuses a decision that the actor does not see (NOT_FOUND), the own case (FORBIDDEN); one
 * that does not stand or about which a complaint is open, and a day that cannot be (RULE).
 */
export function recordComplaint(actor: Actor, input: RecordComplaintInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordComplaint", input, ...sending }, async ({ tx, actor, today, audit }) => {
    const { disciplineId, receivedOn, representative, content, addressedTo } = input;
    const { committeeId, accountId, displayName } = actor;
    if (!canRecordDisciplines(actor)) throw notFound();
    const about = await tx.discipline.findFirst({
      where: { AND: [{ committeeId, id: disciplineId }, getReach(actor)] },
      relationLoadStrategy: "join",
      select: {
        ...{ memberId: true, branchId: true, subject: true, state: true, announcedOn: true, decisionNumber: true },
        corrections: { where: { state: { not: "WITHDRAWN" } }, select: { id: true } },
        complaints: { where: { state: { in: ["RECEIVED", "TO_CONFIRM"] } }, select: { id: true } },
      },
    });
    if (!about) throw notFound();
    authorize(canHandleComplaints(actor, about));
    const facts = {
      ...{ announcedOn: fromDbDate(about.announcedOn), isOrganization: about.subject === "ORGANIZATION" },
      ...{
        stands: about.state === "CONFIRMED" && about.corrections.length === 0,
        hasOpen: about.complaints.length > 0,
      },
    };
    requireNoObstacle(complaintObstacle(input, facts, today));
    const id = randomUUID();
    const said = { disciplineId, receivedOn: toDbDate(receivedOn), representative, content, addressedTo };
    await tx.disciplineComplaint.create({
      data: { committeeId, id, ...said, state: "RECEIVED", recordedById: accountId, recordedBy: displayName },
      select: { id: true },
    });
    audit({
      type: "disciplineComplaint.recorded",
      subject: { kind: "committee", id: committeeId, name: about.decisionNumber },
      changes: [
        {
          record: "DisciplineComplaint",
          recordId: id,
          before: null,
          after: { state: "RECEIVED", receivedOn, addressedTo },
        },
      ],
    });
    return { id: disciplineId };
  });
}
