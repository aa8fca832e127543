import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addMonths, type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";

/** A meeting of the last months, in a branch that the reader is mainly in charge of, on which the reader has not reported. */
export type VisitDue = {
  readonly meetingId: string;
  readonly branchId: string;
  readonly branch: string;
  readonly heldOn: Day;
};

const MONTHS_BACK = 2;

/** The meetings of the last two months on which the reader still owes a report, the oldest first; none for who is in charge of none. */
export async function listVisitsDue(actor: Actor): Promise<VisitDue[]> {
  const { committeeId, memberId, today } = actor;
  if (memberId === null) return [];
  return readAs(actor, async (tx) => {
    const assignments = await tx.assignment.findMany({
      where: { AND: [{ committeeId, memberId, role: "MAIN" }, inForce(today)] },
      select: { id: true, branchId: true, startsOn: true },
    });
    if (assignments.length === 0) return [];
    const meetings = await tx.meeting.findMany({
      where: {
        committeeId,
        branchId: { in: assignments.map(({ branchId }) => branchId) },
        heldOn: { gt: toDbDate(addMonths(today, -MONTHS_BACK)), lte: toDbDate(today) },
        visits: { none: { assignment: { memberId } } },
      },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { id: true, heldOn: true, branch: { select: { id: true, name: true } } },
    });
    return meetings.flatMap(({ id, heldOn, branch }) => {
      if (!assignments.some((one) => one.branchId === branch?.id && one.startsOn <= heldOn) || !branch) return [];
      return [{ meetingId: id, branchId: branch.id, branch: branch.name, heldOn: fromDbDate(heldOn) }];
    });
  });
}
