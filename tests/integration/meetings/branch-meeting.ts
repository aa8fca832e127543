import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import type { MeetingKind, Presence } from "@/lib/core/db/generated/enums";
import { openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { scoreMeeting } from "@/lib/features/meetings/commands/score-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import { ownerRows, type TestRegister } from "../../support/register";

export type Place = {
  readonly branchId: string;
  readonly chairId: string;
  readonly writerId: string;
  /** A monthly one where nothing else is said. */
  readonly kind?: MeetingKind;
};

/** The first branch with its secretary and deputy, as its own meetings have them. */
export function firstBranch({ branchId, members }: TestRegister): Place {
  return { branchId, chairId: members.secretary, writerId: members.deputy };
}

/** The second branch. */
export function secondBranch({ otherBranchId, members }: TestRegister): Place {
  return { branchId: otherBranchId, chairId: members.otherSecretary, writerId: members.other };
}

/** What a meeting of that month is opened with. */
export function meetingInput(place: Place, monthOn: Day) {
  return {
    kind: "MONTHLY" as const,
    ...place,
    monthOn,
    heldOn: day(`${monthOn.slice(0, 8)}05`),
    startTime: null,
    place: "Nhà văn hóa bản",
  };
}

/** Opens a monthly meeting held on the 5th of that month. */
export async function opened(by: Actor, place: Place, monthOn: Day): Promise<string> {
  return (await openMeeting(by, meetingInput(place, monthOn))).id;
}

/** Everybody called on the 5th of that month, present but for who is named. */
export async function rollOf({ branchId }: Place, monthOn: Day, absent: Readonly<Record<string, Presence>> = {}) {
  const called = await ownerRows<{ id: string }>(
    `SELECT m."memberId" AS id FROM "Membership" m WHERE m."branchId" = $1 AND m.kind = 'OFFICIAL'
      AND m."startsOn" <= $2::date + 4 AND (m."endsOn" IS NULL OR m."endsOn" > $2::date + 4)
      AND NOT EXISTS (SELECT 1 FROM "MemberStatus" s WHERE s."memberId" = m."memberId" AND s.kind IN ('EXEMPT', 'SUSPENDED')
        AND s."startsOn" <= $2::date + 4 AND (s."endsOn" IS NULL OR s."endsOn" > $2::date + 4))`,
    [branchId, monthOn],
  );
  return called.map(({ id }) => ({ memberId: id, presence: absent[id] ?? ("PRESENT" as const), reason: null }));
}

/** Opens a meeting and calls its roll; the version is 2 then. */
export async function withRoll(by: Actor, place: Place, monthOn: Day): Promise<string> {
  const id = await opened(by, place, monthOn);
  await takeAttendance(by, { id, version: 1, guests: null, entries: await rollOf(place, monthOn) });
  return id;
}

/** One item of the minutes, without a vote. */
export const item = {
  ...{ position: 1, title: "Nhiệm vụ tháng tới", opinions: "Nhất trí", conclusion: null },
  ...{ yes: null, no: null, other: null },
};

/** Opens a meeting, calls its roll and writes its text; the version is 3 then. */
export async function written(by: Actor, place: Place, monthOn: Day): Promise<string> {
  const id = await withRoll(by, place, monthOn);
  await writeMinutes(by, { id, version: 2, conclusion: null, items: [item] });
  return id;
}

/** A next meeting whose day was left open. */
export const noNext = { nextOn: null, nextTime: null, nextPlace: null };

/** Minutes that have been sent; the version is 4. */
export async function sent(by: Actor, place: Place, monthOn: Day): Promise<string> {
  const id = await written(by, place, monthOn);
  await sendMinutes(by, { id, version: 3, ...noNext });
  return id;
}

/** All points that the form gives. */
export const fullPoints = {
  ...{ TIME: 5, ATTENDANCE: 5, PREPARATION: 10, STEPS: 5, CONTENT: 25 },
  ...{ CHAIRING: 10, PRINCIPLES: 5, RESULTS: 30, CLOSING: 5 },
};

/** Minutes that have been sent and a meeting that was scored in full; the version of its score is 1. */
export async function scored(by: Actor, place: Place, monthOn: Day): Promise<string> {
  const id = await sent(by, place, monthOn);
  await scoreMeeting(by, { id, weaknesses: null, ...fullPoints });
  return id;
}

/** Minutes that have been signed; the version is 5. */
export async function signed(by: Actor, place: Place, monthOn: Day): Promise<string> {
  const id = await sent(by, place, monthOn);
  await signMinutes(by, { id, version: 4, signedOn: day(`${monthOn.slice(0, 8)}10`) });
  return id;
}
