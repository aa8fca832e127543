import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addMonths, type Day, day } from "@/lib/core/day";
import { editMeeting, openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { findMeetingForm } from "@/lib/features/meetings/queries/find-meeting-form";
import { getMeeting, listRollMembers } from "@/lib/features/meetings/queries/get-meeting";
import { addMember } from "@/lib/features/members/commands/add-member";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { departure, transfer } from "../../support/movements";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, meetingInput, opened, type Place, rollOf, secondBranch, sent } from "./branch-meeting";

let register: TestRegister;
let first: Place;
let second: Place;
let months = 0;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  [first, second] = [firstBranch(register), secondBranch(register)];
});

/** A month of its own for each test. */
const nextMonth = (): Day => addMonths(day("2016-01-01"), months++);
const stateOf = async (id: string) =>
  (await ownerRows<{ state: string; version: number }>(`SELECT state, version FROM "Meeting" WHERE id = $1`, [id]))[0];
const ruled = (reason: string) => ({ code: "RULE", reason: `meetings.errors.${reason}` });

describe("opening a meeting", () => {
  it("keeps the month apart from the day held, with the names of that day, and audits it", async () => {
    const { secretary } = register.actors;
    const monthOn = nextMonth();
    const heldOn = addMonths(day(`${monthOn.slice(0, 8)}02`), 1);
    const { id } = await openMeeting(secretary, { ...meetingInput(first, monthOn), heldOn });
    expect(await getMeeting(secretary, id)).toMatchObject({
      ...{ monthOn, heldOn, kind: "MONTHLY", state: "DRAFT", chairName: "Ngần Văn Thiệp", writerName: "Vì Văn Ước" },
      ...{ counts: null, can: { edit: true, sign: false, amend: false } },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.opened", actorName: "Ngần Văn Thiệp", before: null },
      after: { month: monthOn.slice(0, 7), heldOn, chair: "Ngần Văn Thiệp" },
    });
  });

  it("is not for another branch, for who only reads, or for who reads nothing", async () => {
    const { secretary, inCharge, leader, ordinary, inspector } = register.actors;
    const input = meetingInput(first, nextMonth());
    await expect(openMeeting(secretary, meetingInput(second, nextMonth()))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const reader of [inCharge, leader]) {
      await expect(openMeeting(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const stranger of [ordinary, inspector]) {
      await expect(openMeeting(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("refuses a second monthly meeting for the month, not one of another kind", async () => {
    const { secretary } = register.actors;
    const monthOn = nextMonth();
    await opened(secretary, first, monthOn);
    await expect(openMeeting(secretary, meetingInput(first, monthOn))).rejects.toMatchObject(ruled("secondMonthly"));
    await expect(openMeeting(secretary, { ...meetingInput(first, monthOn), kind: "TOPICAL" })).resolves.toHaveProperty(
      "id",
    );
  });

  it("refuses a chair or writer of another branch, and a day before the branch", async () => {
    const { office } = register.actors;
    const input = meetingInput(first, nextMonth());
    const writerId = register.members.other;
    await expect(openMeeting(office, { ...input, writerId })).rejects.toMatchObject(ruled("notThatDay"));
    const heldOn = day("2014-06-05");
    await expect(openMeeting(office, { ...input, heldOn })).rejects.toMatchObject(ruled("branchNotInForce"));
  });

  it("happens once, twice at once and with the same key", async () => {
    const { secretary, office } = register.actors;
    const monthOn = nextMonth();
    const input = meetingInput(first, monthOn);
    const formKey = randomUUID();
    const [one, again] = [
      await openMeeting(secretary, input, { formKey }),
      await openMeeting(secretary, input, { formKey }),
    ];
    expect(again).toEqual(one);
    const other = meetingInput(first, nextMonth());
    const both = await Promise.allSettled([openMeeting(secretary, other), openMeeting(office, other)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("starts from the last meeting: place, chair and writer a month later", async () => {
    const { otherSecretary, secretary } = register.actors;
    await opened(otherSecretary, second, day("2024-03-01"));
    expect(await findMeetingForm(otherSecretary, second.branchId, null)).toMatchObject({
      ...{ monthOn: "2024-04-01", heldOn: "2024-04-05", place: "Nhà văn hóa bản" },
      ...{ chairId: second.chairId, writerId: second.writerId },
    });
    expect(await findMeetingForm(secretary, second.branchId, null)).toBeNull();
  });
});

describe("putting a meeting right", () => {
  it("changes it once, and shows both versions to who comes second", async () => {
    const { secretary } = register.actors;
    const monthOn = nextMonth();
    const id = await opened(secretary, first, monthOn);
    const { branchId: _branch, ...record } = meetingInput(first, monthOn);
    await editMeeting(secretary, { id, version: 1, ...record, place: "Trường học" });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.edited" });
    const late = editMeeting(secretary, { id, version: 1, ...record, place: "Trạm y tế" });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT", current: { place: "Trường học" } });
  });

  it("is over once the minutes have been sent, and never another's", async () => {
    const { secretary, otherSecretary, inCharge } = register.actors;
    const monthOn = nextMonth();
    const id = await sent(secretary, first, monthOn);
    const { branchId: _branch, ...record } = meetingInput(first, monthOn);
    const edit = { id, version: 4, ...record };
    await expect(editMeeting(secretary, edit)).rejects.toMatchObject(ruled("locked"));
    await expect(editMeeting(otherSecretary, edit)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editMeeting(inCharge, edit)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the roll", () => {
  it("takes the whole branch at once, counts those called and audits each", async () => {
    const { secretary } = register.actors;
    const { woman, exempt } = register.members;
    const monthOn = day("2026-06-01");
    const id = await opened(secretary, first, monthOn);
    const entries = [
      ...(await rollOf(first, monthOn, { [woman]: "ABSENT_EXCUSED" })),
      { memberId: exempt, presence: "PRESENT" as const, reason: null },
    ];
    const formKey = randomUUID();
    const input = { id, version: 1, guests: "Đồng chí phụ trách", entries };
    await takeAttendance(secretary, input, { formKey });
    await takeAttendance(secretary, input, { formKey });
    expect((await getMeeting(secretary, id)).counts).toEqual({
      called: 4,
      present: 3,
      excused: 1,
      unexcused: 0,
      exempt: 1,
    });
    const event = await lastEvent(register.committeeId);
    expect(event).toMatchObject({ type: "meeting.rollCalled", after: { guests: "Đồng chí phụ trách" } });
    expect(await stateOf(id)).toEqual({ state: "DRAFT", version: 2 });
    await expect(takeAttendance(secretary, input)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is of the members on the day held: who had left by then is no more in it, who left later still is", async () => {
    const { secretary, office, leader } = register.actors;
    const { id: leaver } = await addMember(register.system, memberInput("Lò Văn Đi", first.branchId));
    await transfer({ proposer: office, accepter: leader }, departure(leaver, day("2023-07-01")));
    const before = await opened(secretary, first, day("2023-06-01"));
    const after = await opened(secretary, first, day("2023-08-01"));
    const idsOf = async (id: string) =>
      (await listRollMembers(secretary, await getMeeting(secretary, id))).map((one) => one.memberId);
    expect(await idsOf(before)).toContain(leaver);
    expect(await idsOf(after)).not.toContain(leaver);
    const line = { memberId: leaver, presence: "PRESENT" as const, reason: null };
    const entries = [...(await rollOf(first, day("2023-08-01"))), line];
    const roll = { id: after, version: 1, guests: null, entries };
    await expect(takeAttendance(secretary, roll)).rejects.toMatchObject(ruled("strangerInRoll"));
    const whole = { id: before, version: 1, guests: null, entries: await rollOf(first, day("2023-06-01")) };
    await takeAttendance(secretary, whole);
    expect((await getMeeting(secretary, before)).roll.map((one) => one.name)).toContain("Lò Văn Đi");
  });

  it("refuses somebody unsaid, an exempt one absent, a day to come, and who may not", async () => {
    const { secretary, office, inCharge, otherSecretary } = register.actors;
    const monthOn = nextMonth();
    const id = await opened(secretary, first, monthOn);
    const entries = await rollOf(first, monthOn);
    const roll = { id, version: 1, guests: null, entries };
    await expect(takeAttendance(secretary, { ...roll, entries: entries.slice(1) })).rejects.toMatchObject(
      ruled("unsaid"),
    );
    await expect(takeAttendance(inCharge, roll)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeAttendance(otherSecretary, roll)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const ahead = await openMeeting(office, {
      ...meetingInput(first, nextMonth()),
      heldOn: addMonths(office.today, 1),
    });
    await expect(takeAttendance(office, { ...roll, id: ahead.id })).rejects.toMatchObject(ruled("notYetHeld"));
    const late = await opened(secretary, first, day("2024-01-01"));
    const exempt = { memberId: register.members.exempt, presence: "ABSENT_EXCUSED" as const, reason: null };
    const withExempt = { ...roll, id: late, entries: [...(await rollOf(first, day("2024-01-01"))), exempt] };
    await expect(takeAttendance(secretary, withExempt)).rejects.toMatchObject(ruled("exemptAbsent"));
  });
});
