import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, addMonths, type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { MeetingState } from "@/lib/core/db/generated/enums";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canGradeMeetings, canKeepMinutes, canOpenMeeting, visibleMeetings } from "@/lib/features/meetings/policy";
import { findMeetingDays } from "@/lib/features/meetings/queries/meeting-days";
import { monthState } from "@/lib/features/meetings/rules";
import { usualMeetingIn } from "@/lib/features/meetings/rules/meeting-day";
import { announcedNext } from "@/lib/features/meetings/rules/next-meeting";

/** A branch that has not met for a month: the one before, which is over, or the running one. */
export type MonthDue = {
  readonly branchId: string;
  readonly branch: string;
  readonly monthOn: Day;
  readonly isOver: boolean;
  /** The day fixed for it, where one is. */
  readonly fixedOn: Day | null;
  /** The day that the last minutes announced for it. */
  readonly announcedOn: Day | null;
  readonly can: { readonly open: boolean };
};

/** A meeting that the last minutes announced for a month to come, within a week, and that nobody has opened. */
export type NextDue = {
  readonly branchId: string;
  readonly branch: string;
  readonly heldOn: Day;
  readonly monthOn: Day;
  readonly can: { readonly open: boolean };
};

/** A meeting that was held and whose minutes are not sent yet, or not signed. */
export type MinutesDue = {
  readonly id: string;
  readonly branchId: string;
  readonly branch: string;
  readonly heldOn: Day;
  readonly state: MeetingState;
  readonly can: { readonly keep: boolean };
};

/** What is open about meetings today, in the reader's branches; meetings to come without an invitation are for who keeps them, `toGrade` for who decides grades. */
export type MeetingsDue = {
  readonly months: readonly MonthDue[];
  readonly next: readonly NextDue[];
  readonly minutes: readonly MinutesDue[];
  readonly toInvite: readonly Omit<MinutesDue, "state" | "can">[];
  readonly toGrade: number;
};

const NOTHING: MeetingsDue = { months: [], next: [], minutes: [], toInvite: [], toGrade: 0 };
const DAYS_AHEAD = 7;

/** What is open about meetings: the last month and the running one, and minutes of any time. Nothing for who reads no meetings. */
export async function listMeetingsDue(actor: Actor): Promise<MeetingsDue> {
  const { committeeId, today } = actor;
  const reach = visibleMeetings(actor);
  if (!reach.all && reach.branchIds.length === 0) return NOTHING;
  const monthOn = addDays(today, 1 - Number(today.slice(8)));
  const months = [addMonths(monthOn, -1), monthOn];
  return readAs(actor, async (tx) => {
    const branches = await tx.branch.findMany({
      where: { committeeId, ...(reach.all ? {} : { id: { in: reach.branchIds } }) },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true, startsOn: true, endsOn: true },
    });
    const meetings = await tx.meeting.findMany({
      where: {
        committeeId,
        branchId: { in: branches.map(({ id }) => id) },
        OR: [
          { kind: "MONTHLY", monthOn: { in: months.map((month) => toDbDate(month)) } },
          { state: { not: "SIGNED" } },
          { nextOn: { gte: toDbDate(monthOn) } },
        ],
      },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      select: {
        ...{ id: true, branchId: true, kind: true, monthOn: true, heldOn: true, state: true, invitedOn: true },
        nextOn: true,
      },
    });
    const held = meetings.map((row) => ({
      ...row,
      ...{ monthOn: fromDbDate(row.monthOn), heldOn: fromDbDate(row.heldOn), nextOn: fromDbDate(row.nextOn) },
    }));
    const monthly = (branchId: string, month: Day) =>
      held.find((one) => one.branchId === branchId && one.kind === "MONTHLY" && one.monthOn === month) ?? null;
    const announced = (branchId: string) => announcedNext(held.filter((one) => one.branchId === branchId));
    const fixed = Map.groupBy(
      await findMeetingDays(
        tx,
        actor,
        branches.map(({ id }) => id),
      ),
      ({ branchId }) => branchId,
    );
    const toGrade = canGradeMeetings(actor)
      ? await tx.meetingScore.count({
          where: { committeeId, decidedGrade: null, meeting: { state: { not: "DRAFT" } } },
        })
      : 0;
    return {
      months: branches.flatMap((branch) =>
        months.flatMap((month): MonthDue[] => {
          const state = monthState(month, withPeriod(branch), { monthly: monthly(branch.id, month), today });
          if (state !== "MISSING" && state !== "AHEAD") return [];
          const can = { open: canOpenMeeting(actor, branch.id) };
          const fixedOn = usualMeetingIn(month, fixed.get(branch.id) ?? [])?.heldOn ?? null;
          const isOver = state === "MISSING";
          const next = announced(branch.id);
          const announcedOn = next?.monthOn === month ? next.heldOn : null;
          return [{ branchId: branch.id, branch: branch.name, monthOn: month, isOver, fixedOn, announcedOn, can }];
        }),
      ),
      next: branches.flatMap(({ id: branchId, name: branch }): NextDue[] => {
        const next = announced(branchId);
        if (!next || months.includes(next.monthOn) || next.heldOn < today) return [];
        if (next.heldOn > addDays(today, DAYS_AHEAD)) return [];
        return [{ branchId, branch, ...next, can: { open: canOpenMeeting(actor, branchId) } }];
      }),
      minutes: held.flatMap(({ id, branchId: of, heldOn, state }): MinutesDue[] => {
        const branch = branches.find((one) => one.id === of);
        if (!branch || state === "SIGNED" || heldOn > today) return [];
        const can = { keep: canKeepMinutes(actor, branch.id) };
        return [{ id, branchId: branch.id, branch: branch.name, heldOn, state, can }];
      }),
      toInvite: held.flatMap(({ id, branchId: of, heldOn, invitedOn }) => {
        const branch = branches.find((one) => one.id === of);
        if (!branch || invitedOn !== null || heldOn <= today || !canKeepMinutes(actor, branch.id)) return [];
        return [{ id, branchId: branch.id, branch: branch.name, heldOn }];
      }),
      toGrade,
    };
  });
}
