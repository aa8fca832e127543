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

/** A branch that has not met for a month: the one before, which is over, or the running one. */
export type MonthDue = {
  readonly branchId: string;
  readonly branch: string;
  readonly monthOn: Day;
  readonly isOver: boolean;
  /** The day fixed for it, where one is. */
  readonly fixedOn: Day | null;
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
  readonly minutes: readonly MinutesDue[];
  readonly toInvite: readonly Omit<MinutesDue, "state" | "can">[];
  readonly toGrade: number;
};

const NOTHING: MeetingsDue = { months: [], minutes: [], toInvite: [], toGrade: 0 };

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
        ],
      },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      select: { id: true, branchId: true, kind: true, monthOn: true, heldOn: true, state: true, invitedOn: true },
    });
    const held = meetings.map(({ heldOn, ...meeting }) => ({ ...meeting, heldOn: fromDbDate(heldOn) }));
    const monthly = (branchId: string, month: Day) =>
      held.find((one) => one.branchId === branchId && one.kind === "MONTHLY" && fromDbDate(one.monthOn) === month) ??
      null;
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
          return [{ branchId: branch.id, branch: branch.name, monthOn: month, isOver, fixedOn, can }];
        }),
      ),
      minutes: held.flatMap(({ id, branchId, heldOn, state }): MinutesDue[] => {
        const branch = branches.find((one) => one.id === branchId);
        if (!branch || state === "SIGNED" || heldOn > today) return [];
        return [{ id, branchId, branch: branch.name, heldOn, state, can: { keep: canKeepMinutes(actor, branchId) } }];
      }),
      toInvite: held.flatMap(({ id, branchId, heldOn, invitedOn }) => {
        const branch = branches.find((one) => one.id === branchId);
        if (!branch || invitedOn !== null || heldOn <= today || !canKeepMinutes(actor, branchId)) return [];
        return [{ id, branchId, branch: branch.name, heldOn }];
      }),
      toGrade,
    };
  });
}
