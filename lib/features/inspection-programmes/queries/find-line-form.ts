import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, toDbDate } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import type { ProgrammeView } from "@/lib/features/inspection-programmes/queries/get-programme";
import { planDay } from "@/lib/features/inspection-programmes/rules";

/** Whom a line of a programme may name: the branches, or the members of the branch whose plan it is. */
export type LineForm = {
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
};

/** What the form for a line offers on the day on which the year's people and branches are looked up. */
export function findLineForm(
  actor: Actor,
  { year, branchId }: Pick<ProgrammeView, "year" | "branchId">,
): Promise<LineForm> {
  const { committeeId, today } = actor;
  const on = planDay(year, today);
  return readAs(actor, async (tx) => {
    if (branchId === null) {
      const branches = await tx.branch.findMany({
        where: { AND: [{ committeeId }, inForce(on)] },
        orderBy: [{ sortKey: "asc" }, { id: "asc" }],
        select: { id: true, name: true },
      });
      return { branches, members: [] };
    }
    const rows = await tx.membership.findMany({
      where: { AND: [{ committeeId, branchId, kind: "OFFICIAL" }, inForce(on)] },
      orderBy: [{ member: { sortKey: "asc" } }, { memberId: "asc" }],
      relationLoadStrategy: "join",
      select: { member: { select: { id: true, fullName: true } } },
    });
    const members = rows.map(({ member }) => ({ id: member.id, name: member.fullName }));
    return { branches: [], members: members.filter(({ id }) => id !== actor.memberId) };
  });
}

/** A meeting at which the result of a line may have been discussed. */
export type DiscussingMeeting = { readonly id: string; readonly kind: MeetingKind; readonly heldOn: Day };

/** The meetings of the branch since the year began, the last one first. */
export async function listDiscussingMeetings(
  actor: Actor,
  branchId: string,
  year: number,
): Promise<DiscussingMeeting[]> {
  const { committeeId, today } = actor;
  const rows = await readAs(actor, (tx) =>
    tx.meeting.findMany({
      where: { committeeId, branchId, heldOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(today) } },
      orderBy: [{ heldOn: "desc" }, { id: "asc" }],
      take: MEETINGS_OFFERED,
      select: { id: true, kind: true, heldOn: true },
    }),
  );
  return rows.map(({ id, kind, heldOn }) => ({ id, kind, heldOn: fromDbDate(heldOn) }));
}

/* Two years of monthly meetings: what a year planned is done in it or soon after. */
const MEETINGS_OFFERED = 24;
