import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import type { MeetingKind, Presence } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { visibleMeetings } from "@/lib/features/meetings/policy";

/** A meeting at which a member was called, and whether the member came. */
export type AttendedMeeting = {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly heldOn: Day;
  readonly presence: Presence;
  readonly reason: string | null;
};

/** The meetings of branches that count for a year at which the member was called, among those that the reader sees, in their order. */
export function listAttendance(actor: Actor, memberId: string, year: number): Promise<AttendedMeeting[]> {
  const reach = visibleMeetings(actor);
  const scope = { branchId: reach.all ? { not: null } : { in: reach.branchIds } };
  const months = { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) };
  return readAs(actor, async (tx) => {
    const rows = await tx.meetingAttendance.findMany({
      where: {
        ...{ committeeId: actor.committeeId, memberId, isExempt: false },
        meeting: { AND: [scope, { monthOn: months }] },
      },
      orderBy: { meeting: { heldOn: "asc" } },
      relationLoadStrategy: "join",
      select: { presence: true, reason: true, meeting: { select: { id: true, kind: true, heldOn: true } } },
    });
    return rows.map(({ meeting: { heldOn, ...meeting }, ...line }) => ({
      ...meeting,
      ...line,
      heldOn: fromDbDate(heldOn),
    }));
  });
}
