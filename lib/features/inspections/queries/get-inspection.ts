import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { AddendumState, InspectionBody, TeamRole, ViolationLevel } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import {
  canDecideAddendum,
  canKeepProgress,
  canOpenInspection,
  canReadWaitingAddenda,
  canRecordInspection,
  canWorkOnInspection,
  visibleCasePapers,
} from "@/lib/features/inspections/policy";
import { getCaseFacts } from "@/lib/features/inspections/queries/case-facts";
import { listScope, listShownSubjects } from "@/lib/features/inspections/queries/inspection-scope";
import type { InspectionLine, SubjectLine } from "@/lib/features/inspections/queries/list-inspections";
import type { CasePaper } from "@/lib/features/inspections/schema/papers";

/** What was found of a subject; the finding is its shortcomings. */
export type FindingLine = SubjectLine & {
  readonly id: string;
  readonly strengths: string | null;
  readonly finding: string | null;
  readonly violation: ViolationLevel | null;
  readonly version: number;
};

/** What was added to the conclusion, or waits for a second person; numbered once confirmed. */
export type AddendumLine = {
  readonly id: string;
  readonly number: number | null;
  readonly state: AddendumState;
  readonly text: string;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly decidedBy: string | null;
  readonly refusal: string | null;
  readonly can: { readonly decide: boolean };
};

/** One inspection with its team and conclusion. */
export type InspectionView = Omit<InspectionLine, "isPlanned" | "hasViolation"> & {
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
  readonly findings: readonly FindingLine[];
  readonly addenda: readonly AddendumLine[];
  readonly can: { readonly work: boolean; readonly amend: boolean; readonly papers: readonly CasePaper[] };
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
        recusedIds: true,
        programmeLineId: true,
        programmeLine: { select: { programmeId: true, month: true, droppedOn: true } },
        version: true,
        topics: { select: { topic: true } },
        subjects: {
          where: listShownSubjects(actor),
          select: {
            ...{ id: true, strengths: true, finding: true, violation: true, version: true },
            branchId: true,
            memberId: true,
            branch: { select: { name: true, sortKey: true } },
            member: { select: { fullName: true, sortKey: true } },
          },
        },
        addenda: {
          orderBy: [{ number: "asc" }, { recordedAt: "asc" }],
          select: {
            ...{ id: true, number: true, state: true, text: true, reason: true },
            ...{ recordedById: true, recordedBy: true, recordedAt: true, decidedBy: true, refusal: true },
          },
        },
      },
    });
    if (!row) throw notFound();
    const team = await tx.$queryRaw<InspectionView["team"]>`
      SELECT member_id AS "memberId", full_name AS name, role FROM app.case_team(${id}::uuid) ORDER BY role, full_name`;
    const { topics, subjects, addenda, openedById, recusedIds: _recused, endsOn, programmeLine: line, ...rest } = row;
    const findings = subjects.map(({ branch, member, ...subject }): FindingLine => {
      return {
        ...subject,
        name: branch?.name ?? member?.fullName ?? "",
        sortKey: branch?.sortKey ?? member?.sortKey ?? "",
      };
    });
    const teamIds = team.map((one) => one.memberId);
    const facts = getCaseFacts({ ...row, team });
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
      subjects: findings.map(({ branchId, memberId, name, sortKey }) => ({ branchId, memberId, name, sortKey })),
      findings,
      team,
      addenda: addenda
        .filter(({ state }) => state === "CONFIRMED" || canReadWaitingAddenda(actor, facts))
        .map(({ recordedById, ...one }) => {
          const decide = one.state === "TO_CONFIRM" && canDecideAddendum(actor, facts, { recordedById });
          return { ...one, can: { decide } };
        }),
      can: {
        work: row.state === "IN_PROGRESS" && canWorkOnInspection(actor, { openedById, teamIds }),
        amend: row.state === "CONCLUDED" && canKeepProgress(actor, facts),
        papers: visibleCasePapers(actor, facts),
      },
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
