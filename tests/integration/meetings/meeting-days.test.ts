import { beforeEach, describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, day, typedForm } from "@/lib/core/day";
import { endMeetingDay, fixMeetingDay } from "@/lib/features/meetings/commands/fix-meeting-day";
import { openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { findMeetingForm } from "@/lib/features/meetings/queries/find-meeting-form";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { listMeetingsDue } from "@/lib/features/meetings/queries/list-meetings-due";
import { findMeetingDay, getMeetingDays } from "@/lib/features/meetings/queries/meeting-days";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, meetingInput, opened } from "./branch-meeting";

let register: TestRegister;
beforeEach(async () => {
  register = await openRegister();
});

/** A rule of the first branch: the 20th of the month, in the evening in the farming season. */
function input(startsOn: string, version: number, changes: { place?: string; monthDay?: number | null } = {}) {
  return {
    ...{ branchId: register.branchId, startsOn: day(startsOn), version, monthDay: 20 as number | null },
    ...{ startTime: "14:00", place: "Trường học", seasonFrom: "05-15", seasonTo: "08-31", seasonTime: "19:30" },
    ...changes,
  };
}
const daysOf = async () => (await getMeetingDays(register.actors.office, register.branchId)).days;

describe("the fixed meeting day of a branch", () => {
  it("is fixed from a day on, which ends the one before, and audited", async () => {
    const { secretary, office } = register.actors;
    await fixMeetingDay(secretary, input("2022-01-01", 0));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "meetingDay.fixed",
      after: { monthDay: 20, startTime: "14:00", seasonFrom: "15/05", seasonTime: "19:30" },
    });
    await fixMeetingDay(office, input("2023-01-01", 1, { monthDay: null }));
    expect(await daysOf()).toMatchObject([
      { startsOn: "2023-01-01", lastDay: null, monthDay: null, season: { from: "05-15", to: "08-31", time: "19:30" } },
      { startsOn: "2022-01-01", lastDay: "2022-12-31", monthDay: 20 },
    ]);
    const on = (of: string) => findMeetingDay(secretary, register.branchId, day(of));
    expect(await on("2021-12-31")).toBeNull();
    expect(await on("2022-12-31")).toMatchObject({ monthDay: 20 });
    expect(await on("2023-01-01")).toMatchObject({ monthDay: null });
  });

  it("is put right on its own first day, at its own version", async () => {
    const { secretary } = register.actors;
    await fixMeetingDay(secretary, input("2022-01-01", 0));
    await fixMeetingDay(secretary, input("2022-01-01", 1, { place: "Nhà văn hóa" }));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ before: { place: "Trường học" }, after: { place: "Nhà văn hóa" } },
    });
    expect(await daysOf()).toMatchObject([{ place: "Nhà văn hóa", lastDay: null }]);
    await expect(fixMeetingDay(secretary, input("2022-01-01", 1))).rejects.toMatchObject({ code: "CONFLICT" });
    await fixMeetingDay(secretary, input("2022-02-01", 2));
    await expect(fixMeetingDay(secretary, input("2022-02-01", 2))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is kept by the office and the branch's secretary, and read by who reads its meetings", async () => {
    const { secretary, otherSecretary, office, leader, inCharge, inspector, ordinary } = register.actors;
    await fixMeetingDay(office, input("2022-01-01", 0));
    for (const reader of [leader, inCharge])
      await expect(fixMeetingDay(reader, input("2022-02-01", 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const stranger of [otherSecretary, inspector, ordinary]) {
      await expect(fixMeetingDay(stranger, input("2022-02-01", 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getMeetingDays(stranger, register.branchId)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await findMeetingDay(stranger, register.branchId, stranger.today)).toBeNull();
    }
    for (const reader of [leader, inCharge, secretary]) {
      const { days, can } = await getMeetingDays(reader, register.branchId);
      expect([days.length, can.keep]).toEqual([1, reader === secretary]);
    }
    const elsewhere = await openRegister();
    const foreign = fixMeetingDay(elsewhere.actors.office, input("2022-02-01", 1));
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses a day before the latest one, and half a season, and keeps nothing of it", async () => {
    const { secretary } = register.actors;
    await fixMeetingDay(secretary, input("2022-06-01", 0));
    const refused = (reason: string) => ({ code: "RULE", reason: `meetings.errors.${reason}` });
    const earlier = fixMeetingDay(secretary, input("2022-05-31", 1));
    await expect(earlier).rejects.toMatchObject(refused("laterMeetingDay"));
    const half = fixMeetingDay(secretary, { ...input("2022-07-01", 1), seasonTo: null });
    await expect(half).rejects.toMatchObject(refused("seasonPartly"));
    expect(await daysOf()).toHaveLength(1);
  });

  it("ends without another one, and begins again on a later day", async () => {
    const { secretary, office, leader, otherSecretary } = register.actors;
    const { branchId } = register;
    const end = (version: number, lastDay: string) => ({ branchId, version, lastDay: day(lastDay) });
    const ruled = (reason: string) => ({ code: "RULE", reason: `meetings.errors.${reason}` });
    await expect(endMeetingDay(secretary, end(0, "2022-05-31"))).rejects.toMatchObject(ruled("noMeetingDay"));
    await fixMeetingDay(secretary, input("2022-01-01", 0));
    await expect(endMeetingDay(leader, end(1, "2022-05-31"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(endMeetingDay(otherSecretary, end(1, "2022-05-31"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(endMeetingDay(secretary, end(1, "2021-12-31"))).rejects.toMatchObject(ruled("endsBeforeMeetingDay"));
    await expect(endMeetingDay(secretary, end(7, "2022-05-31"))).rejects.toMatchObject({ code: "CONFLICT" });
    const formKey = crypto.randomUUID();
    await Promise.all([1, 2].map(() => endMeetingDay(secretary, end(1, "2022-05-31"), { formKey })));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meetingDay.ended", before: { lastDay: null }, after: { lastDay: "2022-05-31" } },
    });
    await expect(endMeetingDay(secretary, end(2, "2022-06-30"))).rejects.toMatchObject(ruled("meetingDayEnded"));
    expect(await findMeetingDay(secretary, branchId, day("2022-06-01"))).toBeNull();
    expect(await findMeetingForm(secretary, branchId, day("2022-06-01"))).toMatchObject({ isFixed: false });
    await fixMeetingDay(office, input("2022-09-01", 2));
    expect((await daysOf()).map(({ startsOn, lastDay }) => [startsOn, lastDay])).toEqual([
      ["2022-09-01", null],
      ["2022-01-01", "2022-05-31"],
    ]);
  });

  it("sent twice or by two at once is fixed once", async () => {
    const { secretary, office } = register.actors;
    const formKey = crypto.randomUUID();
    await fixMeetingDay(secretary, input("2022-01-01", 0), { formKey });
    await fixMeetingDay(secretary, input("2022-01-01", 0), { formKey });
    const both = await Promise.allSettled([
      fixMeetingDay(secretary, input("2023-01-01", 1)),
      fixMeetingDay(office, input("2023-02-01", 1)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await daysOf()).toHaveLength(2);
  });

  it("first fixed by two at once is one, and the other is told", async () => {
    const { secretary, office } = register.actors;
    const both = await Promise.allSettled([
      fixMeetingDay(secretary, input("2022-01-01", 0)),
      fixMeetingDay(office, input("2022-02-01", 0)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "CONFLICT" });
    expect(await daysOf()).toHaveLength(1);
  });

  it("is one at a time in the database too, and its season whole", async () => {
    await fixMeetingDay(register.system, input("2022-01-01", 0));
    const again = `INSERT INTO "MeetingDay" SELECT "committeeId", gen_random_uuid(), "branchId", '2025-01-01', NULL, 1, '14:00', 'x'
      FROM "MeetingDay" WHERE "branchId" = $1`;
    await expect(ownerRows(again, [register.branchId])).rejects.toThrow(/MeetingDay_one_at_a_time/);
    const broken = (set: string) =>
      ownerRows(`UPDATE "MeetingDay" SET ${set} WHERE "branchId" = $1`, [register.branchId]);
    await expect(broken(`"seasonTo" = NULL`)).rejects.toThrow(/MeetingDay_season/);
    await expect(broken(`"monthDay" = 31`)).rejects.toThrow(/MeetingDay_month_day/);
    await expect(broken(`"startTime" = '25:00'`)).rejects.toThrow(/MeetingDay_times/);
  });
});

describe("what a new meeting starts from", () => {
  const formOf = (month: Day | null) => findMeetingForm(register.actors.secretary, register.branchId, month);

  it("is the fixed day, time and place, before those of the last meeting", async () => {
    const { secretary } = register.actors;
    await opened(secretary, firstBranch(register), day("2022-03-01"));
    expect(await formOf(null)).toMatchObject({
      ...{ heldOn: "2022-04-05", place: "Nhà văn hóa bản", startTime: null, isFixed: false },
    });
    await fixMeetingDay(secretary, input("2022-01-01", 0));
    expect(await formOf(null)).toMatchObject({
      ...{ monthOn: "2022-04-01", heldOn: "2022-04-20", startTime: "14:00", place: "Trường học", isFixed: true },
    });
    expect(await formOf(day("2022-06-01"))).toMatchObject({ heldOn: "2022-06-20", startTime: "19:30" });
  });

  it("gives way to what is typed", async () => {
    const { secretary } = register.actors;
    await fixMeetingDay(secretary, input("2022-01-01", 0));
    const typed = { ...meetingInput(firstBranch(register), day("2022-04-01")), startTime: "08:15" };
    const { id } = await openMeeting(secretary, typed);
    const { heldOn, startTime, place } = await getMeeting(secretary, id);
    expect([heldOn, startTime, place]).toEqual(["2022-04-05", "08:15", "Nhà văn hóa bản"]);
  });
});

describe("a meeting that is due", () => {
  it("is told with its fixed day, of the running month", async () => {
    const { secretary, office } = register.actors;
    const monthOn = addDays(secretary.today, 1 - Number(secretary.today.slice(8)));
    const dueOf = async () =>
      (await listMeetingsDue(office)).months.filter((month) => month.branchId === register.branchId && !month.isOver);
    expect(await dueOf()).toMatchObject([{ monthOn, fixedOn: null }]);
    await fixMeetingDay(secretary, input(addMonths(monthOn, -3), 0, { monthDay: 7 }));
    const fixedOn = addDays(monthOn, 6);
    expect(await dueOf()).toMatchObject([{ fixedOn }]);
    const work = await getMonthWork(secretary, { branch: null });
    const line = work.lines.find(({ kind }) => kind === "MEETING_DUE");
    expect(line).toMatchObject({ name: typedForm(fixedOn), on: monthOn });
  });
});
