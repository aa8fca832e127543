import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { InspectionBody, TeamRole } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canOpenInspection, canRecordInspection, canWorkOnInspection } from "@/lib/features/inspections/policy";
import { listScope, listShownSubjects } from "@/lib/features/inspections/queries/inspection-scope";
import type { InspectionLine, SubjectLine } from "@/lib/features/inspections/queries/list-inspections";

/** One inspection with its team and conclusion. */
export type InspectionView = InspectionLine & {
  readonly year: number;
  readonly body: InspectionBody;
  readonly decidedOn: Day;
  readonly lastDay: Day | null;
  readonly periodFrom: Day | null;
  readonly periodTo: Day | null;
  readonly conclusion: string | null;
  readonly conclusionNumber: string | null;
  readonly version: number;
  /** The line that it carries out; null out of programme. */
  readonly programmeLineId: string | null;
  /** That line where the reader reads it. */
  readonly planned: { readonly programmeId: string; readonly month: number; readonly isDropped: boolean } | null;
  readonly team: readonly { readonly memberId: string; readonly name: string; readonly role: TeamRole }[];
  readonly can: { readonly work: boolean };
};

/** One inspection as far as the reader may see it. Refuses with NOT_FOUND what is not there or not the reader's to know of. */
export function getInspection(actor: Actor, id: string): Promise<InspectionView> {
  return readAs(actor, async (tx) => {
    const row = await tx.inspection.findFirst({
      where: { AND: [{ id }, listScope(actor)] },
      relationLoadStrategy: "join",
      select: {
        id: true,
        year: true,
        title: true,
        mode: true,
        body: true,
        state: true,
        decisionNumber: true,
        decidedOn: true,
        startsOn: true,
        endsOn: true,
        periodFrom: true,
        periodTo: true,
        conclusion: true,
        conclusionNumber: true,
        concludedOn: true,
        disciplineFollows: true,
        openedById: true,
        programmeLineId: true,
        programmeLine: { select: { programmeId: true, month: true, droppedOn: true } },
        version: true,
        topics: { select: { topic: true } },
        subjects: {
          where: listShownSubjects(actor),
          select: {
            branchId: true,
            memberId: true,
            branch: { select: { name: true, sortKey: true } },
            member: { select: { fullName: true, sortKey: true } },
          },
        },
      },
    });
    if (!row) throw notFound();
    const team = await tx.$queryRaw<InspectionView["team"]>`
      SELECT member_id AS "memberId", full_name AS name, role FROM app.case_team(${id}::uuid) ORDER BY role, full_name`;
    const { topics, subjects, openedById, endsOn, programmeLine: line, ...rest } = row;
    const teamIds = team.map((one) => one.memberId);
    return {
      ...rest,
      decidedOn: fromDbDate(row.decidedOn),
      startsOn: fromDbDate(row.startsOn),
      lastDay: fromDbDate(endsOn),
      periodFrom: fromDbDate(row.periodFrom),
      periodTo: fromDbDate(row.periodTo),
      concludedOn: fromDbDate(row.concludedOn),
      planned: line && { programmeId: line.programmeId, month: line.month, isDropped: line.droppedOn !== null },
      topics: topics.map((one) => one.topic),
      subjects: subjects.map(({ branch, member, ...subject }): SubjectLine => {
        return {
          ...subject,
          name: branch?.name ?? member?.fullName ?? "",
          sortKey: branch?.sortKey ?? member?.sortKey ?? "",
        };
      }),
      team,
      can: { work: row.state === "IN_PROGRESS" && canWorkOnInspection(actor, { openedById, teamIds }) },
    };
  });
}

/** What a form for a case needs: the branches of the day, and what the actor may do. Null for who may do neither. */
export function findCaseForm(actor: Actor, on: Day) {
  const can = { open: canOpenInspection(actor), record: canRecordInspection(actor) };
  if (!can.open && !can.record) return Promise.resolve(null);
  return readAs(actor, async (tx) => {
    const branches = await tx.branch.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, inForce(on)] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    return { branches, can };
  });
}
