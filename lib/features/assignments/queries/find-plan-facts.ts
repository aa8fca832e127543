import "server-only";
import { fromDbDate, toDbDate } from "@/lib/core/day";
import type { Interval } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import { inForce, periodOf, withPeriod } from "@/lib/core/period";
import { seatDays } from "@/lib/features/assignments/rules/assigning";
import type { PlanFacts } from "@/lib/features/assignments/rules/planning";
import { isCommitteeSeat } from "@/lib/features/organization/rules";

/** A plan as it is stored, with what it is judged by. */
export type StoredPlan = NonNullable<Awaited<ReturnType<typeof findPlanFacts>>>;

const period = { startsOn: true, endsOn: true } as const;
const person = { select: { fullName: true, sortKey: true } } as const;

/** The plan with the branches, assignments and seats around it; null where there is none. The caller has proved the right. */
export async function findPlanFacts(tx: Tx, committeeId: string, id: string) {
  const plan = await tx.assignmentPlan.findFirst({ where: { committeeId, id } });
  if (!plan) return null;
  const { startsOn, endsOn, decidedOn, submittedOn, closedOn, ...rest } = plan;
  const of = { startsOn: fromDbDate(startsOn), endsOn: fromDbDate(endsOn) };
  const planned = await tx.plannedAssignment.findMany({
    where: { committeeId, planId: id },
    orderBy: [{ role: "asc" }, { member: { sortKey: "asc" } }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: { branchId: true, memberId: true, role: true, member: person, branch: { select: { name: true } } },
  });
  const branches = await tx.branch.findMany({
    where: {
      AND: [{ committeeId }, { OR: [inForce(of.startsOn), { id: { in: planned.map((place) => place.branchId) } }] }],
    },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, name: true, ...period },
  });
  const compared = plan.comparedWith.map((mark) => mark.split("@")[0] ?? "");
  const running = await tx.assignment.findMany({
    where: {
      committeeId,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(of.startsOn) } }, { id: { in: compared } }],
    },
    orderBy: [{ role: "asc" }, { member: { sortKey: "asc" } }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      version: true,
      branchId: true,
      memberId: true,
      role: true,
      ...period,
      member: person,
      branch: { select: { name: true } },
    },
  });
  const facts: PlanFacts = {
    period: of,
    branches: branches.map(withPeriod),
    planned: planned.map(({ member, branch, ...place }) => named(place, member, branch)),
    running: running.map(({ member, branch, ...place }) => named(withPeriod(place), member, branch)),
    seats: await listSeatDays(tx, committeeId),
  };
  return {
    plan: {
      ...rest,
      ...of,
      decidedOn: fromDbDate(decidedOn),
      submittedOn: fromDbDate(submittedOn),
      closedOn: fromDbDate(closedOn),
    },
    facts,
  };
}

/** On which days each person holds a seat of the committee itself. */
export async function listSeatDays(tx: Tx, committeeId: string): Promise<Map<string, Interval[]>> {
  const rows = await tx.committeeOffice.findMany({
    where: { committeeId },
    relationLoadStrategy: "join",
    select: { kind: true, memberId: true, ...period, term: { select: period } },
  });
  const seats = new Map<string, Interval[]>();
  for (const { kind, memberId, term, ...own } of rows.filter((row) => isCommitteeSeat(row.kind))) {
    seats.set(memberId, [...(seats.get(memberId) ?? []), seatDays({ ...periodOf(own), term: periodOf(term) })]);
  }
  return seats;
}

function named<T>(place: T, member: { fullName: string }, branch: { name: string }) {
  return { ...place, memberName: member.fullName, branchName: branch.name };
}
