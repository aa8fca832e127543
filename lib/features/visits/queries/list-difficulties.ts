import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import { isInForceOn } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { inForce, periodOf } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import {
  canAcceptDifficulty,
  canReadDifficulties,
  visibleDifficulties,
  visibleRaiseTargets,
} from "@/lib/features/visits/policy";
import { daysOverdue, standingOn } from "@/lib/features/visits/rules/difficulty";
import { type DifficultyFilter, type DifficultyStanding, difficultyStandings } from "@/lib/features/visits/schema";

const OPEN = ["RAISED", "ACCEPTED", "BEING_SOLVED"] as const;
const REMINDED = 5;

/** A difficulty as a list shows it. The owner is the office where `ownerName` is null and it has been accepted. */
export type DifficultyLine = {
  readonly id: string;
  readonly branchId: string;
  readonly branch: string;
  readonly title: string;
  readonly raisedOn: Day;
  readonly standing: DifficultyStanding;
  readonly ownerName: string | null;
  readonly deadlineOn: Day | null;
  readonly daysOverdue: number;
};

/** A difficulty with who was mainly in charge of the branch when it was raised. */
export type DifficultyInCharge = DifficultyLine & { readonly inChargeId: string | null };

/** Difficulties raised in a year, or without a year the open ones; `counts` are of all standings under the same filter. */
export type DifficultyList = {
  readonly year: number | null;
  readonly lines: readonly DifficultyLine[];
  readonly total: number;
  readonly counts: readonly { readonly standing: DifficultyStanding; readonly count: number }[];
  readonly can: { readonly raise: boolean };
};

/**
 * The difficulties that the reader sees, newest first. Refuses with NOT_FOUND who sees none, and a branch whose difficulties are
 * not the reader's to see.
 */
export async function listDifficulties(actor: Actor, filter: DifficultyFilter): Promise<DifficultyList> {
  const { year, branch, person, standing } = filter;
  if (branch !== null && !canReadDifficulties(actor, branch)) throw notFound();
  const reach = visibleDifficulties(actor);
  const targets = visibleRaiseTargets(actor);
  return readAs(actor, async (tx) => {
    const found = await findDifficulties(tx, actor, year === null ? { state: { in: [...OPEN] } } : raisedIn(year));
    if (!reach.all && reach.branchIds.length === 0 && found.length === 0) throw notFound();
    const ofBranch = found.filter((one) => branch === null || one.branchId === branch);
    const all =
      person === null
        ? ofBranch
        : (await withInCharge(tx, actor, ofBranch)).filter(({ inChargeId }) => inChargeId === person);
    const counts = difficultyStandings
      .map((of) => ({ standing: of, count: all.filter((one) => one.standing === of).length }))
      .filter((one) => year !== null || one.count > 0 || one.standing === standing);
    const lines = standing === null ? all : all.filter((one) => one.standing === standing);
    const can = { raise: targets.all || targets.branchIds.length > 0 };
    return { year, lines, total: all.length, counts, can };
  });
}

/** What is past its deadline, the longest first, for who has to see to it; empty for everybody else. */
export async function listOverdueDifficulties(
  actor: Actor,
): Promise<{ readonly cases: readonly DifficultyLine[]; readonly others: number }> {
  if (!canAcceptDifficulty(actor)) return { cases: [], others: 0 };
  return readAs(actor, async (tx) => {
    const past = { state: { in: [...OPEN] }, deadlineOn: { lt: toDbDate(actor.today) } };
    const found = await findDifficulties(tx, actor, past);
    const overdue = found.toSorted((one, other) => other.daysOverdue - one.daysOverdue);
    return { cases: overdue.slice(0, REMINDED), others: Math.max(0, overdue.length - REMINDED) };
  });
}

/** The difficulties that nobody has closed, newest first; none for who sees none. */
export function listOpenDifficulties(actor: Actor): Promise<DifficultyLine[]> {
  return readAs(actor, (tx) => findDifficulties(tx, actor, { state: { in: [...OPEN] } }));
}

type Where = NonNullable<Parameters<Tx["difficulty"]["findMany"]>[0]>["where"];

/** The condition that a difficulty was raised in that year. */
function raisedIn(year: number): Where {
  return { raisedOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) } };
}

/** The difficulties raised in a year that the reader sees, newest first: what every figure of the year counts. */
export async function findDifficultiesOfYear(tx: Tx, actor: Actor, year: number): Promise<DifficultyInCharge[]> {
  return withInCharge(tx, actor, await findDifficulties(tx, actor, raisedIn(year)));
}

/** The difficulties raised in that visit report, oldest first, for who reads its branch. */
export async function listDifficultiesOfVisit(actor: Actor, visitReportId: string): Promise<DifficultyLine[]> {
  const found = await readAs(actor, (tx) => findDifficulties(tx, actor, { visitReportId }));
  return found.toReversed();
}

async function findDifficulties(tx: Tx, actor: Actor, where: Where): Promise<DifficultyLine[]> {
  const { committeeId, memberId, today } = actor;
  const reach = visibleDifficulties(actor);
  const owned = memberId === null ? [] : [{ ownerSeat: { AND: [{ memberId }, inForce(today)] } }];
  const scope = reach.all ? {} : { OR: [{ branchId: { in: reach.branchIds } }, ...owned] };
  const rows = await tx.difficulty.findMany({
    where: { AND: [{ committeeId }, scope, where ?? {}] },
    orderBy: [{ raisedOn: "desc" }, { id: "asc" }],
    relationLoadStrategy: "join",
    select: {
      id: true,
      branchId: true,
      title: true,
      raisedOn: true,
      state: true,
      ownerName: true,
      deadlineOn: true,
      closedOn: true,
      branch: { select: { name: true } },
    },
  });
  return rows.map((row) => {
    const { id, branchId, title, state, ownerName, branch } = row;
    const raisedOn = fromDbDate(row.raisedOn);
    const days = { state, deadlineOn: fromDbDate(row.deadlineOn), closedOn: fromDbDate(row.closedOn) };
    return {
      ...{ id, branchId, title, raisedOn, ownerName, branch: branch.name, deadlineOn: days.deadlineOn },
      ...{ standing: standingOn(days, today), daysOverdue: daysOverdue(days, today) },
    };
  });
}

async function withInCharge(tx: Tx, actor: Actor, lines: readonly DifficultyLine[]): Promise<DifficultyInCharge[]> {
  const assignments = await tx.assignment.findMany({
    where: {
      committeeId: actor.committeeId,
      role: "MAIN",
      branchId: { in: [...new Set(lines.map(({ branchId }) => branchId))] },
    },
    select: { branchId: true, memberId: true, startsOn: true, endsOn: true },
  });
  return lines.map((line) => {
    const main = assignments.find((one) => one.branchId === line.branchId && isInForceOn(periodOf(one), line.raisedOn));
    return { ...line, inChargeId: main?.memberId ?? null };
  });
}
