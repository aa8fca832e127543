import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingBody, MeetingKind, MeetingState } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canListMeetings, canOpenBodyMeeting } from "@/lib/features/meetings/policy";
import { type BodyScope, findBodyScope } from "@/lib/features/meetings/queries/body-scope";
import { countRoll, type RollCounts, usualYear } from "@/lib/features/meetings/rules";
import { type BodyAttendance, bodyAttendance, meetingBodies } from "@/lib/features/meetings/rules/bodies";
import type { BodyMeetingFilter } from "@/lib/features/meetings/schema/bodies";

/** A meeting of a body as its year shows it; without a roll nobody has been counted yet. */
export type BodyMeetingLine = {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly heldOn: Day;
  readonly state: MeetingState;
  readonly isHeld: boolean;
  readonly roll: RollCounts | null;
};

/** The meetings of one body in a year, in their order; `held` are those whose day has come. */
export type BodyYear = {
  readonly body: MeetingBody;
  readonly meetings: readonly BodyMeetingLine[];
  readonly held: number;
  /** Of the meetings whose day has come, how many have no roll. */
  readonly uncalled: number;
  readonly attendance: readonly BodyAttendance[];
};

/** The meetings of the committee's bodies in a year, as far as the reader sees them; a body of which there are none is left out for who does not open them. */
export type BodyMeetingYear = {
  readonly year: number;
  readonly bodies: readonly BodyYear[];
  /** Whether the reader reads meetings of branches besides. */
  readonly hasBranches: boolean;
  readonly can: { readonly open: boolean };
};

/** The year of the committee's bodies; unasked, this year, or an earlier one where nobody has met since. Refuses with NOT_FOUND who reads no meeting of any. */
export function listBodyMeetings(actor: Actor, filter: BodyMeetingFilter): Promise<BodyMeetingYear> {
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const scope = await findBodyScope(tx, actor);
    if (scope === null) throw notFound();
    const year = filter.year ?? (await findUsualYear(tx, actor, scope));
    const [from, to] = [toDbDate(firstDayOfYear(year)), toDbDate(lastDayOfYear(year))];
    const rows = await tx.meeting.findMany({
      where: { AND: [{ committeeId, heldOn: { gte: from, lte: to } }, scope] },
      orderBy: [{ heldOn: "asc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        ...{ id: true, body: true, kind: true, heldOn: true, state: true },
        attendance: {
          orderBy: [{ sortKey: "asc" }, { memberId: "asc" }],
          select: { memberId: true, fullName: true, presence: true, isExempt: true },
        },
      },
    });
    const can = { open: canOpenBodyMeeting(actor) };
    const bodies = meetingBodies.map((body): BodyYear => {
      const meetings = rows.flatMap(({ attendance, ...row }): BodyMeetingLine[] => {
        if (row.body !== body) return [];
        const { id, kind, state } = row;
        const heldOn = fromDbDate(row.heldOn);
        const roll = attendance.length > 0 ? countRoll(attendance) : null;
        return [{ id, kind, state, heldOn, isHeld: heldOn <= today, roll }];
      });
      const held = meetings.filter((one) => one.isHeld);
      const rolls = rows
        .filter((row) => row.body === body)
        .map(({ id, heldOn, attendance }) => ({
          ...{ id, heldOn: fromDbDate(heldOn) },
          roll: attendance.map(({ memberId, fullName, presence }) => ({ memberId, name: fullName, presence })),
        }));
      const uncalled = held.filter(({ roll }) => roll === null).length;
      return { body, meetings, held: held.length, uncalled, attendance: bodyAttendance(rolls) };
    });
    const shown = bodies.filter(({ meetings }) => can.open || meetings.length > 0);
    return { year, bodies: shown, hasBranches: canListMeetings(actor), can };
  });
}

async function findUsualYear(tx: Tx, { committeeId, today }: Actor, scope: BodyScope): Promise<number> {
  const last = await tx.meeting.findFirst({
    where: { AND: [{ committeeId, heldOn: { lte: toDbDate(today) } }, scope] },
    orderBy: { heldOn: "desc" },
    select: { heldOn: true },
  });
  return usualYear(last && fromDbDate(last.heldOn), today);
}

/** Whether there is any meeting of a body for this reader to see, or to open. */
export function findBodyReach(actor: Actor): Promise<boolean> {
  return readAs(actor, async (tx) => (await findBodyScope(tx, actor)) !== null);
}
