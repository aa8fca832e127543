import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import { inviteToMeeting } from "@/lib/features/meetings/commands/invite";
import { editMeeting, openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { findInvitation } from "@/lib/features/meetings/queries/find-invitation";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, meetingInput } from "./branch-meeting";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

async function planned(heldOn: Day): Promise<string> {
  const place = { ...firstBranch(register), kind: "TOPICAL" as const };
  const monthOn = day(`${heldOn.slice(0, 7)}-01`);
  const input = { ...meetingInput(place, monthOn), heldOn };
  return (await openMeeting(register.system, input)).id;
}
const invitation = (id: string, version = 1) => ({ id, version, startTime: "19:30", enclosures: "Dự thảo nghị quyết" });
const ahead = (days: number) => addDays(register.system.today, days);

describe("an invitation", () => {
  it("says when, with what and by whom, and is gone from the month's work", async () => {
    const { secretary, inCharge, leader } = register.actors;
    const id = await planned(ahead(3));
    const href = `/meetings/${id}/invitation`;
    const linesOf = async () => (await getMonthWork(secretary, { branch: null })).lines.map((line) => line.href);
    expect(await linesOf()).toContain(href);
    await inviteToMeeting(secretary, invitation(id));
    expect(await linesOf()).not.toContain(href);
    const meeting = await getMeeting(inCharge, id);
    expect(meeting).toMatchObject({
      ...{ startTime: "19:30", enclosures: "Dự thảo nghị quyết", invitedOn: secretary.today },
      ...{ invitedBy: secretary.displayName, version: 2, can: { invite: false } },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.invited" });
    const seen = await findInvitation(leader, await getMeeting(leader, id));
    expect(seen?.inCharge).toHaveLength(1);
    expect(seen?.members.length).toBeGreaterThan(1);
    expect(seen?.notice).toEqual({ days: 1, isConfirmed: false, isShort: false });
  });

  it("is late on the day itself, and there is none for a meeting that was held without", async () => {
    const { secretary, leader } = register.actors;
    const id = await planned(ahead(0));
    await inviteToMeeting(secretary, invitation(id));
    expect((await findInvitation(leader, await getMeeting(leader, id)))?.notice?.isShort).toBe(true);
    const past = await planned(ahead(-1));
    await expect(inviteToMeeting(secretary, invitation(past))).rejects.toMatchObject({
      code: "RULE",
      reason: "meetings.errors.heldBefore",
    });
    expect(await findInvitation(secretary, await getMeeting(secretary, past))).toBeNull();
  });

  it("is for who keeps the minutes: not for who only reads them, and not there for strangers", async () => {
    const { leader, inCharge, inspector, otherSecretary } = register.actors;
    const id = await planned(ahead(5));
    for (const reader of [leader, inCharge])
      await expect(inviteToMeeting(reader, invitation(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const stranger of [inspector, otherSecretary])
      await expect(inviteToMeeting(stranger, invitation(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await ownerRows(`SELECT 1 FROM "Meeting" WHERE id = $1 AND "invitedOn" IS NOT NULL`, [id])).toEqual([]);
  });

  it("is noted once by one form sent twice, and not over somebody else's", async () => {
    const { secretary, office } = register.actors;
    const id = await planned(ahead(7));
    const formKey = randomUUID();
    expect(await inviteToMeeting(secretary, invitation(id), { formKey })).toEqual({ id });
    expect(await inviteToMeeting(secretary, invitation(id), { formKey })).toEqual({ id });
    await expect(inviteToMeeting(office, { ...invitation(id), startTime: "08:00" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await inviteToMeeting(office, { ...invitation(id, 2), startTime: "08:00" });
    expect(await getMeeting(office, id)).toMatchObject({ startTime: "08:00", version: 3 });
  });

  it("is noted once while nothing changes, and has to go out anew for another day, time or place", async () => {
    const { secretary } = register.actors;
    const id = await planned(ahead(9));
    await inviteToMeeting(secretary, invitation(id));
    await expect(inviteToMeeting(secretary, invitation(id, 2))).rejects.toMatchObject({
      code: "RULE",
      reason: "meetings.errors.sameInvitation",
    });
    const { kind, monthOn, place, chairId, writerId, heldOn, startTime } = await getMeeting(secretary, id);
    const record = { id, kind, monthOn, startTime, chairId, writerId };
    await editMeeting(secretary, { ...record, version: 2, heldOn, place });
    expect(await getMeeting(secretary, id)).toMatchObject({ invitedOn: secretary.today });
    await editMeeting(secretary, { ...record, version: 3, heldOn, place: "Trường học" });
    expect(await getMeeting(secretary, id)).toMatchObject({ invitedOn: null, invitedBy: null, startTime: "19:30" });
    await inviteToMeeting(secretary, invitation(id, 4));
    expect(await getMeeting(secretary, id)).toMatchObject({ invitedOn: secretary.today, version: 5 });
    await editMeeting(secretary, { ...record, version: 5, heldOn, place: "Trường học", startTime: null });
    expect(await getMeeting(secretary, id)).toMatchObject({ invitedOn: null, startTime: null });
  });
});
