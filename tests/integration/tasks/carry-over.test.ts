import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addMonths, day } from "@/lib/core/day";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { judgeTasks } from "@/lib/features/tasks/commands/judge-tasks";
import { reportDone, reportNotDone } from "@/lib/features/tasks/commands/task-steps";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { listMeetingTasks } from "@/lib/features/tasks/queries/list-meeting-tasks";
import type { Judgement } from "@/lib/features/tasks/schema";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, noNext, opened, secondBranch, sent, written } from "../meetings/branch-meeting";
import { accepted, calledOff, given, step } from "./task";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const ruled = (reason: string) => ({ code: "RULE", reason: `tasks.errors.${reason}` });
const judged = (taskId: string, judgement: Judgement, text = "Mới được hai hộ") => ({ taskId, judgement, text });
let months = 0;
const nextMonth = () => addMonths(day("2022-04-01"), months++);

async function tasksOf(actor: Actor, meetingId: string) {
  return listMeetingTasks(actor, await getBranchMeeting(actor, meetingId));
}

describe("the tasks carried over to a meeting", () => {
  it("stand on each month's meeting by themselves, with their age and the last cause, until they are closed", async () => {
    const own = await openRegister();
    const { secretary, leader, office, inCharge, otherSecretary } = own.actors;
    const place = firstBranch(own);
    const april = await opened(secretary, place, day("2022-04-01"));
    const id = await given(secretary, own.branchId, { memberId: own.members.woman });
    await accepted({ leader, office }, own.branchId);
    await calledOff(secretary, own.branchId);
    expect((await tasksOf(inCharge, april)).carried).toMatchObject([
      { id, doer: "Hà Thị Ẩm", month: 2, last: null, judged: null, isToJudge: true },
    ]);
    await judgeTasks(secretary, { id: april, version: 1, entries: [judged(id, "REPORTED_NOT_DONE")] });
    const may = await opened(secretary, place, day("2022-05-01"));
    expect((await tasksOf(secretary, may)).carried).toMatchObject([
      { month: 3, last: { as: "NOT_DONE", text: "Mới được hai hộ" }, judged: null },
    ]);
    await judgeTasks(secretary, { id: may, version: 1, entries: [judged(id, "REPORTED_DONE", "Xong cả ba hộ")] });
    expect(await getTask(secretary, id)).toMatchObject({ state: "DONE", doneOn: "2022-05-05", standing: "DONE_LATE" });
    const june = await opened(secretary, place, day("2022-06-01"));
    expect((await tasksOf(secretary, june)).carried).toEqual([]);
    expect((await tasksOf(secretary, may)).carried).toMatchObject([
      { judged: { kind: "REPORTED_DONE", text: "Xong cả ba hộ" }, isToJudge: false },
    ]);
    expect((await tasksOf(secretary, april)).carried).toMatchObject([
      { month: 2, last: { as: "NOT_DONE", text: "Mới được hai hộ" } },
    ]);
    const topical = await opened(secretary, { ...place, kind: "TOPICAL" }, day("2022-05-01"));
    expect((await tasksOf(secretary, topical)).carried).toEqual([]);
    const held = await getBranchMeeting(secretary, may);
    expect(await listMeetingTasks(otherSecretary, held)).toMatchObject({
      carried: [],
      given: [],
      can: { judge: false },
    });
  });

  it("are judged in one sending, and the committee's wait to be accepted", async () => {
    const { secretary, leader } = register.actors;
    const meeting = await opened(secretary, firstBranch(register), nextMonth());
    const [committees, own, left] = [
      await given(leader, register.branchId),
      await given(secretary, register.branchId, { memberId: register.members.secretary }),
      await given(secretary, register.branchId),
    ];
    await judgeTasks(secretary, {
      id: meeting,
      version: 1,
      entries: [judged(committees, "REPORTED_DONE"), judged(own, "REPORTED_DONE")],
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "meeting.tasksJudged" });
    expect(await getTask(leader, committees)).toMatchObject({ state: "REPORTED", can: { accept: true } });
    expect(await getTask(leader, own)).toMatchObject({ state: "DONE", steps: [{ meeting: { id: meeting } }, {}] });
    expect(await getTask(leader, left)).toMatchObject({ state: "IN_HAND" });
  });
});

describe("judging tasks", () => {
  it("is for who keeps the minutes, and of the branch's own tasks", async () => {
    const { secretary, leader, inCharge, otherSecretary, office } = register.actors;
    const meeting = await opened(secretary, firstBranch(register), nextMonth());
    const id = await given(secretary, register.branchId);
    const input = { id: meeting, version: 1, entries: [judged(id, "REPORTED_NOT_DONE")] };
    for (const reader of [leader, inCharge]) {
      await expect(judgeTasks(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(judgeTasks(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await opened(office, secondBranch(register), nextMonth());
    await expect(judgeTasks(office, { ...input, id: elsewhere })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses what was not carried over, was said of since, and minutes that have been sent", async () => {
    const { secretary } = register.actors;
    const place = firstBranch(register);
    const monthOn = nextMonth();
    const meeting = await written(secretary, place, monthOn);
    const heldOn = day(`${monthOn.slice(0, 8)}05`);
    const late = await given(secretary, register.branchId, { givenOn: heldOn, deadlineOn: heldOn });
    await expect(
      judgeTasks(secretary, { id: meeting, version: 3, entries: [judged(late, "REPORTED_DONE")] }),
    ).rejects.toMatchObject(ruled("notCarried"));
    const said = await given(secretary, register.branchId);
    await reportNotDone(secretary, step(said, 1, addMonths(heldOn, 1)));
    await expect(
      judgeTasks(secretary, { id: meeting, version: 3, entries: [judged(said, "REPORTED_DONE")] }),
    ).rejects.toMatchObject(ruled("saidSince"));
    const waiting = await given(register.actors.leader, register.branchId);
    await reportDone(secretary, step(waiting, 1));
    await expect(
      judgeTasks(secretary, { id: meeting, version: 3, entries: [judged(waiting, "REPORTED_DONE")] }),
    ).rejects.toMatchObject(ruled("reportedBefore"));
    const id = await given(secretary, register.branchId);
    await sendMinutes(secretary, { id: meeting, version: 3, ...noNext });
    await expect(
      judgeTasks(secretary, { id: meeting, version: 4, entries: [judged(id, "REPORTED_DONE")] }),
    ).rejects.toMatchObject({
      code: "RULE",
    });
    const gone = await sent(secretary, place, nextMonth());
    expect((await tasksOf(secretary, gone)).can.judge).toBe(false);
  });

  it("happens once, however often it is sent", async () => {
    const { secretary, office } = register.actors;
    const meeting = await opened(secretary, firstBranch(register), nextMonth());
    const id = await given(secretary, register.branchId);
    const input = { id: meeting, version: 1, entries: [judged(id, "REPORTED_NOT_DONE")] };
    const both = await Promise.allSettled([judgeTasks(secretary, input), judgeTasks(office, input)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(judgeTasks(secretary, input)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(judgeTasks(secretary, { ...input, version: 2 })).rejects.toMatchObject(ruled("judgedBefore"));
    const steps = await ownerRows(`SELECT 1 FROM "TaskStep" WHERE "taskId" = $1 AND "meetingId" = $2`, [id, meeting]);
    expect(steps).toHaveLength(1);
  });

  it("and sending the minutes are never both done by who saw the same minutes", async () => {
    const { secretary, office } = register.actors;
    const meeting = await written(secretary, firstBranch(register), nextMonth());
    const id = await given(secretary, register.branchId);
    const version = { id: meeting, version: 3 };
    const both = await Promise.allSettled([
      judgeTasks(office, { ...version, entries: [judged(id, "REPORTED_NOT_DONE")] }),
      sendMinutes(secretary, { ...version, ...noNext }),
    ]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
