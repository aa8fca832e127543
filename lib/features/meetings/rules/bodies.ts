import { addDays, type Day, typedForm } from "@/lib/core/day";
import type { CommitteeOfficeKind, MeetingBody, Presence } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import { type MemberThatDay, standingOf } from "@/lib/features/meetings/rules";
import { seatsOf } from "@/lib/features/votes/rules";

/** The bodies of the committee whose meetings are kept, the larger one first. */
export const meetingBodies = ["COMMITTEE", "STANDING_COMMITTEE"] as const satisfies readonly MeetingBody[];

/** The bodies in which the holder of that seat sits; none for a seat of the inspection commission. */
export function bodiesOfSeat(kind: CommitteeOfficeKind): MeetingBody[] {
  return meetingBodies.filter((body) => seatsOf[body].includes(kind));
}

/** The month that a meeting of a body counts for: that of its day. */
export function monthOfDay(heldOn: Day): Day {
  return addDays(heldOn, 1 - Number(heldOn.slice(8)));
}

/** What a meeting of a body is judged by. `other` is one that the body has on that day already. */
export type BodyMeetingFacts = {
  readonly other: { readonly id: string } | null;
  /** Who sits in the body on that day. */
  readonly members: readonly MemberThatDay[];
  /** Who is on the headcount on that day, and so may write. */
  readonly writers: readonly { readonly id: string }[];
};

/**
 * Why a body cannot meet like this: nobody sits in it that day, it meets on that day already, the chair does not sit in it, or the
 * writer is no member of the Party organisation then.
 */
export function bodyMeetingObstacle(
  input: { readonly heldOn: Day; readonly chairId: string; readonly writerId: string },
  { other, members, writers }: BodyMeetingFacts,
): Obstacle | null {
  const params = { on: typedForm(input.heldOn) };
  const called = members.filter((one) => standingOf(one) === "CALLED");
  if (called.length === 0) return { reason: "meetings.errors.nobodyInBody", params, field: "heldOn" };
  if (other) return { reason: "meetings.errors.bodyMeetsThatDay", params, field: "heldOn" };
  if (!called.some((one) => one.memberId === input.chairId)) {
    return { reason: "meetings.errors.notInBody", params, field: "chairId" };
  }
  if (writers.some((one) => one.id === input.writerId)) return null;
  return { reason: "meetings.errors.notOnHeadcount", params, field: "writerId" };
}

/**
 * How many of a body's members have to be for a resolution of it: more than half of all, not of those present. One source says so, and
 * it is not confirmed.
 */
export function votesNeeded(members: number): number {
  return Math.floor(members / 2) + 1;
}

/** A meeting at which the roll of a body was called, with who came. */
export type BodyRoll = {
  readonly id: string;
  readonly heldOn: Day;
  readonly roll: readonly { readonly memberId: string; readonly name: string; readonly presence: Presence }[];
};

/** How often a member was called in a year, how often they came, and the meetings they missed, in their order. */
export type BodyAttendance = {
  readonly memberId: string;
  readonly name: string;
  readonly called: number;
  readonly present: number;
  readonly missed: readonly { readonly id: string; readonly heldOn: Day; readonly presence: Presence }[];
};

/** Who came to the meetings of a body and who missed them, in the order in which the rolls name them first. */
export function bodyAttendance(meetings: readonly BodyRoll[]): BodyAttendance[] {
  const lines = meetings.flatMap(({ id, heldOn, roll }) => roll.map((line) => ({ id, heldOn, ...line })));
  return [...Map.groupBy(lines, ({ memberId }) => memberId)].map(([memberId, of]) => {
    const missed = of.filter(({ presence }) => presence !== "PRESENT");
    return {
      memberId,
      name: of.at(-1)?.name ?? "",
      called: of.length,
      present: of.length - missed.length,
      missed: missed.map(({ id, heldOn, presence }) => ({ id, heldOn, presence })),
    };
  });
}
