import "server-only";
import type { Actor } from "@/lib/core/actor";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canKeepMinutes } from "@/lib/features/meetings/policy";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import { findMeetingDays } from "@/lib/features/meetings/queries/meeting-days";
import { type NextMeeting, usualNext } from "@/lib/features/meetings/rules/next-meeting";

/**
 * When and where the branch meets next, as the form that closes the meeting starts: the monthly meeting that is opened already, or by
 * the fixed day, or as the last monthly one; null for a body of the committee, which has no fixed day. Refuses who does not keep the minutes (FORBIDDEN).
 */
export async function findNextMeeting(actor: Actor, meeting: MeetingView): Promise<NextMeeting | null> {
  const { branchId, heldOn } = meeting;
  authorize(canKeepMinutes(actor, branchId));
  if (branchId === null) return null;
  return readAs(actor, async (tx) => {
    const where = { committeeId: actor.committeeId, branchId, kind: "MONTHLY" as const };
    const select = { monthOn: true, heldOn: true, startTime: true, place: true };
    const opened = await tx.meeting.findFirst({
      where: { ...where, heldOn: { gt: toDbDate(heldOn) } },
      orderBy: { heldOn: "asc" },
      select,
    });
    if (opened) return { heldOn: fromDbDate(opened.heldOn), startTime: opened.startTime, place: opened.place };
    const last = await tx.meeting.findFirst({ where, orderBy: { monthOn: "desc" }, select });
    const before = last && { ...last, monthOn: fromDbDate(last.monthOn), heldOn: fromDbDate(last.heldOn) };
    return usualNext(heldOn, before, await findMeetingDays(tx, actor, [branchId]));
  });
}
