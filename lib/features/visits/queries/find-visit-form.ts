import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canReadVisits, canReportForOthers, canReportVisit } from "@/lib/features/visits/policy";

/* Two years of meetings: enough to enter a whole term's notebook, few enough to choose from. */
const MEETINGS_OFFERED = 24;

/** A meeting that may have been attended. */
export type HeldMeeting = { readonly id: string; readonly kind: MeetingKind; readonly heldOn: Day };

/** What a report on a branch starts from. `visitors` is empty for who reports on their own visits only. */
export type VisitForm = {
  readonly branchId: string;
  readonly branch: string;
  readonly visitors: readonly { readonly id: string; readonly name: string }[];
  readonly meetings: readonly HeldMeeting[];
};

/** The form of a visit report on that branch; null for a branch that the actor may not report on. */
export async function findVisitForm(actor: Actor, branchId: string): Promise<VisitForm | null> {
  if (!canReportVisit(actor, branchId)) return null;
  return readAs(actor, async (tx) => {
    const { committeeId } = actor;
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: branchId },
      relationLoadStrategy: "join",
      select: {
        name: true,
        assignments: {
          orderBy: [{ startsOn: "desc" }, { role: "asc" }],
          select: { member: { select: { id: true, fullName: true } } },
        },
      },
    });
    if (!branch) return null;
    const people = new Map(branch.assignments.map(({ member }) => [member.id, member.fullName]));
    const visitors = canReportForOthers(actor) ? [...people].map(([id, name]) => ({ id, name })) : [];
    return { branchId, branch: branch.name, visitors, meetings: await heldMeetings(tx, actor, branchId) };
  });
}

/** The last meetings of a branch that a report may name, newest first; empty for a branch whose reports the actor does not read. */
export async function listHeldMeetings(actor: Actor, branchId: string): Promise<readonly HeldMeeting[]> {
  if (!canReadVisits(actor, branchId)) return [];
  return readAs(actor, (tx) => heldMeetings(tx, actor, branchId));
}

async function heldMeetings(tx: Tx, { committeeId, today }: Actor, branchId: string): Promise<HeldMeeting[]> {
  const rows = await tx.meeting.findMany({
    where: { committeeId, branchId, heldOn: { lte: toDbDate(today) } },
    orderBy: [{ heldOn: "desc" }, { id: "asc" }],
    take: MEETINGS_OFFERED,
    select: { id: true, kind: true, heldOn: true },
  });
  return rows.map((row) => ({ ...row, heldOn: fromDbDate(row.heldOn) }));
}
