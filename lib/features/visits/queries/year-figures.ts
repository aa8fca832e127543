import "server-only";
import type { Actor } from "@/lib/core/actor";
import { firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canListVisits, canReadVisits, visibleVisits } from "@/lib/features/visits/policy";
import { type DifficultyInCharge, findDifficultiesOfYear } from "@/lib/features/visits/queries/list-difficulties";
import { findUsualYear } from "@/lib/features/visits/queries/list-visits";
import { type ChargedMeeting, meetingsInCharge, type VisitYearFacts } from "@/lib/features/visits/rules/year";
import type { ChargedMeetingFilter, VisitFilter } from "@/lib/features/visits/schema";

/** The figures of a person in charge, or of a branch; each is as long as the list behind it. */
export type VisitFigures = {
  readonly id: string;
  readonly name: string;
  readonly meetings: number;
  readonly attended: number;
  readonly reports: number;
  readonly raised: number;
  readonly solvedInTime: number;
  readonly overdue: number;
};

/** A year of visits in figures: by person in charge and by branch, both by name. */
export type VisitYear = {
  readonly year: number;
  readonly people: readonly VisitFigures[];
  readonly branches: readonly VisitFigures[];
};

/** The monthly meetings behind a figure, the latest first. */
export type ChargedMeetingList = {
  readonly year: number;
  readonly meetings: readonly (ChargedMeeting & { readonly branch: string })[];
};

type Named = { readonly id: string; readonly name: string };
type Found = {
  readonly year: number;
  readonly facts: VisitYearFacts;
  readonly people: readonly Named[];
  readonly branches: readonly Named[];
  readonly difficulties: readonly DifficultyInCharge[];
};

/**
 * The figures of a year, of what the reader sees. Refuses with NOT_FOUND who sees no visit reports, and a branch whose reports
 * are not the reader's to see.
 */
export async function getVisitYear(actor: Actor, filter: VisitFilter): Promise<VisitYear> {
  const { year, facts, people, branches, difficulties } = await findYear(actor, filter);
  const { branch, person } = filter;
  const figures = ({ id, name }: Named, of: { branch: string | null; person: string | null }): VisitFigures => {
    const isOf = (branchId: string, personId: string | null) =>
      (of.branch === null || branchId === of.branch) && (of.person === null || personId === of.person);
    const own = difficulties.filter((one) => isOf(one.branchId, one.inChargeId));
    return {
      ...{ id, name },
      meetings: meetingsInCharge(facts, { ...of, part: "ALL" }).length,
      attended: meetingsInCharge(facts, { ...of, part: "ATTENDED" }).length,
      reports: facts.reports.filter((one) => isOf(one.branchId, one.visitorId)).length,
      raised: own.length,
      solvedInTime: own.filter((one) => one.standing === "SOLVED_IN_TIME").length,
      overdue: own.filter((one) => one.standing === "OVERDUE").length,
    };
  };
  return {
    year,
    people: people
      .filter(({ id }) => person === null || id === person)
      .map((one) => figures(one, { branch, person: one.id })),
    branches: branches
      .filter(({ id }) => branch === null || id === branch)
      .map((one) => figures(one, { branch: one.id, person })),
  };
}

/** The meetings that a figure of the year counts. Refuses what `getVisitYear` refuses. */
export async function listMeetingsInCharge(actor: Actor, filter: ChargedMeetingFilter): Promise<ChargedMeetingList> {
  const { year, facts, branches } = await findYear(actor, filter);
  const names = new Map(branches.map((one) => [one.id, one.name]));
  const meetings = meetingsInCharge(facts, filter).map((one) => ({ ...one, branch: names.get(one.branchId) ?? "" }));
  return { year, meetings };
}

async function findYear(actor: Actor, filter: VisitFilter): Promise<Found> {
  const { branch } = filter;
  if (!canListVisits(actor) || (branch !== null && !canReadVisits(actor, branch))) throw notFound();
  return readAs(actor, async (tx) => {
    const year = filter.year ?? (await findUsualYear(tx, actor));
    const difficulties = await findDifficultiesOfYear(tx, actor, year);
    return { year, difficulties, ...(await findFacts(tx, actor, year)) };
  });
}

async function findFacts(tx: Tx, actor: Actor, year: number): Promise<Pick<Found, "facts" | "people" | "branches">> {
  const { committeeId, today } = actor;
  const reach = visibleVisits(actor);
  const ofBranches = reach.all ? {} : { branchId: { in: reach.branchIds } };
  const [from, to] = [toDbDate(firstDayOfYear(year)), toDbDate(lastDayOfYear(year))];
  const inYear = { startsOn: { lte: to }, OR: [{ endsOn: null }, { endsOn: { gt: from } }] };
  const branches = await tx.branch.findMany({
    where: { AND: [{ committeeId }, inYear, reach.all ? {} : { id: { in: reach.branchIds } }] },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  const charges = await tx.assignment.findMany({
    where: { AND: [{ committeeId }, ofBranches, inYear] },
    orderBy: [{ member: { sortKey: "asc" } }, { memberId: "asc" }],
    relationLoadStrategy: "join",
    select: { branchId: true, memberId: true, startsOn: true, endsOn: true, member: { select: { fullName: true } } },
  });
  const meetings = await tx.meeting.findMany({
    where: {
      AND: [
        { committeeId, kind: "MONTHLY", heldOn: { gte: from, lte: to }, branchId: { not: null } },
        { heldOn: { lte: toDbDate(today) } },
        ofBranches,
      ],
    },
    orderBy: [{ heldOn: "desc" }, { id: "asc" }],
    select: { id: true, branchId: true, heldOn: true },
  });
  const reports = await tx.visitReport.findMany({
    where: { AND: [{ committeeId, visitedOn: { gte: from, lte: to } }, ofBranches] },
    relationLoadStrategy: "join",
    select: { id: true, branchId: true, meetingId: true, assignment: { select: { memberId: true } } },
  });
  const people = new Map(charges.map(({ memberId, member }) => [memberId, member.fullName]));
  return {
    branches,
    people: [...people].map(([id, name]) => ({ id, name })),
    facts: {
      charges: charges.map(({ member, ...row }) => ({ ...withPeriod(row), memberName: member.fullName })),
      meetings: meetings.flatMap(({ branchId, ...row }) =>
        branchId === null ? [] : [{ ...row, branchId, heldOn: fromDbDate(row.heldOn) }],
      ),
      reports: reports.map(({ assignment, ...row }) => ({ ...row, visitorId: assignment.memberId })),
    },
  };
}
