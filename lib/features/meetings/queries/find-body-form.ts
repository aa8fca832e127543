import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { MeetingBody } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { canOpenBodyMeeting } from "@/lib/features/meetings/policy";
import { listBodyMembers, listWriters } from "@/lib/features/meetings/queries/called";
import { standingOf } from "@/lib/features/meetings/rules";

type Person = { readonly id: string; readonly name: string };

/** Who may chair a meeting of a body on a day, and who may write it. */
export type BodyPeople = { readonly chairs: readonly Person[]; readonly writers: readonly Person[] };

/** What a new meeting of a body starts from: time, place and people of its last regular one, where there is any. */
export type BodyMeetingForm = BodyPeople & {
  readonly body: MeetingBody;
  readonly last: { readonly heldOn: Day } | null;
  readonly startTime: string | null;
  readonly place: string | null;
  readonly chairId: string | null;
  readonly writerId: string | null;
};

/** The form of a meeting of that body; null for who does not open one. */
export async function findBodyForm(actor: Actor, body: MeetingBody): Promise<BodyMeetingForm | null> {
  if (!canOpenBodyMeeting(actor)) return null;
  return readAs(actor, async (tx) => {
    const last = await tx.meeting.findFirst({
      where: { committeeId: actor.committeeId, body, kind: "MONTHLY" },
      orderBy: { heldOn: "desc" },
      select: { heldOn: true, startTime: true, place: true, chairId: true, writerId: true },
    });
    return {
      ...(await peopleOf(tx, actor, body, actor.today)),
      body,
      last: last && { heldOn: fromDbDate(last.heldOn) },
      startTime: last?.startTime ?? null,
      place: last?.place ?? null,
      chairId: last?.chairId ?? null,
      writerId: last?.writerId ?? null,
    };
  });
}

/** Who may chair or write a meeting of that body on that day; nobody for who does not keep its minutes. */
export async function findBodyPeople(actor: Actor, body: MeetingBody, on: Day): Promise<BodyPeople> {
  if (!canOpenBodyMeeting(actor)) return { chairs: [], writers: [] };
  return readAs(actor, (tx) => peopleOf(tx, actor, body, on));
}

async function peopleOf(tx: Tx, actor: Actor, body: MeetingBody, on: Day): Promise<BodyPeople> {
  const members = await listBodyMembers(tx, actor, body, on);
  const called = members.filter((one) => standingOf(one) === "CALLED");
  return {
    chairs: called.map(({ memberId, name }) => ({ id: memberId, name })),
    writers: await listWriters(tx, actor, on),
  };
}
