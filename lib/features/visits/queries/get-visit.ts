import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { MeetingKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canEditVisit, canRaiseDifficulty, visibleVisits } from "@/lib/features/visits/policy";
import { editObstacle } from "@/lib/features/visits/rules/visit";

/** One visit report as its reader sees it; `recordedBy` is the visitor, or who wrote it on behalf. */
export type VisitView = {
  readonly id: string;
  readonly branchId: string;
  readonly branch: string;
  readonly visitorName: string;
  readonly visitedOn: Day;
  readonly meeting: { readonly id: string; readonly kind: MeetingKind; readonly heldOn: Day } | null;
  readonly situation: string;
  readonly meetingOpinion: string | null;
  readonly recordedBy: string;
  readonly writtenOn: Day;
  readonly version: number;
  readonly can: { readonly edit: boolean; readonly raise: boolean };
};

/** One visit report. Refuses with NOT_FOUND one that is not the reader's to see. */
export async function getVisit(actor: Actor, id: string): Promise<VisitView> {
  const reach = visibleVisits(actor);
  return readAs(actor, async (tx) => {
    const scope = reach.all ? {} : { branchId: { in: reach.branchIds } };
    const row = await tx.visitReport.findFirst({
      where: { AND: [{ committeeId: actor.committeeId, id }, scope] },
      relationLoadStrategy: "join",
      select: {
        id: true,
        branchId: true,
        visitorName: true,
        visitedOn: true,
        situation: true,
        meetingOpinion: true,
        recordedById: true,
        recordedBy: true,
        writtenOn: true,
        version: true,
        branch: { select: { name: true } },
        meeting: { select: { id: true, kind: true, heldOn: true } },
      },
    });
    if (!row) throw notFound();
    const { branch, meeting, recordedById: _hand, ...rest } = row;
    const writtenOn = fromDbDate(row.writtenOn);
    return {
      ...rest,
      branch: branch.name,
      visitedOn: fromDbDate(row.visitedOn),
      writtenOn,
      meeting: meeting && { ...meeting, heldOn: fromDbDate(meeting.heldOn) },
      can: {
        edit: canEditVisit(actor, row) && editObstacle(writtenOn, actor.today) === null,
        raise: canRaiseDifficulty(actor, row.branchId),
      },
    };
  });
}
