import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { canKeepMinutes, canOpenMeeting } from "@/lib/features/meetings/policy";
import { findMeetingDays } from "@/lib/features/meetings/queries/meeting-days";
import { dayFor, nextMonth, standingOf } from "@/lib/features/meetings/rules";
import { usualMeetingIn } from "@/lib/features/meetings/rules/meeting-day";
import { listVoters } from "@/lib/features/votes/queries/voters";

/** What a new meeting of a branch starts from: the last monthly one, where there is any, and before it the day, time and place that are fixed. */
export type MeetingForm = {
  readonly branchId: string;
  readonly branch: string;
  readonly last: { readonly monthOn: Day } | null;
  readonly monthOn: Day;
  readonly heldOn: Day | null;
  readonly startTime: string | null;
  readonly place: string | null;
  /** Whether day, time and place are the fixed ones. */
  readonly isFixed: boolean;
  readonly chairId: string | null;
  readonly writerId: string | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** The form of a meeting of that branch, for the month asked or the next; null for a branch whose minutes the actor does not keep. */
export async function findMeetingForm(actor: Actor, branchId: string, asked: Day | null): Promise<MeetingForm | null> {
  if (!canOpenMeeting(actor, branchId)) return null;
  return readAs(actor, async (tx) => {
    const { committeeId, today } = actor;
    const branch = await tx.branch.findFirst({
      where: { committeeId, id: branchId },
      select: { name: true, contact: { select: { meetingPlace: true } } },
    });
    if (!branch) return null;
    const found = await tx.meeting.findFirst({
      where: { committeeId, branchId, kind: "MONTHLY" },
      orderBy: { monthOn: "desc" },
      select: { monthOn: true, heldOn: true, startTime: true, place: true, chairId: true, writerId: true },
    });
    const last = found && { ...found, monthOn: fromDbDate(found.monthOn), heldOn: fromDbDate(found.heldOn) };
    const monthOn = asked ?? nextMonth(last, today);
    const fixed = usualMeetingIn(monthOn, await findMeetingDays(tx, actor, [branchId]));
    const heldOn = fixed?.heldOn ?? (last && dayFor(monthOn, last));
    return {
      branchId,
      branch: branch.name,
      last: last && { monthOn: last.monthOn },
      monthOn,
      heldOn,
      startTime: (fixed ?? last)?.startTime ?? null,
      isFixed: fixed !== null,
      place: (fixed ?? last)?.place ?? branch.contact?.meetingPlace ?? null,
      chairId: last?.chairId ?? null,
      writerId: last?.writerId ?? null,
      people: await peopleOf(tx, branchId, heldOn ?? today),
    };
  });
}

/** Who may chair or write on that day; empty for a branch whose minutes the actor does not keep. */
export async function listMeetingPeople(actor: Actor, branchId: string, on: Day): Promise<MeetingForm["people"]> {
  if (!canKeepMinutes(actor, branchId)) return [];
  return readAs(actor, (tx) => peopleOf(tx, branchId, on));
}

async function peopleOf(tx: Parameters<typeof listVoters>[0], branchId: string, on: Day) {
  const voters = await listVoters(tx, branchId, on);
  return voters.filter((one) => standingOf(one) !== "NOT_CALLED").map(({ memberId, name }) => ({ id: memberId, name }));
}
