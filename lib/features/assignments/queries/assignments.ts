import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { AssignmentEnd, AssignmentRole, BranchKind, CommitteeOfficeKind } from "@/lib/core/db/generated/enums";
import { id as idField } from "@/lib/core/fields";
import { type DbPeriod, inForce, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import {
  canAssign,
  canChangeAssignment,
  canListAssignments,
  canReadPlans,
  visibleAssignments,
} from "@/lib/features/assignments/policy";
import { isCommitteeSeat } from "@/lib/features/organization/rules";

/** One person's part in one branch, with the days and the decision behind it. */
export type AssignmentView = {
  readonly id: string;
  readonly branchId: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly role: AssignmentRole;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly version: number;
  /** The plan that it was issued by; null where there was none. */
  readonly planId: string | null;
  /** Who ended it early and why; null while it runs as it was given. */
  readonly end: AssignmentEnding | null;
};

/** How an assignment ended before it was to end. */
export type AssignmentEnding = {
  readonly cause: AssignmentEnd;
  readonly by: string;
  readonly reason: string | null;
  readonly planId: string | null;
};

/** A branch with the parts held in it on the day, the main person first. */
export type BranchPlaces = {
  readonly id: string;
  readonly name: string;
  readonly kind: BranchKind;
  readonly hasMain: boolean;
  readonly places: readonly AssignmentView[];
};

/** A committee member, or someone assigned, with the load on the day. `seat` is null for who holds none. */
export type AssignedPerson = {
  readonly memberId: string;
  readonly name: string;
  readonly seat: CommitteeOfficeKind | null;
  readonly main: number;
  readonly supporting: number;
};

/** Who is in charge of what on a day: rows are the branches in force, columns the people, by given name. */
export type AssignmentBoard = {
  readonly on: Day;
  readonly reach: "REGISTER" | "BRANCHES";
  readonly branches: readonly BranchPlaces[];
  readonly people: readonly AssignedPerson[];
  readonly branchesWithMain: number;
  readonly can: { readonly assign: boolean; readonly change: boolean; readonly readPlans: boolean };
};

type Person = { id: string; fullName: string; sortKey: string };

const placeColumns = {
  id: true,
  branchId: true,
  memberId: true,
  role: true,
  startsOn: true,
  endsOn: true,
  decisionNumber: true,
  decidedOn: true,
  version: true,
  planId: true,
  endCause: true,
  endedBy: true,
  endReason: true,
  endedByPlanId: true,
  member: { select: { id: true, fullName: true, sortKey: true } },
} as const;

/**
 * The assignments in force on that day: of every branch for who reads the register, else of the own branches and those in
 * charge. Null for who may read none. The people are the committee's members of that day where the reader sees them.
 */
export async function listAssignments(actor: Actor, on: Day): Promise<AssignmentBoard | null> {
  if (!canListAssignments(actor)) return null;
  const reach = visibleAssignments(actor);
  return readAs(actor, async (tx) => {
    const { committeeId } = actor;
    const branchRows = await tx.branch.findMany({
      where: { AND: [{ committeeId }, inForce(on), reach.all ? {} : { id: { in: reach.branchIds } }] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: { id: true, name: true, kind: true, assignments: { where: inForce(on), select: placeColumns } },
    });
    const seats = await tx.committeeOffice.findMany({
      where: { AND: [{ committeeId }, inForce(on), { term: inForce(on) }] },
      relationLoadStrategy: "join",
      select: { kind: true, member: { select: { id: true, fullName: true, sortKey: true } } },
    });
    const inCommittee = reach.all ? seats.filter((seat) => isCommitteeSeat(seat.kind)) : [];
    const branches = branchRows.map(({ assignments, ...branch }): BranchPlaces => {
      const places = assignments.toSorted(byRoleAndName).map(viewOf);
      return { ...branch, places, hasMain: places.some((place) => place.role === "MAIN") };
    });
    const assigned = branchRows.flatMap((branch) => branch.assignments);
    return {
      on,
      reach: reach.all ? "REGISTER" : "BRANCHES",
      branches,
      people: peopleOf(inCommittee, assigned),
      branchesWithMain: branches.filter((branch) => branch.hasMain).length,
      can: { assign: canAssign(actor), change: canChangeAssignment(actor), readPlans: canReadPlans(actor) },
    };
  });
}

/** An assignment with its branch's name, and what the reader may do with it. */
export type AssignmentRecord = AssignmentView & {
  readonly branchName: string;
  readonly can: { readonly change: boolean; readonly readPlans: boolean };
};

/** One assignment; null where it is not the reader's to see. */
export async function findAssignment(actor: Actor, id: string): Promise<AssignmentRecord | null> {
  if (!canListAssignments(actor) || !isId(id)) return null;
  const reach = visibleAssignments(actor);
  return readAs(actor, async (tx) => {
    const row = await tx.assignment.findFirst({
      where: {
        AND: [{ committeeId: actor.committeeId, id }, reach.all ? {} : { branchId: { in: reach.branchIds } }],
      },
      relationLoadStrategy: "join",
      select: { ...placeColumns, branch: { select: { name: true } } },
    });
    if (!row) return null;
    const can = { change: canChangeAssignment(actor), readPlans: canReadPlans(actor) };
    return { ...viewOf(row), branchName: row.branch.name, can };
  });
}

type PlaceRow = DbPeriod & {
  id: string;
  branchId: string;
  memberId: string;
  role: AssignmentRole;
  decisionNumber: string;
  decidedOn: Date;
  version: number;
  planId: string | null;
  endCause: AssignmentEnd | null;
  endedBy: string | null;
  endReason: string | null;
  endedByPlanId: string | null;
  member: Person;
};

function viewOf(row: PlaceRow): AssignmentView {
  const { id, branchId, memberId, role, decisionNumber, version, planId, endCause, endedBy, endReason } = row;
  const days = periodOf(row);
  return {
    id,
    branchId,
    memberId,
    memberName: row.member.fullName,
    role,
    startsOn: days.startsOn,
    lastDay: lastDayOf(days),
    decisionNumber,
    decidedOn: fromDbDate(row.decidedOn),
    version,
    planId,
    end: endCause && { cause: endCause, by: endedBy ?? "", reason: endReason, planId: row.endedByPlanId },
  };
}

function peopleOf(
  seats: readonly { kind: CommitteeOfficeKind; member: Person }[],
  assigned: readonly PlaceRow[],
): AssignedPerson[] {
  const persons = new Map([...seats, ...assigned].map(({ member }) => [member.id, member]));
  return [...persons.values()]
    .toSorted((one, other) => compare(one.sortKey, other.sortKey))
    .map(({ id, fullName }) => {
      const own = assigned.filter((row) => row.memberId === id);
      const main = own.filter((row) => row.role === "MAIN").length;
      const seat = seats.find((one) => one.member.id === id)?.kind ?? null;
      return { memberId: id, name: fullName, seat, main, supporting: own.length - main };
    });
}

function byRoleAndName(one: PlaceRow, other: PlaceRow): number {
  return compare(one.role, other.role) || compare(one.member.sortKey, other.member.sortKey);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function isId(text: string): boolean {
  return idField().safeParse(text).success;
}
