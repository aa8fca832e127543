import { beforeAll, describe, expect, it } from "vitest";
import { addMonths, type Day, day } from "@/lib/core/day";
import { editMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { getMeeting, listRollMembers } from "@/lib/features/meetings/queries/get-meeting";
import { listMeetings } from "@/lib/features/meetings/queries/list-meetings";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import {
  firstBranch,
  meetingInput,
  noNext,
  opened,
  type Place,
  secondBranch,
  sent,
  signed,
  withRoll,
  written,
} from "./branch-meeting";

let register: TestRegister;
let first: Place;
let second: Place;
let months = 0;

beforeAll(async () => {
  register = await openRegister();
  [first, second] = [firstBranch(register), secondBranch(register)];
});

/** A month of its own for each test. */
const nextMonth = (): Day => addMonths(day("2016-01-01"), months++);
const stateOf = async (id: string) =>
  (await ownerRows<{ state: string; version: number }>(`SELECT state, version FROM "Meeting" WHERE id = $1`, [id]))[0];
const ruled = (reason: string) => ({ code: "RULE", reason: `meetings.errors.${reason}` });

describe("sending and signing", () => {
  it("locks the minutes for good and audits both", async () => {
    const { secretary, office } = register.actors;
    const id = await sent(secretary, first, nextMonth());
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.sent" });
    await signMinutes(office, { id, version: 4, signedOn: office.today });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.signed" });
    expect(await stateOf(id)).toEqual({ state: "SIGNED", version: 5 });
    await expect(ownerRows(`UPDATE "Meeting" SET place = 'x' WHERE id = $1`, [id])).rejects.toThrow(/stay as they are/);
  });

  it("refuses minutes without a roll, a second time, and a day that cannot be", async () => {
    const { secretary } = register.actors;
    const bare = await opened(secretary, first, nextMonth());
    await expect(sendMinutes(secretary, { id: bare, version: 1, ...noNext })).rejects.toMatchObject(ruled("noRoll"));
    const silent = await withRoll(secretary, first, nextMonth());
    await expect(sendMinutes(secretary, { id: silent, version: 2, ...noNext })).rejects.toMatchObject(ruled("noText"));
    const sign = (id: string, version: number, signedOn: Day) => signMinutes(secretary, { id, version, signedOn });
    await expect(sign(bare, 1, secretary.today)).rejects.toMatchObject(ruled("notSent"));
    const id = await sent(secretary, first, nextMonth());
    await expect(sendMinutes(secretary, { id, version: 4, ...noNext })).rejects.toMatchObject(ruled("alreadySent"));
    await expect(sign(id, 4, day("2015-12-31"))).rejects.toMatchObject(ruled("signedBefore"));
    await expect(sign(id, 4, addMonths(secretary.today, 1))).rejects.toMatchObject(ruled("signedAhead"));
    const done = await signed(secretary, first, nextMonth());
    await expect(sign(done, 5, secretary.today)).rejects.toMatchObject(ruled("alreadySigned"));
  });

  it("refuses a roll that is of another day than the one entered since", async () => {
    const { secretary, system } = { ...register.actors, system: register.system };
    const monthOn = nextMonth();
    const id = await written(secretary, first, monthOn);
    await addMember(system, { ...memberInput("Lò Thị Đến", first.branchId), startsOn: day("2020-02-01") });
    const { branchId: _branch, ...record } = meetingInput(first, monthOn);
    await editMeeting(secretary, { id, version: 3, ...record, heldOn: day("2020-03-05") });
    await expect(sendMinutes(secretary, { id, version: 4, ...noNext })).rejects.toMatchObject(ruled("unsaid"));
  });

  it("is for who keeps the minutes, once", async () => {
    const { secretary, office, inCharge, otherSecretary } = register.actors;
    const id = await written(secretary, first, nextMonth());
    await expect(sendMinutes(inCharge, { id, version: 3, ...noNext })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(sendMinutes(otherSecretary, { id, version: 3, ...noNext })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const both = await Promise.allSettled([
      sendMinutes(secretary, { id, version: 3, ...noNext }),
      sendMinutes(office, { id, version: 3, ...noNext }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const signing = { id, version: 4, signedOn: office.today };
    await expect(signMinutes(inCharge, signing)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(signMinutes(otherSecretary, signing)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the year of meetings", () => {
  it("shows each the branches they read, and what is missing", async () => {
    const { secretary, inCharge, office, leader, ordinary, inspector } = register.actors;
    await opened(register.actors.office, second, day("2019-03-01"));
    const all = { year: 2019, branch: null };
    expect((await listMeetings(office, all)).branches).toHaveLength(2);
    const seen = (await listMeetings(leader, all)).branches.find((one) => one.id === second.branchId);
    expect(seen).toMatchObject({ held: 1, missing: 11, can: { open: false } });
    for (const reader of [secretary, inCharge]) {
      const view = await listMeetings(reader, all);
      expect(view.branches.map((one) => one.id)).toEqual([first.branchId]);
      await expect(listMeetings(reader, { ...all, branch: second.branchId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    for (const stranger of [ordinary, inspector]) {
      await expect(listMeetings(stranger, all)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("opens on the year of the last meeting that the reader sees, when that is long ago", async () => {
    const { office, otherSecretary } = register.actors;
    await opened(office, second, day("2019-08-01"));
    const unasked = { year: null, branch: null };
    expect((await listMeetings({ ...otherSecretary, today: day("2024-05-01") }, unasked)).year).toBe(2019);
    expect((await listMeetings({ ...otherSecretary, today: day("2020-05-01") }, unasked)).year).toBe(2020);
  });

  it("hides a meeting from the next branch and shows it to who is in charge, without the acts", async () => {
    const id = await withRoll(register.actors.secretary, first, nextMonth());
    await expect(getMeeting(register.actors.otherSecretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const seen = await getMeeting(register.actors.inCharge, id);
    expect(seen.can).toEqual({ edit: false, invite: false, sign: false, amend: false });
    expect(seen.roll.length).toBeGreaterThan(0);
    await expect(listRollMembers(register.actors.inCharge, seen)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
