import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { annulDocument } from "@/lib/features/party-documents/commands/issue-document";
import { getDocument } from "@/lib/features/party-documents/queries/get-document";
import { giveTask } from "@/lib/features/tasks/commands/give-task";
import { acceptTask, moveTaskDeadline, reportDone, returnTask } from "@/lib/features/tasks/commands/task-steps";
import { findTaskForm, listTaskBranches } from "@/lib/features/tasks/queries/find-task-form";
import { getTask } from "@/lib/features/tasks/queries/get-task";
import { listTasks } from "@/lib/features/tasks/queries/list-tasks";
import { listTasksFrom } from "@/lib/features/tasks/queries/list-tasks-from";
import { openRegister, type TestRegister } from "../../support/register";
import { caseInput, concludedInput } from "../inspections/case";
import { received } from "../party-documents/document";
import { raised } from "../visits/visit";
import { given, step, taskInput } from "./task";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const anyTask = { month: null, branch: null, person: null, source: null, standing: null };
const none = { meetingId: null, difficultyId: null, inspectionId: null, documentId: null };

describe("a task from a difficulty", () => {
  it("is of the branch that raised it, and stands on its page", async () => {
    const { leader, secretary, otherSecretary, office } = register.actors;
    const { branchId, otherBranchId } = register;
    const difficultyId = await raised(secretary, branchId);
    const id = await given(leader, branchId, { difficultyId });
    expect(await getTask(secretary, id)).toMatchObject({ source: "DIFFICULTY", difficulty: { id: difficultyId } });
    const origin = { difficultyId, branchId };
    expect(await listTasksFrom(secretary, origin)).toMatchObject({ lines: [{ id }], can: { give: true } });
    expect(await listTasksFrom(otherSecretary, origin)).toEqual({ lines: [], can: { give: false } });
    const elsewhere = taskInput(otherBranchId, { difficultyId });
    await expect(giveTask(office, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a task from an inspection", () => {
  const later = { givenOn: day("2022-10-01"), deadlineOn: day("2022-12-01") };

  it("is the committee's, for a branch that was inspected or in which somebody was", async () => {
    const { leader, office, secretary, inspector, otherSecretary } = register.actors;
    const { branchId, otherBranchId, members } = register;
    const about = { branchIds: [], members: [{ memberId: members.woman }] };
    const { id: inspectionId } = await recordConcludedInspection(inspector, concludedInput(about));
    const id = await given(leader, branchId, { ...later, inspectionId });
    expect(await getTask(office, id)).toMatchObject({
      giver: "COMMITTEE",
      source: "INSPECTION",
      inspection: { id: inspectionId },
    });
    expect((await getTask(secretary, id)).inspection).toBeNull();
    expect((await listTaskBranches(office, { ...none, inspectionId })).map((one) => one.id)).toEqual([branchId]);
    const elsewhere = taskInput(otherBranchId, { ...later, inspectionId });
    await expect(giveTask(leader, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(giveTask(otherSecretary, elsewhere)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const early = taskInput(branchId, { inspectionId });
    await expect(giveTask(leader, early)).rejects.toMatchObject({ reason: "tasks.errors.beforeSource" });
    const own = taskInput(branchId, { ...later, inspectionId });
    await expect(giveTask(secretary, own)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is given, returned and accepted by the inspectors of that case, and reported by the branch", async () => {
    const { inspector, secretary, office } = register.actors;
    const { branchId, otherBranchId } = register;
    const { id: inspectionId } = await recordConcludedInspection(inspector, concludedInput({ branchIds: [branchId] }));
    expect((await listTasksFrom(inspector, { inspectionId, branchId: null })).can.give).toBe(true);
    expect((await listTaskBranches(inspector, { ...none, inspectionId })).map((one) => one.id)).toEqual([branchId]);
    expect(await findTaskForm(inspector, branchId, { ...none, inspectionId })).toMatchObject({ branchId, people: [] });
    const id = await given(inspector, branchId, { ...later, inspectionId });
    const done = (version: number) => step(id, version, day("2022-11-01"));
    await reportDone(secretary, done(1));
    await returnTask(inspector, done(2));
    await moveTaskDeadline(inspector, { ...done(3), deadlineOn: day("2022-12-20") });
    await expect(reportDone(inspector, done(4))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await reportDone(secretary, done(4));
    await acceptTask(inspector, done(5));
    expect(await getTask(inspector, id)).toMatchObject({ state: "DONE", can: { readBranch: false, return: false } });
    const { lines } = await listTasks(inspector, { ...anyTask, year: 2022 });
    expect(lines.map((one) => one.id)).toContain(id);
    expect(new Set(lines.map((one) => one.source))).toEqual(new Set(["INSPECTION"]));

    const elsewhere = taskInput(otherBranchId, { ...later, inspectionId });
    await expect(giveTask(inspector, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const ofNoCase = taskInput(branchId, later);
    await expect(giveTask(inspector, ofNoCase)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(giveTask(office, { ...ofNoCase, inspectionId })).resolves.toMatchObject({ id: expect.any(String) });
  });

  it("is not there for an inspector of another case, not even by raw SQL", async () => {
    const { inspector, leader } = register.actors;
    const { branchId, system } = register;
    const of = concludedInput({ branchIds: [branchId] });
    const { id: inspectionId } = await recordConcludedInspection(register.actors.office, of);
    const id = await given(leader, branchId, { ...later, inspectionId });
    await expect(getTask(inspector, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(returnTask(inspector, step(id, 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(giveTask(inspector, taskInput(branchId, { ...later, inspectionId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await listTasksFrom(inspector, { inspectionId, branchId: null })).can.give).toBe(false);
    const seen = await inContext(inspector.sessionToken, (tx) => tx.task.findMany({ where: { id } }));
    expect(seen).toEqual([]);
    const moved = await inContext(inspector.sessionToken, (tx) =>
      tx.task.updateMany({ where: { committeeId: system.committeeId, id }, data: { state: "CALLED_OFF" } }),
    );
    expect(moved.count).toBe(0);
  });

  it("is given by nobody of the branch, not even where the secretary reads what was concluded", async () => {
    const { inspector, inCharge, secretary } = register.actors;
    const { branchId } = register;
    const about = { branchIds: [branchId] };
    const { id: inspectionId } = await recordConcludedInspection(inspector, concludedInput(about));
    expect((await getInspection(secretary, inspectionId)).state).toBe("CONCLUDED");
    expect((await listTasksFrom(secretary, { inspectionId, branchId: null })).can.give).toBe(false);
    const input = taskInput(branchId, { ...later, inspectionId });
    for (const reader of [secretary, inCharge]) {
      await expect(giveTask(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await listTaskBranches(reader, { ...none, inspectionId })).toEqual([]);
      expect(await findTaskForm(reader, branchId, { ...none, inspectionId })).toBeNull();
    }
  });

  it("never comes from one that is under way: to who may give one it is not there", async () => {
    const { leader, office, inspector, secretary } = register.actors;
    const { branchId, system, members } = register;
    const { id: inspectionId } = await openInspection(
      inspector,
      caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } }),
    );
    const input = taskInput(branchId, { ...later, inspectionId, deadlineOn: addDays(system.today, 30) });
    for (const giver of [leader, office, system]) {
      await expect(giveTask(giver, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(giveTask(secretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const giver of [leader, office, system]) {
      expect(await listTaskBranches(giver, { ...none, inspectionId })).toEqual([]);
      expect(await findTaskForm(giver, branchId, { ...none, inspectionId })).toBeNull();
    }
  });
});

describe("a task from a paper", () => {
  const chosen = (branchId: string) => ({ audience: "CHOSEN_BRANCHES" as const, branchId: [branchId] });

  it("is for a branch that the paper is for, and each leads to the other", async () => {
    const { leader, office, secretary, otherSecretary } = register.actors;
    const { branchId, otherBranchId } = register;
    const documentId = await received(office, chosen(branchId));
    const id = await given(leader, branchId, { documentId });
    const { name } = await getDocument(office, documentId);
    for (const reader of [leader, secretary])
      expect(await getTask(reader, id)).toMatchObject({
        ...{ giver: "COMMITTEE", source: "DOCUMENT", document: { id: documentId, name } },
      });
    const origin = { documentId, branchId: null };
    expect(await listTasksFrom(leader, origin)).toMatchObject({ lines: [{ id }], can: { give: true } });
    expect(await listTasksFrom(otherSecretary, origin)).toEqual({ lines: [], can: { give: false } });
    expect((await listTaskBranches(office, { ...none, documentId })).map((one) => one.id)).toEqual([branchId]);
    expect(await listTaskBranches(otherSecretary, { ...none, documentId })).toEqual([]);
    const elsewhere = taskInput(otherBranchId, { documentId });
    for (const giver of [leader, otherSecretary])
      await expect(giveTask(giver, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findTaskForm(office, otherBranchId, { ...none, documentId })).toBeNull();
  });

  it("is the branch's own where its secretary gives it, from the day of the paper on", async () => {
    const { office, secretary } = register.actors;
    const { branchId } = register;
    const documentId = await received(office);
    const id = await given(secretary, branchId, { documentId });
    expect(await getTask(office, id)).toMatchObject({ giver: "BRANCH", source: "DOCUMENT" });
    expect((await listTasksFrom(secretary, { documentId, branchId })).can.give).toBe(true);
    const early = taskInput(branchId, { documentId, givenOn: day("2022-02-28") });
    await expect(giveTask(secretary, early)).rejects.toMatchObject({ reason: "tasks.errors.beforeSource" });
  });

  it("comes from no annulled paper, none for no branch, and from one source only, whoever writes it", async () => {
    const { office, secretary } = register.actors;
    const { branchId } = register;
    const annulled = await received(office);
    await annulDocument(office, { id: annulled, version: 1, reason: "Nhầm" });
    const forNobody = await received(office, { audience: "NO_BRANCH", deadlineOn: null });
    const difficultyId = await raised(secretary, branchId);
    for (const changes of [
      { documentId: annulled },
      { documentId: forNobody },
      { documentId: await received(office), difficultyId },
    ])
      await expect(giveTask(office, taskInput(branchId, changes))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listTaskBranches(office, { ...none, documentId: annulled })).toEqual([]);
    const forged = inContext(
      secretary.sessionToken,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO "Task" ("committeeId", id, "branchId", giver, title, "givenOn", "deadlineOn", "documentId",
        "recordedById", "recordedBy") VALUES (${register.committeeId}::uuid, gen_random_uuid(), ${branchId}::uuid, 'BRANCH', 'x',
        '2022-03-05', '2022-04-05', ${annulled}::uuid, ${secretary.accountId}::uuid, 'x')`,
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});
