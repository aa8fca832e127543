import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { type Interval, isInForceOn, lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canKeepMeetingDay, canReadMeetingDay } from "@/lib/features/meetings/policy";
import { seasonOf, type UsualMeeting } from "@/lib/features/meetings/rules/meeting-day";

/** When and where a branch meets from a day on. */
export type MeetingDayView = UsualMeeting & {
  readonly id: string;
  readonly startsOn: Day;
  readonly lastDay: Day | null;
};

/** The rules of one branch, the latest first, and what a form that changes them starts from. */
export type MeetingDays = {
  readonly branch: string;
  readonly days: readonly MeetingDayView[];
  /** Of the latest rule; 0 where there is none. */
  readonly version: number;
  /** Where it meets by its contact, which a first rule starts from. */
  readonly place: string | null;
  readonly can: { readonly keep: boolean };
};

type Kept = UsualMeeting & Interval & { readonly id: string; readonly branchId: string; readonly version: number };

/** The rules of those branches as far as the reader sees them, the earliest first. */
export async function findMeetingDays(tx: Tx, { committeeId }: Actor, branchIds: readonly string[]): Promise<Kept[]> {
  const rows = await tx.meetingDay.findMany({
    where: { committeeId, branchId: { in: [...branchIds] } },
    orderBy: { startsOn: "asc" },
  });
  return rows.map((row) => {
    const { id, branchId, startsOn, endsOn, monthDay, startTime, place, version } = withPeriod(row);
    return { id, branchId, startsOn, endsOn, monthDay, startTime, place, season: seasonOf(row), version };
  });
}

/** When and where a branch meets by the rule in force on a day; null where there is none, and for who does not read its meetings. */
export async function findMeetingDay(actor: Actor, branchId: string, on: Day): Promise<MeetingDayView | null> {
  if (!canReadMeetingDay(actor, branchId)) return null;
  const all = await readAs(actor, (tx) => findMeetingDays(tx, actor, [branchId]));
  const found = all.find((one) => isInForceOn(one, on));
  return found ? viewOf(found) : null;
}

/** All rules of a branch. Refuses with NOT_FOUND a branch whose meetings the reader does not read. */
export async function getMeetingDays(actor: Actor, branchId: string): Promise<MeetingDays> {
  if (!canReadMeetingDay(actor, branchId)) throw notFound();
  return readAs(actor, async (tx) => {
    const branch = await tx.branch.findFirst({
      where: { committeeId: actor.committeeId, id: branchId },
      relationLoadStrategy: "join",
      select: { name: true, contact: { select: { meetingPlace: true } } },
    });
    if (!branch) throw notFound();
    const all = await findMeetingDays(tx, actor, [branchId]);
    return {
      branch: branch.name,
      days: all.toReversed().map(viewOf),
      version: all.at(-1)?.version ?? 0,
      place: branch.contact?.meetingPlace ?? null,
      can: { keep: canKeepMeetingDay(actor, branchId) },
    };
  });
}

function viewOf({ id, startsOn, endsOn, monthDay, startTime, place, season }: Kept): MeetingDayView {
  return { id, startsOn, lastDay: lastDayOf({ startsOn, endsOn }), monthDay, startTime, place, season };
}
