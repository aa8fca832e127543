import { beforeAll, describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, day } from "@/lib/core/day";
import { fixMeetingDay } from "@/lib/features/meetings/commands/fix-meeting-day";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { findMeetingForm } from "@/lib/features/meetings/queries/find-meeting-form";
import { findNextMeeting } from "@/lib/features/meetings/queries/find-next-meeting";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listMeetingsDue } from "@/lib/features/meetings/queries/list-meetings-due";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, noNext, opened, type Place, secondBranch, sent, written } from "./branch-meeting";

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
const storedNext = async (id: string) =>
  (await ownerRows(`SELECT state, "nextOn"::text, "nextTime", "nextPlace" FROM "Meeting" WHERE id = $1`, [id]))[0];
const ruled = (reason: string) => ({ code: "RULE", reason: `meetings.errors.${reason}`, field: "nextOn" });
const nextOn = (monthOn: Day) => addDays(addMonths(monthOn, 1), 8);

describe("the next meeting, asked at closing", () => {
  it("is kept with the minutes, audited, and stays as it is", async () => {
    const { secretary, leader } = register.actors;
    const monthOn = nextMonth();
    const id = await written(secretary, first, monthOn);
    const next = { nextOn: nextOn(monthOn), nextTime: "19:30", nextPlace: "Trường học" };
    await sendMinutes(secretary, { id, version: 3, ...next });
    expect(await storedNext(id)).toEqual({ state: "SENT", ...next });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.sent" });
    const told = { heldOn: next.nextOn, startTime: "19:30", place: "Trường học" };
    expect((await getMeeting(leader, id)).next).toEqual(told);
    const moved = ownerRows(`UPDATE "Meeting" SET "nextOn" = "nextOn" + 1 WHERE id = $1`, [id]);
    await expect(moved).rejects.toThrow(/stay as they are/);
  });

  it("may be left open", async () => {
    const { secretary } = register.actors;
    const id = await sent(secretary, first, nextMonth());
    expect(await storedNext(id)).toEqual({ state: "SENT", ...noNext });
    expect((await getMeeting(secretary, id)).next).toBeNull();
  });

  it("is not on the day held or before, nor a place without a day, and the minutes stay a draft", async () => {
    const { secretary } = register.actors;
    const monthOn = nextMonth();
    const id = await written(secretary, first, monthOn);
    const sending = (nextOn: Day | null, nextPlace: string | null) =>
      sendMinutes(secretary, { id, version: 3, nextOn, nextTime: null, nextPlace });
    await expect(sending(addDays(monthOn, 4), null)).rejects.toMatchObject(ruled("nextNotAfter"));
    await expect(sending(day("1990-01-01"), null)).rejects.toMatchObject(ruled("nextNotAfter"));
    await expect(sending(null, "Trường học")).rejects.toMatchObject(ruled("nextWithoutDay"));
    expect(await storedNext(id)).toEqual({ state: "DRAFT", ...noNext });
  });

  it("is held by the database: never of a draft, before the meeting or without a day", async () => {
    const { secretary } = register.actors;
    const id = await written(secretary, first, nextMonth());
    const set = (values: string) => ownerRows(`UPDATE "Meeting" SET ${values} WHERE id = $1`, [id]);
    await expect(set(`"nextOn" = "heldOn" + 30`)).rejects.toThrow(/Meeting_next"/);
    const sending = `state = 'SENT', "sentOn" = "heldOn", "sentBy" = 'x'`;
    await expect(set(`${sending}, "nextOn" = "heldOn"`)).rejects.toThrow(/Meeting_next_follows/);
    await expect(set(`${sending}, "nextPlace" = 'x'`)).rejects.toThrow(/Meeting_next"/);
    await expect(set(`${sending}, "nextOn" = "heldOn" + 1, "nextTime" = '25:00'`)).rejects.toThrow(/Meeting_next_time/);
  });

  it("is for who keeps the minutes, once, and not for the next branch", async () => {
    const { secretary, office, inCharge, otherSecretary } = register.actors;
    const monthOn = nextMonth();
    const id = await written(secretary, first, monthOn);
    const of = (on: Day) => ({ id, version: 3, ...noNext, nextOn: on });
    const on = nextOn(monthOn);
    await expect(sendMinutes(inCharge, of(on))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(sendMinutes(otherSecretary, of(on))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(findNextMeeting(inCharge, await getMeeting(inCharge, id))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const both = await Promise.allSettled([sendMinutes(secretary, of(on)), sendMinutes(office, of(addDays(on, 1)))]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(sendMinutes(secretary, { ...of(on), version: 2 })).rejects.toMatchObject({
      code: "RULE",
      reason: "meetings.errors.alreadySent",
    });
  });
});

describe("what the next meeting starts from", () => {
  it("is proposed as the last one was, or as a meeting that is opened already", async () => {
    const { secretary } = register.actors;
    const monthOn = nextMonth();
    const id = await written(secretary, first, monthOn);
    const proposed = async () => findNextMeeting(secretary, await getMeeting(secretary, id));
    const usual = { heldOn: addDays(addMonths(monthOn, 1), 4), startTime: null, place: "Nhà văn hóa bản" };
    expect(await proposed()).toEqual(usual);
    const later = await opened(secretary, first, nextMonth());
    await ownerRows(`UPDATE "Meeting" SET "heldOn" = "heldOn" + 3, "startTime" = '08:00' WHERE id = $1`, [later]);
    expect(await proposed()).toEqual({ ...usual, heldOn: addDays(usual.heldOn, 3), startTime: "08:00" });
  });

  it("is announced to the form of that month before the fixed day, and to no other month", async () => {
    const { otherSecretary: secretary } = register.actors;
    const { branchId } = second;
    const monthOn = day("2018-03-01");
    const always = { seasonFrom: null, seasonTo: null, seasonTime: null };
    const usual = { monthDay: 20, startTime: "14:00", place: "Trường học", ...always };
    await fixMeetingDay(secretary, { branchId, version: 0, startsOn: day("2018-01-01"), ...usual });
    const id = await written(secretary, second, monthOn);
    const proposed = await findNextMeeting(secretary, await getMeeting(secretary, id));
    expect(proposed).toEqual({ heldOn: "2018-04-20", startTime: "14:00", place: "Trường học" });
    const next = { nextOn: day("2018-04-09"), nextTime: null, nextPlace: "Nhà ông Trưởng bản" };
    await sendMinutes(secretary, { id, version: 3, ...next });
    expect(await findMeetingForm(secretary, branchId, null)).toMatchObject({
      ...{ monthOn: "2018-04-01", heldOn: "2018-04-09", startTime: "14:00", place: "Nhà ông Trưởng bản" },
      ...{ announcedOn: "2018-03-05", isFixed: true },
    });
    expect(await findMeetingForm(secretary, branchId, day("2018-06-01"))).toMatchObject({
      ...{ heldOn: "2018-06-20", place: "Trường học", announcedOn: null },
    });
  });

  it("is told by the work of the month, for who opens it and for who only reads", async () => {
    const { secretary, leader, otherSecretary } = register.actors;
    const monthOn = day(`${secretary.today.slice(0, 8)}01`);
    const id = await written(secretary, first, addMonths(monthOn, -1));
    const on = addDays(monthOn, 9);
    await sendMinutes(secretary, { id, version: 3, ...noNext, nextOn: on });
    const due = (await listMeetingsDue(leader)).months.filter(
      (month) => month.branchId === first.branchId && !month.isOver,
    );
    expect(due).toMatchObject([{ monthOn, announcedOn: on, can: { open: false } }]);
    const lineOf = async (actor: typeof secretary) =>
      (await getMonthWork(actor, { branch: null })).lines.find(
        (line) => line.kind === "MEETING_DUE" && line.branchId === first.branchId,
      );
    const [year, month, date] = on.split("-");
    expect(await lineOf(secretary)).toMatchObject({ name: `${date}/${month}/${year}`, on: monthOn });
    expect(await lineOf(otherSecretary)).toBeUndefined();
  });

  it("is told for a month to come within a week of it, until it is opened", async () => {
    const { otherSecretary: secretary } = register.actors;
    const monthOn = day("2019-03-01");
    const id = await written(secretary, second, monthOn);
    const on = day("2019-04-03");
    await sendMinutes(secretary, { id, version: 3, ...noNext, nextOn: on });
    const nextOf = async (at: Day) => (await listMeetingsDue({ ...secretary, today: at })).next;
    expect(await nextOf(day("2019-03-31"))).toMatchObject([
      { branchId: second.branchId, heldOn: on, monthOn: "2019-04-01", can: { open: true } },
    ]);
    expect(await nextOf(addDays(on, -8))).toEqual([]);
    await opened(secretary, second, day("2019-04-01"));
    expect(await nextOf(day("2019-03-31"))).toEqual([]);
  });
});
