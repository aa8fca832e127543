import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { authorize, notFound } from "@/lib/core/errors";
import { canKeepMinutes } from "@/lib/features/meetings/policy";
import { typedMonth } from "@/lib/features/meetings/rules";

/** A meeting as the command that changes it needs it. Refuses one that the actor does not read (NOT_FOUND) or keep (FORBIDDEN). */
export async function loadMeeting({ tx, actor }: CommandContext, id: string) {
  const row = await tx.meeting.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    include: {
      branch: { select: { name: true, startsOn: true, endsOn: true } },
      attendance: true,
      items: { orderBy: { position: "asc" } },
    },
  });
  if (!row) throw notFound();
  authorize(canKeepMinutes(actor, row.branchId));
  return { ...row, monthOn: fromDbDate(row.monthOn), heldOn: fromDbDate(row.heldOn) };
}

/** A meeting that has been loaded. */
export type LoadedMeeting = Awaited<ReturnType<typeof loadMeeting>>;

/** How the audit names the meeting. */
export function subjectOf(meeting: Pick<LoadedMeeting, "id" | "branchId" | "monthOn"> & { branch: { name: string } }) {
  const name = `${meeting.branch.name}, ${typedMonth(meeting.monthOn)}`;
  return { subject: { kind: "meeting", id: meeting.id, name }, branchId: meeting.branchId };
}
