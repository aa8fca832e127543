import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import { editBodyMeeting, openBodyMeeting } from "@/lib/features/meetings/commands/open-body-meeting";
import { editMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { scoreMeeting } from "@/lib/features/meetings/commands/score-meeting";
import { sendMinutes, signMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeAttendance } from "@/lib/features/meetings/commands/take-attendance";
import { findBodyForm } from "@/lib/features/meetings/queries/find-body-form";
import { getMeeting, listRollMembers } from "@/lib/features/meetings/queries/get-meeting";
import { lastEvent, ownerRows, type TestRegister } from "../../support/register";
import { type Body, bodyInput, bodyRoll, openBodies, openedOf, writtenOf } from "./body-meeting";
import { firstBranch, fullPoints, noNext, sent } from "./branch-meeting";

let register: TestRegister;
let executive: Body;
let standing: Body;
/** A member of the executive committee alone, until the end of 2021. */
let once: Actor;
let days = 0;

beforeAll(async () => {
  ({ register, executive, standing, once } = await openBodies());
});

/** A day of its own for each test, in a year in which both sat in their seats, or in the year after. */
const dayIn = (year: 2021 | 2022): Day => addDays(day(`${year}-01-01`), days++);
const ruled = (reason: string) => ({ code: "RULE", reason: `meetings.errors.${reason}` });
const stored = async (id: string) =>
  (
    await ownerRows<Record<string, unknown>>(
      `SELECT body, "branchId", state, version, "monthOn"::text AS month, number, place FROM "Meeting" WHERE id = $1`,
      [id],
    )
  )[0];

describe("opening a meeting of a body", () => {
  it("keeps it with the body, the month of its day and the names of that day, and audits it", async () => {
    const { office } = register.actors;
    const heldOn = dayIn(2021);
    const { id } = await openBodyMeeting(office, bodyInput(executive, heldOn));
    expect(await stored(id)).toEqual({
      ...{ body: "COMMITTEE", branchId: null, state: "DRAFT", version: 1, number: null },
      ...{ month: `${heldOn.slice(0, 7)}-01`, place: "Hội trường xã" },
    });
    expect(await getMeeting(office, id)).toMatchObject({
      ...{ branch: null, chairName: "Đinh Văn Quân", writerName: "Hà Thị Ẩm", can: { edit: true } },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "bodyMeeting.opened", before: null },
      after: { meetingBody: "COMMITTEE", heldOn, chair: "Đinh Văn Quân", writer: "Hà Thị Ẩm" },
    });
  });

  it("is for the office: who only reads is told so, and to others there is nothing", async () => {
    const { leader, inCharge, secretary, inspector, ordinary, admin } = register.actors;
    const input = bodyInput(executive, dayIn(2021));
    for (const reader of [leader, inCharge, once])
      await expect(openBodyMeeting(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const stranger of [secretary, inspector, ordinary, admin])
      await expect(openBodyMeeting(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findBodyForm(leader, "COMMITTEE")).toBeNull();
  });

  it("refuses a second one on the day, a chair without a seat, a writer from elsewhere and a day before the seats", async () => {
    const { office } = register.actors;
    const heldOn = dayIn(2021);
    await openedOf(office, standing, heldOn);
    const input = bodyInput(standing, heldOn);
    await expect(openBodyMeeting(office, input)).rejects.toMatchObject(ruled("bodyMeetsThatDay"));
    await expect(openBodyMeeting(office, bodyInput(executive, heldOn))).resolves.toHaveProperty("id");
    const next = { ...input, heldOn: dayIn(2021) };
    const chairId = once.memberId ?? "";
    await expect(openBodyMeeting(office, { ...next, chairId })).rejects.toMatchObject(ruled("notInBody"));
    await expect(openBodyMeeting(office, { ...next, writerId: randomUUID() })).rejects.toMatchObject(
      ruled("notOnHeadcount"),
    );
    const before = { ...input, heldOn: day("2019-05-05") };
    await expect(openBodyMeeting(office, before)).rejects.toMatchObject(ruled("nobodyInBody"));
  });

  it("is done once, however often the form is sent", async () => {
    const { office } = register.actors;
    const [input, formKey] = [bodyInput(executive, dayIn(2021)), randomUUID()];
    const first = await openBodyMeeting(office, input, { formKey });
    expect(await openBodyMeeting(office, input, { formKey })).toEqual(first);
  });

  it("is one of two, where two send it at once", async () => {
    const { office } = register.actors;
    const input = bodyInput(executive, dayIn(2021));
    const both = await Promise.allSettled([openBodyMeeting(office, input), openBodyMeeting(office, input)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("putting a meeting of a body right", () => {
  it("writes what changed, and refuses an older version with both versions' values", async () => {
    const { office } = register.actors;
    const id = await openedOf(office, executive, dayIn(2021));
    const { body: _body, ...record } = bodyInput(executive, dayIn(2021));
    await editBodyMeeting(office, { id, version: 1, ...record, place: "Trường học" });
    expect(await stored(id)).toMatchObject({ version: 2, place: "Trường học" });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "bodyMeeting.edited" });
    await expect(editBodyMeeting(office, { id, version: 1, ...record })).rejects.toMatchObject({
      ...{ code: "CONFLICT", current: { place: "Trường học" } },
    });
  });

  it("is not for a meeting of a branch, nor the branch's form for one of a body", async () => {
    const { office } = register.actors;
    const ofBranch = await sent(office, firstBranch(register), day("2016-01-01"));
    const heldOn = dayIn(2021);
    const { body: _body, ...record } = bodyInput(executive, heldOn);
    await expect(editBodyMeeting(office, { id: ofBranch, version: 4, ...record })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const ofBody = await openedOf(office, executive, heldOn);
    const edit = { id: ofBody, version: 1, ...record, monthOn: day("2021-01-01") };
    await expect(editMeeting(office, edit)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(scoreMeeting(office, { id: ofBody, weaknesses: null, ...fullPoints })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("the roll and the minutes of a body", () => {
  it("call who sat in the body on that day, and nobody else", async () => {
    const { office } = register.actors;
    const names = async (of: Body, heldOn: Day) => {
      const meeting = await getMeeting(office, await openedOf(office, of, heldOn));
      return (await listRollMembers(office, meeting)).map(({ name, standing: how }) => [name, how]);
    };
    expect(await names(executive, dayIn(2021))).toEqual([
      ["Đinh Văn Quân", "CALLED"],
      ["Cà Văn Ủy", "CALLED"],
    ]);
    expect(await names(executive, dayIn(2022))).toEqual([["Đinh Văn Quân", "CALLED"]]);
    expect(await names(standing, dayIn(2021))).toEqual([["Đinh Văn Quân", "CALLED"]]);
  });

  it("are written, closed and signed as those of a branch, with votes of those present and numbered", async () => {
    const { office } = register.actors;
    const heldOn = dayIn(2021);
    const id = await openedOf(office, executive, heldOn);
    const entries = await bodyRoll(executive, heldOn, { [once.memberId ?? ""]: "ABSENT_EXCUSED" });
    const stranger = { memberId: register.members.secretary, presence: "PRESENT" as const, reason: null };
    const roll = { id, version: 1, guests: "Chủ tịch Hội Nông dân xã" };
    await expect(takeAttendance(office, { ...roll, entries: [...entries, stranger] })).rejects.toMatchObject(
      ruled("strangerInRoll"),
    );
    await expect(takeAttendance(office, { ...roll, entries: entries.slice(1) })).rejects.toMatchObject(ruled("unsaid"));
    await takeAttendance(office, { ...roll, entries });
    const { voters, needed, counts } = await getMeeting(office, id);
    expect([voters, needed, counts]).toEqual([1, 2, { called: 2, present: 1, excused: 1, unexcused: 0, exempt: 0 }]);
    const closed = await writtenOf(office, executive, dayIn(2021));
    await sendMinutes(office, { id: closed, version: 3, ...noNext });
    await signMinutes(office, { id: closed, version: 4, signedOn: dayIn(2022) });
    expect(await stored(closed)).toMatchObject({ state: "SIGNED", number: 1 });
    expect(await getMeeting(office, closed)).toMatchObject({ sign: "01-BB/ĐU", can: { edit: false, amend: true } });
  });
});
