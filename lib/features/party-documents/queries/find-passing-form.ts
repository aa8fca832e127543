import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { type DisseminationLine, listDissemination } from "@/lib/features/party-documents/queries/list-dissemination";

/* A year and a half of meetings: papers are passed on within months. */
const MEETINGS_OFFERED = 24;

/** How far a branch is with a paper, and the meetings at which it may have passed it on, the first one first. */
export type PassingForm = DisseminationLine & {
  readonly villages: readonly { readonly id: string; readonly name: string }[];
  readonly meetings: readonly { readonly id: string; readonly kind: MeetingKind; readonly heldOn: Day }[];
};

/** The form on which a branch says at which meeting it passed a paper on; null for a paper that is not for it, or who may not say so. */
export async function findPassingForm(actor: Actor, documentId: string, branchId: string): Promise<PassingForm | null> {
  const lines = await listDissemination(actor, documentId);
  const line = lines.find((one) => one.branchId === branchId);
  if (!line?.can.record) return null;
  const { committeeId } = actor;
  const villages = await readAs(actor, (tx) =>
    tx.village.findMany({
      where: { committeeId, branches: { some: { branchId, OR: servedSince(line.issuedOn) } } },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
  const meetings = await readAs(actor, (tx) =>
    tx.meeting.findMany({
      where: {
        ...{ committeeId, branchId, attendance: { some: {} } },
        heldOn: { gte: toDbDate(line.issuedOn), lte: toDbDate(actor.today) },
      },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      take: MEETINGS_OFFERED,
      select: { id: true, kind: true, heldOn: true },
    }),
  );
  return { ...line, villages, meetings: meetings.map((one) => ({ ...one, heldOn: fromDbDate(one.heldOn) })) };
}

const servedSince = (on: Day) => [{ endsOn: null }, { endsOn: { gt: toDbDate(on) } }];
