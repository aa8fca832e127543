import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import type { MeetingBody, Presence } from "@/lib/core/db/generated/enums";
import { openBodyMeeting } from "@/lib/features/meetings/commands/open-body-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import { addMember } from "@/lib/features/members/commands/add-member";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { item, noNext } from "./branch-meeting";

export type Body = {
  readonly committeeId: string;
  readonly body: MeetingBody;
  readonly chairId: string;
  readonly writerId: string;
};

/** The body of a test register, chaired by its standing member, with a writer who has no seat. */
export function bodyOf({ committeeId, members }: TestRegister, body: MeetingBody): Body {
  return { committeeId, body, chairId: members.inCharge, writerId: members.woman };
}

/** A register with both bodies, and somebody who sat in the executive committee alone, until the end of 2021. */
export async function openBodies() {
  const register = await openRegister();
  await installRuleSets(register.system);
  const [executive, standing] = [bodyOf(register, "COMMITTEE"), bodyOf(register, "STANDING_COMMITTEE")];
  const { system, committeeId, termId, otherBranchId } = register;
  const { id: memberId } = await addMember(system, memberInput("Cà Văn Ủy", otherBranchId));
  const seat = { termId, memberId, startsOn: day("2020-06-01"), lastDay: day("2021-12-31"), decisionNumber: null };
  await giveCommitteeSeat(system, { ...seat, kind: "MEMBER" });
  const once = await signInAs(committeeId, "Cà Văn Ủy", { memberId });
  return { register, executive, standing, once };
}

/** What a meeting of the body on that day is opened with. */
export function bodyInput({ body, chairId, writerId }: Body, heldOn: Day) {
  const when = { heldOn, startTime: "08:00", place: "Hội trường xã" };
  return { body, kind: "MONTHLY" as const, ...when, chairId, writerId };
}

/** Opens a meeting of the body. */
export async function openedOf(by: Actor, of: Body, heldOn: Day): Promise<string> {
  return (await openBodyMeeting(by, bodyInput(of, heldOn))).id;
}

/** Everybody who sits in the body on that day, present but for who is named. */
export async function bodyRoll(
  { committeeId, body }: Body,
  heldOn: Day,
  absent: Readonly<Record<string, Presence>> = {},
) {
  const seated = await ownerRows<{ id: string }>(
    `SELECT DISTINCT o."memberId" AS id FROM "CommitteeOffice" o WHERE o."committeeId" = $1
      AND o.kind::text = ANY ($2::text[]) AND o."startsOn" <= $3 AND (o."endsOn" IS NULL OR o."endsOn" > $3)`,
    [committeeId, ["SECRETARY", "DEPUTY", "STANDING_MEMBER", ...(body === "COMMITTEE" ? ["MEMBER"] : [])], heldOn],
  );
  return seated.map(({ id }) => ({ memberId: id, presence: absent[id] ?? ("PRESENT" as const), reason: null }));
}

/** Opens a meeting of the body, calls its roll and writes its text; the version is 3 then. */
export async function writtenOf(by: Actor, of: Body, heldOn: Day): Promise<string> {
  const id = await openedOf(by, of, heldOn);
  await takeAttendance(by, { id, version: 1, guests: null, entries: await bodyRoll(of, heldOn) });
  await writeMinutes(by, { id, version: 2, conclusion: null, items: [item] });
  return id;
}

/** Minutes of the body that are closed; the version is 4. */
export async function sentOf(by: Actor, of: Body, heldOn: Day): Promise<string> {
  const id = await writtenOf(by, of, heldOn);
  await sendMinutes(by, { id, version: 3, ...noNext });
  return id;
}

/** Minutes of the body that were signed on the day of the meeting. */
export async function signedOf(by: Actor, of: Body, heldOn: Day): Promise<string> {
  const id = await sentOf(by, of, heldOn);
  await signMinutes(by, { id, version: 4, signedOn: heldOn });
  return id;
}
