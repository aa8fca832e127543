import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { usualYear } from "@/lib/features/meetings/rules";
import {
  canListVisits,
  canReadVisits,
  canReportVisit,
  visibleVisits,
  visibleVisitTargets,
} from "@/lib/features/visits/policy";
import type { VisitFilter } from "@/lib/features/visits/schema";

/** A visit report as a list shows it. */
export type VisitLine = {
  readonly id: string;
  readonly branchId: string;
  readonly branch: string;
  readonly visitorId: string;
  readonly visitorName: string;
  readonly visitedOn: Day;
  readonly hasMeeting: boolean;
};

/** The reports on visits of a year, newest first. */
export type VisitList = {
  readonly year: number;
  readonly visits: readonly VisitLine[];
  readonly can: { readonly report: boolean };
};

const lineColumns = {
  id: true,
  branchId: true,
  visitorName: true,
  visitedOn: true,
  meetingId: true,
  branch: { select: { name: true } },
  assignment: { select: { memberId: true } },
} as const;

/**
 * The reports of a year that the reader sees; unasked, this year, or an earlier one when nobody has visited since. Refuses with
 * NOT_FOUND who reads none, and a branch whose reports are not the reader's to see.
 */
export async function listVisits(actor: Actor, filter: VisitFilter): Promise<VisitList> {
  const { branch, person } = filter;
  if (!canListVisits(actor) || (branch !== null && !canReadVisits(actor, branch))) throw notFound();
  return readAs(actor, async (tx) => {
    const year = filter.year ?? (await findUsualYear(tx, actor));
    const visits = await findVisits(tx, actor, {
      ...{ visitedOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) } },
      ...(branch === null ? {} : { branchId: branch }),
      ...(person === null ? {} : { assignment: { memberId: person } }),
    });
    const reach = visibleVisitTargets(actor);
    return { year, visits, can: { report: reach.all || reach.branchIds.length > 0 } };
  });
}

/** Who of the committee was at a meeting, by the reports that name it. */
export type MeetingVisits = { readonly visits: readonly VisitLine[]; readonly can: { readonly report: boolean } };

/** The reports on that meeting; none for a reader who sees no reports of its branch. */
export async function listVisitsOfMeeting(
  actor: Actor,
  meeting: { readonly id: string; readonly branchId: string; readonly heldOn: Day },
): Promise<MeetingVisits> {
  const { id, branchId, heldOn } = meeting;
  if (!canReadVisits(actor, branchId)) return { visits: [], can: { report: false } };
  const visits = await readAs(actor, (tx) => findVisits(tx, actor, { meetingId: id }));
  return { visits, can: { report: heldOn <= actor.today && canReportVisit(actor, branchId) } };
}

/** The year that opens unasked. */
export async function findUsualYear(tx: Tx, { committeeId, today }: Actor): Promise<number> {
  const last = await tx.visitReport.findFirst({
    where: { committeeId },
    orderBy: { visitedOn: "desc" },
    select: { visitedOn: true },
  });
  return usualYear(last && fromDbDate(last.visitedOn), today);
}

async function findVisits(
  tx: Tx,
  actor: Actor,
  where: NonNullable<Parameters<Tx["visitReport"]["findMany"]>[0]>["where"],
): Promise<VisitLine[]> {
  const reach = visibleVisits(actor);
  const scope = reach.all ? {} : { branchId: { in: reach.branchIds } };
  const rows = await tx.visitReport.findMany({
    where: { AND: [{ committeeId: actor.committeeId }, scope, where ?? {}] },
    orderBy: [{ visitedOn: "desc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: lineColumns,
  });
  return rows.map(({ id, branchId, visitorName, visitedOn, meetingId, branch, assignment }) => ({
    ...{ id, branchId, visitorName, branch: branch.name, visitorId: assignment.memberId },
    ...{ visitedOn: fromDbDate(visitedOn), hasMeeting: meetingId !== null },
  }));
}
