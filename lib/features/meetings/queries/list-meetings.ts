import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import type { MeetingKind, MeetingState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canListMeetings, canOpenMeeting, canReadMeetings, visibleMeetings } from "@/lib/features/meetings/policy";
import { findUsualYear } from "@/lib/features/meetings/queries/usual-year";
import { countRoll, type MonthState, monthState, monthsOf, type RollCounts } from "@/lib/features/meetings/rules";
import type { MeetingFilter } from "@/lib/features/meetings/schema";

/** A meeting as the year shows it; without a roll nobody has been counted yet. */
export type MeetingLine = {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly heldOn: Day;
  readonly state: MeetingState;
  readonly roll: RollCounts | null;
};

/** One month of a branch: where it is with the monthly meeting, and all meetings that count for it, the monthly one first. */
export type MonthView = {
  readonly monthOn: Day;
  readonly state: MonthState;
  readonly meetings: readonly MeetingLine[];
};

/** A branch with its twelve months. */
export type BranchYear = {
  readonly id: string;
  readonly name: string;
  readonly months: readonly MonthView[];
  readonly held: number;
  readonly missing: number;
  readonly can: { readonly open: boolean };
};

/** The meetings of a year, of every branch that the reader sees or of the one asked for. */
export type MeetingYear = {
  readonly year: number;
  readonly isOneBranch: boolean;
  /** Whether the reader sees the meetings of more than this. */
  readonly hasOthers: boolean;
  readonly branches: readonly BranchYear[];
  readonly held: number;
  readonly missing: number;
};

/**
 * The year of each branch that the reader sees, by the branch's name; unasked, this year, or an earlier one when nobody has met
 * since. Refuses with NOT_FOUND who reads no meetings, and a branch
 * whose meetings are not the reader's to see.
 */
export async function listMeetings(actor: Actor, filter: MeetingFilter): Promise<MeetingYear> {
  const { branch: branchId } = filter;
  if (!canListMeetings(actor) || (branchId !== null && !canReadMeetings(actor, branchId))) throw notFound();
  const reach = visibleMeetings(actor);
  return readAs(actor, async (tx) => {
    const { committeeId } = actor;
    const year = filter.year ?? (await findUsualYear(tx, actor));
    const scope = reach.all ? {} : { id: { in: reach.branchIds } };
    const rows = await tx.branch.findMany({
      where: { AND: [{ committeeId }, scope, branchId === null ? inYear(year) : { id: branchId }] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true, startsOn: true, endsOn: true },
    });
    if (branchId !== null && rows.length === 0) throw notFound();
    const meetings = await tx.meeting.findMany({
      where: { committeeId, branchId: { in: rows.map((row) => row.id) }, monthOn: monthsIn(year) },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      select: { id: true, branchId: true, kind: true, monthOn: true, heldOn: true, state: true },
    });
    const rolls = await tx.meetingAttendance.findMany({
      where: { committeeId, meetingId: { in: meetings.map((one) => one.id) } },
      select: { meetingId: true, presence: true, isExempt: true },
    });
    const rollOf = Map.groupBy(rolls, (line) => line.meetingId);
    const branches = rows.map((row) => {
      const own = meetings.filter((one) => one.branchId === row.id);
      return branchYear(actor, { ...withPeriod(row), year, own, rollOf });
    });
    const sum = (count: (of: BranchYear) => number) => branches.reduce((total, of) => total + count(of), 0);
    const counts = { held: sum((of) => of.held), missing: sum((of) => of.missing) };
    const hasOthers = branchId !== null && (reach.all || reach.branchIds.length > 1);
    return { year, isOneBranch: branches.length === 1, hasOthers, branches, ...counts };
  });
}

const monthsIn = (year: number) => ({ gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) });

function inYear(year: number) {
  const { gte, lte } = monthsIn(year);
  return { startsOn: { lte }, OR: [{ endsOn: null }, { endsOn: { gt: gte } }] };
}

type Found = { id: string; kind: MeetingKind; monthOn: Date; heldOn: Date; state: MeetingState };
type Roll = Parameters<typeof countRoll>[0];

function branchYear(
  actor: Actor,
  branch: Parameters<typeof monthState>[1] & {
    id: string;
    name: string;
    year: number;
    own: readonly Found[];
    rollOf: ReadonlyMap<string, Roll>;
  },
): BranchYear {
  const months = monthsOf(branch.year).map((monthOn): MonthView => {
    const meetings = branch.own
      .filter((one) => fromDbDate(one.monthOn) === monthOn)
      .map(({ id, kind, heldOn, state }): MeetingLine => {
        const roll = branch.rollOf.get(id);
        return { id, kind, state, heldOn: fromDbDate(heldOn), roll: roll ? countRoll(roll) : null };
      })
      .toSorted((one, other) => Number(other.kind === "MONTHLY") - Number(one.kind === "MONTHLY"));
    const monthly = meetings.find((one) => one.kind === "MONTHLY") ?? null;
    return { monthOn, meetings, state: monthState(monthOn, branch, { monthly, today: actor.today }) };
  });
  const count = (state: MonthState) => months.filter((one) => one.state === state).length;
  const can = { open: canOpenMeeting(actor, branch.id) };
  return { id: branch.id, name: branch.name, months, held: count("HELD"), missing: count("MISSING"), can };
}
