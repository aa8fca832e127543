import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { giveTask } from "@/lib/features/tasks/commands/give-task";
import {
  acceptTask,
  callOffTask,
  moveTaskDeadline,
  reportDone,
  reportNotDone,
  returnTask,
} from "@/lib/features/tasks/commands/task-steps";
import { findTaskForm } from "@/lib/features/tasks/queries/find-task-form";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { listOverdueTasks, listTasks } from "@/lib/features/tasks/queries/list-tasks";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { accepted, calledOff, given, reportedDone, step, taskInput } from "./task";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const ruled = (reason: string) => ({ code: "RULE", reason: `tasks.errors.${reason}` });
const open = { year: null, month: null, branch: null, person: null, source: null, standing: null };

describe("giving a task", () => {
  it("keeps who gave it to whom until when, and audits it", async () => {
    const { secretary, leader } = register.actors;
    const { woman } = register.members;
    const id = await given(secretary, register.branchId, { memberId: woman });
    expect(await getTask(secretary, id)).toMatchObject({
      ...{ giver: "BRANCH", source: "NONE", memberName: "Hà Thị Ẩm", state: "IN_HAND", standing: "OVERDUE" },
      ...{ recordedBy: "Ngần Văn Thiệp", steps: [{ kind: "GIVEN", takenOn: "2022-03-05", deadlineOn: "2022-04-30" }] },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "task.given", before: null });
    expect(await getTask(leader, await given(leader, register.branchId))).toMatchObject({ giver: "COMMITTEE" });
  });

  it("is not for another branch, for who only reads, or for somebody who is no member that day", async () => {
    const { secretary, inCharge, inspector, ordinary, office } = register.actors;
    const { branchId, otherBranchId, members } = register;
    for (const stranger of [inspector, ordinary]) {
      await expect(giveTask(stranger, taskInput(branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(giveTask(secretary, taskInput(otherBranchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(giveTask(inCharge, taskInput(branchId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const late = taskInput(branchId, { memberId: members.probationer });
    await expect(giveTask(office, late)).rejects.toMatchObject(ruled("notThatDay"));
    const ahead = taskInput(branchId, { givenOn: addDays(office.today, 1), deadlineOn: addDays(office.today, 9) });
    await expect(giveTask(office, ahead)).rejects.toMatchObject(ruled("inFuture"));
    const over = taskInput(branchId, { deadlineOn: day("2022-03-04") });
    await expect(giveTask(office, over)).rejects.toMatchObject(ruled("deadlinePast"));
    expect(await findTaskForm(inCharge, branchId, taskInput(branchId))).toBeNull();
    expect((await findTaskForm(secretary, branchId, taskInput(branchId)))?.people.length).toBeGreaterThan(2);
  });

  it("happens once, sent twice", async () => {
    const { secretary } = register.actors;
    const formKey = randomUUID();
    const input = taskInput(register.branchId, { title: "Việc gửi hai lần" });
    const both = await Promise.all([giveTask(secretary, input, { formKey }), giveTask(secretary, input, { formKey })]);
    expect(both[0]).toEqual(both[1]);
    const tasks = await ownerRows(`SELECT 1 FROM "Task" WHERE "committeeId" = $1 AND title = $2`, [
      register.committeeId,
      input.title,
    ]);
    expect(tasks).toHaveLength(1);
  });
});

describe("the way of the committee's task", () => {
  it("needs two hands: the branch reports, office or leadership accepts, never who reported it", async () => {
    const { leader, office, secretary } = register.actors;
    const id = await given(leader, register.branchId);
    await reportNotDone(secretary, step(id, 1, day("2022-03-10")));
    await reportDone(office, step(id, 2, day("2022-03-12")));
    await expect(acceptTask(office, step(id, 3))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(acceptTask(secretary, step(id, 3))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await returnTask(leader, step(id, 3, day("2022-03-14")));
    expect(await getTask(secretary, id)).toMatchObject({ state: "IN_HAND", doneOn: null });
    await moveTaskDeadline(leader, { ...step(id, 4, day("2022-03-15")), deadlineOn: day("2022-05-31") });
    await reportDone(secretary, step(id, 5, day("2022-05-30")));
    await acceptTask(office, step(id, 6, day("2022-06-10")));
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "task.accepted", after: { state: "DONE" } });
    const view = await getTask(secretary, id);
    expect(view).toMatchObject({ standing: "DONE_IN_TIME", doneOn: "2022-05-30", deadlineOn: "2022-05-31" });
    expect(view.steps.map((one) => [one.kind, one.recordedBy])).toEqual([
      ["ACCEPTED", "Văn phòng"],
      ["REPORTED_DONE", "Ngần Văn Thiệp"],
      ["DEADLINE_MOVED", "Lãnh đạo"],
      ["RETURNED", "Lãnh đạo"],
      ["REPORTED_DONE", "Văn phòng"],
      ["REPORTED_NOT_DONE", "Ngần Văn Thiệp"],
      ["GIVEN", "Lãnh đạo"],
    ]);
    await expect(callOffTask(leader, step(id, 7, day("2022-06-11")))).rejects.toMatchObject(ruled("closedBefore"));
  });

  it("is accepted by nobody who had to do it", async () => {
    const { office, secretary } = register.actors;
    const { committeeId, branchId, members } = register;
    const doer = await signInAs(committeeId, "Vì Văn Ước", { role: "LEADER", memberId: members.deputy });
    const id = await given(office, branchId, { memberId: members.deputy });
    await reportDone(secretary, step(id, 1));
    expect((await getTask(doer, id)).can).toMatchObject({ accept: false, return: true });
    await expect(acceptTask(doer, step(id, 2))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await acceptTask(office, step(id, 2));
  });

  it("is closed to everybody else: each step has its hands", async () => {
    const { leader, inCharge, secretary, otherSecretary } = register.actors;
    const id = await given(leader, register.branchId);
    const move = { ...step(id, 1), deadlineOn: day("2022-06-30") };
    for (const reader of [secretary, inCharge]) {
      await expect(callOffTask(reader, step(id, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(moveTaskDeadline(reader, move)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(returnTask(reader, step(id, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const reader of [leader, inCharge]) {
      await expect(reportDone(reader, step(id, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(reportNotDone(reader, step(id, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const take of [reportDone, reportNotDone, acceptTask, returnTask, callOffTask]) {
      await expect(take(otherSecretary, step(id, 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(moveTaskDeadline(otherSecretary, move)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getTask(otherSecretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses what does not follow, and takes a step once, twice at once", async () => {
    const { leader, office, secretary } = register.actors;
    const id = await given(leader, register.branchId);
    await expect(acceptTask(office, step(id, 1))).rejects.toMatchObject(ruled("notReported"));
    await expect(reportDone(secretary, step(id, 1, day("2022-03-04")))).rejects.toMatchObject(ruled("stepBefore"));
    const same = { ...step(id, 1), deadlineOn: day("2022-04-30") };
    await expect(moveTaskDeadline(office, same)).rejects.toMatchObject(ruled("sameDeadline"));
    const both = await Promise.allSettled([reportDone(secretary, step(id, 1)), reportDone(office, step(id, 1))]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(reportDone(secretary, step(id, 2))).rejects.toMatchObject(ruled("reportedBefore"));
    const move = { ...step(id, 2), deadlineOn: day("2022-06-30") };
    await expect(moveTaskDeadline(leader, move)).rejects.toMatchObject(ruled("reportedBefore"));
    expect((await getTask(leader, id)).can).toMatchObject({ deadline: false, "call-off": true });
  });
});

describe("the way of a branch's own task", () => {
  it("ends with the branch's report, unless whoever had to do it reports it", async () => {
    const { secretary, office, leader } = register.actors;
    const { branchId, members } = register;
    const id = await given(secretary, branchId);
    await expect(callOffTask(leader, step(id, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await reportDone(secretary, step(id, 1, day("2022-05-02")));
    expect(await getTask(secretary, id)).toMatchObject({ state: "DONE", standing: "DONE_LATE" });
    const own = await given(secretary, branchId, { memberId: members.secretary });
    await reportDone(secretary, step(own, 1));
    expect(await getTask(secretary, own)).toMatchObject({ state: "REPORTED", can: { accept: false, return: true } });
    await expect(acceptTask(secretary, step(own, 2))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await acceptTask(office, step(own, 2));
    expect(await getTask(secretary, own)).toMatchObject({ standing: "DONE_IN_TIME" });
  });
});

describe("who sees tasks", () => {
  it("counts every standing as its list is long, narrows by month, source and person, and watches what is overdue", async () => {
    const own = await openRegister();
    const { office, leader, secretary, inCharge, ordinary } = own.actors;
    const { branchId, members } = own;
    await accepted({ leader, office }, branchId);
    await reportedDone({ giver: leader, reporter: secretary }, branchId);
    await calledOff(secretary, branchId);
    await given(secretary, branchId, { memberId: members.woman, deadlineOn: day("2022-05-31") });
    const year = { ...open, year: 2022 };
    const { lines, counts, total } = await listTasks(inCharge, year);
    expect([lines.length, total, counts.reduce((sum, one) => sum + one.count, 0)]).toEqual([4, 4, 4]);
    for (const { standing, count } of counts) {
      expect((await listTasks(secretary, { ...year, standing })).lines).toHaveLength(count);
    }
    const ofMay = await listTasks(secretary, { ...year, month: 5 });
    expect(ofMay.lines.map((line) => line.doer)).toEqual(["Hà Thị Ẩm"]);
    expect(await listTasks(secretary, { ...open, person: members.woman })).toMatchObject({
      person: "Hà Thị Ẩm",
      total: 1,
    });
    expect((await listTasks(secretary, { ...year, source: "MEETING" })).lines).toEqual([]);
    const overdue = async (reader: Actor) => (await listOverdueTasks(reader)).tasks.map((one) => one.daysOverdue > 0);
    expect([await overdue(leader), await overdue(office), await overdue(secretary)]).toEqual([[true], [true], []]);
    await expect(listTasks(ordinary, open)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listTasks(secretary, { ...open, branch: own.otherBranchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("lets somebody without a branch see the own tasks and no others", async () => {
    const { office, ordinary } = register.actors;
    const { otherBranchId, members } = register;
    const mine = await given(office, otherBranchId, { memberId: members.other });
    const another = await given(office, otherBranchId);
    expect((await listTasks(ordinary, open)).lines.map((line) => line.id)).toEqual([mine]);
    expect((await getTask(ordinary, mine)).can).toMatchObject({ done: false, accept: false, readBranch: false });
    await expect(getTask(ordinary, another)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
