import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { readAs } from "@/lib/core/query";
import { canKeepMinutes, canOpenMeeting } from "@/lib/features/meetings/policy";
import { findMeetingDays } from "@/lib/features/meetings/queries/meeting-days";
import { dayFor, nextMonth, standingOf } from "@/lib/features/meetings/rules";
import { usualMeetingIn } from "@/lib/features/meetings/rules/meeting-day";
import { monthOfNext } from "@/lib/features/meetings/rules/next-meeting";
import { listVoters } from "@/lib/features/votes/queries/voters";

/**
 * What a new meeting of a branch starts from: day, time and place as the last minutes announced them, else as they are fixed; the
 * rest from the last monthly meeting, where there is any.
 */
export type MeetingForm = {
  readonly branchId: string;
  readonly branch: string;
  readonly last: { readonly monthOn: Day } | null;
  readonly monthOn: Day;
  readonly heldOn: Day | null;
  readonly startTime: string | null;
  readonly place: string | null;
  /** The day of the meeting whose minutes announced it. */
  readonly announcedOn: Day | null;
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
    const announced = await findAnnounced(tx, actor, { branchId, monthOn, last });
    const fixed = usualMeetingIn(monthOn, await findMeetingDays(tx, actor, [branchId]));
    const heldOn = announced?.next.heldOn ?? fixed?.heldOn ?? (last && dayFor(monthOn, last));
    const before = fixed ?? last;
    return {
      branchId,
      branch: branch.name,
      last: last && { monthOn: last.monthOn },
      monthOn,
      heldOn,
      startTime: announced?.next.startTime ?? before?.startTime ?? null,
      announcedOn: announced?.on ?? null,
      isFixed: fixed !== null,
      place: announced?.next.place ?? before?.place ?? branch.contact?.meetingPlace ?? null,
      chairId: last?.chairId ?? null,
      writerId: last?.writerId ?? null,
      people: await peopleOf(tx, branchId, heldOn ?? today),
    };
  });
}

type Sought = {
  readonly branchId: string;
  readonly monthOn: Day;
  readonly last: { readonly monthOn: Day; readonly heldOn: Day } | null;
};

/* What the minutes of the last monthly meeting, or of one after it, say of the meeting of that month. */
async function findAnnounced(tx: Tx, { committeeId }: Actor, { branchId, monthOn, last }: Sought) {
  const row = await tx.meeting.findFirst({
    where: {
      ...{ committeeId, branchId, nextOn: { not: null } },
      ...(last ? { heldOn: { gte: toDbDate(last.heldOn) } } : {}),
    },
    orderBy: { heldOn: "desc" },
    select: { kind: true, monthOn: true, heldOn: true, nextOn: true, nextTime: true, nextPlace: true },
  });
  const on = fromDbDate(row?.nextOn ?? null);
  if (!row || on === null) return null;
  const forMonth = monthOfNext({ kind: row.kind, monthOn: fromDbDate(row.monthOn), nextOn: on });
  if (forMonth !== monthOn) return null;
  return { on: fromDbDate(row.heldOn), next: { heldOn: on, startTime: row.nextTime, place: row.nextPlace } };
}

/** Who may chair or write on that day; empty for a branch whose minutes the actor does not keep. */
export async function listMeetingPeople(actor: Actor, branchId: string, on: Day): Promise<MeetingForm["people"]> {
  if (!canKeepMinutes(actor, branchId)) return [];
  return readAs(actor, (tx) => peopleOf(tx, branchId, on));
}

async function peopleOf(tx: Tx, branchId: string, on: Day) {
  const voters = await listVoters(tx, branchId, on);
  return voters.filter((one) => standingOf(one) !== "NOT_CALLED").map(({ memberId, name }) => ({ id: memberId, name }));
}
