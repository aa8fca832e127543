import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { editMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { getBranchMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { judgeTasks } from "@/lib/features/tasks/commands/judge-tasks";
import { callOffTask, moveTaskDeadline, reportDone } from "@/lib/features/tasks/commands/task-steps";
import { listMeetingTasks } from "@/lib/features/tasks/queries/list-meeting-tasks";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, meetingInput, opened, sent } from "../meetings/branch-meeting";
import { given, step } from "./task";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

async function tasksOf(actor: Actor, meetingId: string) {
  return listMeetingTasks(actor, await getBranchMeeting(actor, meetingId));
}

/** What was said of the branch's tasks after they were given becomes what was written down the day after; so do whole tasks. */
async function writtenDownTomorrow(ids: readonly string[], kinds: string) {
  const later = `UPDATE "TaskStep" SET "recordedAt" = "recordedAt" + interval '1 day' WHERE "taskId" = ANY ($1) AND (${kinds})`;
  await ownerRows(later, [ids]);
}

describe("minutes that were sent", () => {
  it("keep the tasks as they stood, whatever is written down afterwards of days before", async () => {
    const { secretary } = register.actors;
    const { branchId } = register;
    const [moved, done, off] = [
      await given(secretary, branchId),
      await given(secretary, branchId),
      await given(secretary, branchId),
    ];
    const may = await sent(secretary, firstBranch(register), day("2022-05-01"));
    const before = await tasksOf(secretary, may);
    expect(before.carried.map((task) => [task.deadlineOn, task.last])).toEqual([
      ["2022-04-30", null],
      ["2022-04-30", null],
      ["2022-04-30", null],
    ]);
    await moveTaskDeadline(secretary, { ...step(moved, 1), deadlineOn: day("2022-07-31") });
    await reportDone(secretary, step(done, 1));
    await callOffTask(secretary, step(off, 1));
    const late = await given(secretary, branchId);
    await writtenDownTomorrow([moved, done, off], "kind <> 'GIVEN'");
    await writtenDownTomorrow([late], "true");
    expect(await tasksOf(secretary, may)).toEqual(before);
    const june = await opened(secretary, firstBranch(register), day("2022-06-01"));
    expect(new Map((await tasksOf(secretary, june)).carried.map((task) => [task.id, task.deadlineOn]))).toEqual(
      new Map([
        [moved, "2022-07-31"],
        [late, "2022-04-30"],
      ]),
    );
  });

  it("keep the deadline of their day when it is moved later on", async () => {
    const own = await openRegister();
    const { secretary } = own.actors;
    const id = await given(secretary, own.branchId);
    const may = await sent(secretary, firstBranch(own), day("2022-05-01"));
    await moveTaskDeadline(secretary, { ...step(id, 1, day("2022-05-06")), deadlineOn: day("2022-07-31") });
    expect((await tasksOf(secretary, may)).carried).toMatchObject([{ deadlineOn: "2022-04-30" }]);
  });
});

describe("a draft whose day or kind is put right", () => {
  it("keeps what was judged in it", async () => {
    const own = await openRegister();
    const { secretary } = own.actors;
    const place = firstBranch(own);
    const monthOn = day("2022-05-01");
    const meeting = await opened(secretary, place, monthOn);
    const [done, left] = [await given(secretary, own.branchId), await given(secretary, own.branchId)];
    const entries = [
      { taskId: done, judgement: "REPORTED_DONE" as const, text: "Xong cả ba hộ" },
      { taskId: left, judgement: "REPORTED_NOT_DONE" as const, text: "Mới được hai hộ" },
    ];
    await judgeTasks(secretary, { id: meeting, version: 1, entries });
    const { branchId: _of, ...record } = meetingInput(place, monthOn);
    const kept = [
      { id: done, judged: { kind: "REPORTED_DONE", text: "Xong cả ba hộ" }, last: { as: "CLOSED" }, isToJudge: false },
      { id: left, judged: { kind: "REPORTED_NOT_DONE", text: "Mới được hai hộ" }, isToJudge: false },
    ];
    const inOrder = [...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
    const corrections = [
      { heldOn: addDays(record.heldOn, 10) },
      { heldOn: addDays(record.heldOn, -3) },
      { kind: "TOPICAL" as const },
    ];
    for (const [at, correction] of corrections.entries()) {
      await editMeeting(secretary, { id: meeting, version: 2 + at, ...record, ...correction });
      expect(await tasksOf(secretary, meeting)).toMatchObject({ carried: inOrder, can: { judge: false } });
    }
  });
});

describe("what a meeting may still judge", () => {
  it("is what judging takes: a moved deadline does not stand in the way, a later report does", async () => {
    const own = await openRegister();
    const { secretary, leader } = own.actors;
    const meeting = await opened(secretary, firstBranch(own), day("2022-05-01"));
    const [moved, reported] = [await given(secretary, own.branchId), await given(leader, own.branchId)];
    await moveTaskDeadline(secretary, { ...step(moved, 1, day("2022-05-20")), deadlineOn: day("2022-07-31") });
    await reportDone(secretary, step(reported, 1));
    const { carried } = await tasksOf(secretary, meeting);
    expect(new Map(carried.map((task) => [task.id, [task.isToJudge, task.last?.as ?? null]]))).toEqual(
      new Map([
        [moved, [true, null]],
        [reported, [false, "WAITING"]],
      ]),
    );
    const entries = [{ taskId: moved, judgement: "REPORTED_DONE" as const, text: "Xong cả ba hộ" }];
    await judgeTasks(secretary, { id: meeting, version: 1, entries });
    expect((await tasksOf(secretary, meeting)).can.judge).toBe(false);
  });
});
