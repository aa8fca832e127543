import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { giveTask } from "@/lib/features/tasks/commands/give-task";
import { findTaskForm, listTaskBranches } from "@/lib/features/tasks/queries/find-task-form";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { listTasks } from "@/lib/features/tasks/queries/list-tasks";
import { listTasksFrom } from "@/lib/features/tasks/queries/list-tasks-from";
import { openRegister, type TestRegister } from "../../support/register";
import { bodyOf, writtenOf } from "../meetings/body-meeting";
import { firstBranch, item, opened, written } from "../meetings/branch-meeting";
import { given, taskInput } from "./task";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const march = day("2022-03-01");
const anyTask = { year: null, month: null, branch: null, person: null, standing: null };
const none = { meetingId: null, difficultyId: null, inspectionId: null, documentId: null };

describe("a task from a meeting", () => {
  it("is the branch's own, whoever writes it down, and keeps the item of the agenda", async () => {
    const { secretary, office, leader } = register.actors;
    const meetingId = await written(secretary, firstBranch(register), march);
    const form = await findTaskForm(secretary, register.branchId, { ...none, meetingId });
    expect(form).toMatchObject({ givenOn: "2022-03-05", source: { agenda: [item.title] } });
    const id = await given(office, register.branchId, { meetingId, agendaItem: item.title });
    expect(await getTask(leader, id)).toMatchObject({
      ...{ giver: "BRANCH", source: "MEETING", agendaItem: item.title },
      meeting: { id: meetingId, heldOn: "2022-03-05" },
    });
    const asLeader = taskInput(register.branchId, { meetingId });
    await expect(giveTask(leader, asLeader)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is of a meeting of that branch, from its day on, and of an item that it has", async () => {
    const { secretary, office } = register.actors;
    const { branchId, otherBranchId } = register;
    const meetingId = await opened(secretary, firstBranch(register), day("2022-05-01"));
    const elsewhere = taskInput(otherBranchId, {
      meetingId,
      givenOn: day("2022-05-05"),
      deadlineOn: day("2022-06-05"),
    });
    await expect(giveTask(office, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const before = taskInput(branchId, { meetingId });
    await expect(giveTask(office, before)).rejects.toMatchObject({ reason: "tasks.errors.beforeSource" });
    const days = { givenOn: day("2022-05-05"), deadlineOn: day("2022-06-05") };
    const unknown = taskInput(branchId, { ...days, meetingId, agendaItem: "Việc khác" });
    await expect(giveTask(office, unknown)).rejects.toMatchObject({ reason: "tasks.errors.noSuchItem" });
  });
});

describe("a task from a meeting of a body of the committee", () => {
  it("is the committee's, for any branch, which sees that a body decided it and not the meeting", async () => {
    const { secretary, office, leader } = register.actors;
    const { branchId, otherBranchId } = register;
    const meetingId = await writtenOf(office, bodyOf(register, "COMMITTEE"), day("2022-03-03"));
    const from = { ...none, meetingId };
    expect((await listTaskBranches(office, from)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([branchId, otherBranchId]),
    );
    expect(await findTaskForm(leader, otherBranchId, from)).toMatchObject({
      ...{ givenOn: "2022-03-03", source: { isOfBody: true, agenda: [item.title] } },
    });
    const id = await given(leader, branchId, { meetingId, agendaItem: item.title });
    const seen = { giver: "COMMITTEE", source: "BODY_MEETING", agendaItem: item.title };
    expect(await getTask(leader, id)).toMatchObject({ ...seen, meeting: { id: meetingId } });
    expect(await getTask(secretary, id)).toMatchObject({ ...seen, meeting: null });
    const origin = { meetingId, branchId: null };
    expect(await listTasksFrom(office, origin)).toMatchObject({ lines: [{ id }], can: { give: true } });
    expect(await listTasksFrom(secretary, origin)).toMatchObject({ lines: [{ id }], can: { give: false } });
    expect((await listTasks(office, { ...anyTask, source: "BODY_MEETING" })).lines).toMatchObject([{ id }]);
    expect((await listTasks(office, { ...anyTask, source: "MEETING" })).lines).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it("is not given by who reads no meeting of that body, nor before it met", async () => {
    const { secretary, office } = register.actors;
    const meetingId = await writtenOf(office, bodyOf(register, "STANDING_COMMITTEE"), day("2022-03-10"));
    const own = taskInput(register.branchId, { meetingId, givenOn: day("2022-03-10") });
    await expect(giveTask(secretary, own)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findTaskForm(secretary, register.branchId, { ...none, meetingId })).toBeNull();
    const before = taskInput(register.branchId, { meetingId });
    await expect(giveTask(office, before)).rejects.toMatchObject({ reason: "tasks.errors.beforeSource" });
  });
});
