import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import { getMemberFile } from "@/lib/features/members/queries/get-member-file";
import { editCourse, openCourse } from "@/lib/features/training/commands/keep-courses";
import { recordResult } from "@/lib/features/training/commands/record-result";
import { sendToCourse, takeOffCourse } from "@/lib/features/training/commands/send-to-course";
import { getCourse } from "@/lib/features/training/queries/get-course";
import { listCourses } from "@/lib/features/training/queries/list-courses";
import { listPeopleToSend } from "@/lib/features/training/queries/list-people-to-send";
import { memberInput } from "../../support/member-input";
import { lastEvent, openRegister, type TestRegister } from "../../support/register";
import { courseInput, courseWith, openedCourse, participantOf, passed } from "./course";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const ruled = (reason: string) => ({ code: "RULE", reason: `training.errors.${reason}` });
const courseOf = (id: string) => getCourse(register.actors.office, id);

describe("opening and editing a course", () => {
  it("keeps what was entered and audits it", async () => {
    const { office } = register.actors;
    const { id } = await openCourse(office, { ...courseInput, seats: 30 });
    expect(await courseOf(id)).toMatchObject({ kind: "BRANCH_WORK", startsOn: "2021-09-06", lastDay: "2021-09-10" });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "course.opened",
      after: { name: courseInput.name, seats: 30, lastDay: "2021-09-10" },
    });
  });

  it("is the office's alone", async () => {
    const { leader, secretary, inspector, ordinary, inCharge } = register.actors;
    for (const reader of [leader, secretary]) {
      await expect(openCourse(reader, courseInput)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const stranger of [inspector, ordinary, inCharge]) {
      await expect(openCourse(stranger, courseInput)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const id = await courseWith(register.actors.office, [register.members.woman]);
    const edit = { id, version: 2, ...courseInput };
    await expect(editCourse(leader, edit)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(editCourse(secretary, edit)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(editCourse(register.actors.otherSecretary, edit)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses an end before the start, and fewer seats than people", async () => {
    const { office } = register.actors;
    const backwards = { ...courseInput, lastDay: day("2021-09-01") };
    await expect(openCourse(office, backwards)).rejects.toMatchObject(ruled("endsBeforeStart"));
    const id = await courseWith(office, [register.members.woman, register.members.deputy]);
    await expect(editCourse(office, { id, version: 2, ...courseInput, seats: 1 })).rejects.toMatchObject(
      ruled("seatsTaken"),
    );
  });

  it("happens once, twice at once and with the same key", async () => {
    const { office } = register.actors;
    const formKey = randomUUID();
    const [one, again] = [
      await openCourse(office, courseInput, { formKey }),
      await openCourse(office, courseInput, { formKey }),
    ];
    expect(again).toEqual(one);
    await editCourse(office, { id: one.id, version: 1, ...courseInput, place: "Hội trường huyện" });
    const late = editCourse(office, { id: one.id, version: 1, ...courseInput, place: "Nơi khác" });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT", current: { place: "Hội trường huyện" }, version: 2 });
  });
});

describe("sending people", () => {
  it("takes several at once and audits each", async () => {
    const { office } = register.actors;
    const { woman, other } = register.members;
    const id = await courseWith(office, [woman, other]);
    expect((await courseOf(id)).counts).toEqual({ people: 2, attending: 2, passed: 0, notPassed: 0 });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "course.peopleEnrolled", before: null });
  });

  it("refuses who is no member on the first day, one too many, somebody twice, and somebody of another register", async () => {
    const { office, system } = { ...register.actors, system: register.system };
    const { woman, deputy } = register.members;
    const late = { ...memberInput("Lò Văn Muộn", register.branchId), startsOn: day("2022-01-01") };
    const { id: newcomer } = await addMember(system, late);
    const id = await openedCourse(office, { seats: 1 });
    const send = (memberId: string[], version = 1) => sendToCourse(office, { id, version, memberId });
    await expect(send([newcomer])).rejects.toMatchObject(ruled("noMember"));
    await expect(send([woman, deputy])).rejects.toMatchObject(ruled("noSeats"));
    await expect(send([randomUUID()])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await send([woman]);
    await expect(send([woman], 2)).rejects.toMatchObject({ code: "CONFLICT", reason: "training.errors.sentAlready" });
  });

  it("fills the last seat once, twice at once", async () => {
    const { office } = register.actors;
    const { woman, deputy } = register.members;
    const id = await openedCourse(office, { seats: 1 });
    const both = await Promise.allSettled(
      [woman, deputy].map((one) => sendToCourse(office, { id, version: 1, memberId: [one] })),
    );
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await courseOf(id)).people).toHaveLength(1);
  });

  it("is for the office; a reader is told so, and who does not see the course finds none", async () => {
    const { leader, otherSecretary } = register.actors;
    const id = await courseWith(register.actors.office, [register.members.woman]);
    const input = { id, version: 2, memberId: [register.members.other] };
    await expect(sendToCourse(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(sendToCourse(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("offers the members of the first day by branch or office, without those in the course", async () => {
    const { office, leader } = register.actors;
    const { secretary, otherSecretary, woman } = register.members;
    const id = await courseWith(office, [secretary, woman]);
    const namesFrom = async (from: string) => {
      const found = await listPeopleToSend(office, id, from);
      return found.people.map((one) => one.id);
    };
    expect(await namesFrom("BRANCH_SECRETARIES")).toEqual([otherSecretary]);
    const inBranch = await namesFrom(register.branchId);
    expect(inBranch).toContain(register.members.deputy);
    expect(inBranch).not.toContain(woman);
    expect((await listPeopleToSend(office, id, null)).people).toEqual([]);
    await expect(listPeopleToSend(leader, id, null)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("how it ended", () => {
  it("stands in the course, the member's history and the whole file, and leaves the theory level alone", async () => {
    const { office } = register.actors;
    const { woman } = register.members;
    const id = await courseWith(office, [woman], { kind: "ELEMENTARY_THEORY", name: "Lớp sơ cấp" });
    await recordResult(office, { id: await participantOf(id, woman), version: 1, ...passed });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "course.resultRecorded",
      before: { result: "ATTENDING" },
      after: { result: "PASSED", certificateNumber: "15/GCN" },
    });
    const member = await getMember(office, woman);
    expect(member.courses).toContainEqual(expect.objectContaining({ name: "Lớp sơ cấp", result: "PASSED" }));
    expect(member.profile?.theoryLevel).toBe("NONE");
    const [one] = (await courseOf(id)).people;
    expect(one?.lowerTheory).toEqual({ level: "NONE", canEdit: true });
    const { changes } = await getMemberFile(office, woman);
    expect(changes.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["course.resultRecorded", "course.peopleEnrolled"]),
    );
  });

  it("refuses what cannot be, who may not, and an older version with both versions' values", async () => {
    const { office, leader, secretary, otherSecretary } = register.actors;
    const { woman } = register.members;
    const id = await participantOf(await courseWith(office, [woman]), woman);
    const input = { id, version: 1, ...passed };
    await expect(recordResult(office, { ...input, result: "NOT_PASSED" })).rejects.toMatchObject(ruled("noReason"));
    for (const reader of [leader, secretary]) {
      await expect(recordResult(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(recordResult(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const both = await Promise.allSettled([recordResult(office, input), recordResult(office, input)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(recordResult(office, input)).rejects.toMatchObject({
      code: "CONFLICT",
      current: { result: "PASSED", certificateNumber: "15/GCN" },
    });
  });

  it("takes off only who has no result, with the reason", async () => {
    const { office, leader, otherSecretary } = register.actors;
    const { woman, deputy } = register.members;
    const course = await courseWith(office, [woman, deputy]);
    const off = { id: await participantOf(course, woman), version: 1, takeOffReason: "Cử nhầm" };
    await expect(takeOffCourse(leader, off)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeOffCourse(otherSecretary, off)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await takeOffCourse(office, off);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "course.personRemoved", after: null });
    const id = await participantOf(course, deputy);
    await recordResult(office, { id, version: 1, ...passed });
    await expect(takeOffCourse(office, { ...off, id, version: 2 })).rejects.toMatchObject(ruled("resultEntered"));
    expect((await courseOf(course)).people.map((one) => one.memberId)).toEqual([deputy]);
  });
});

describe("who sees which courses", () => {
  it("shows a secretary the own people alone, and counts only them", async () => {
    const { office, secretary, otherSecretary, leader, ordinary, inspector } = register.actors;
    const { woman, other } = register.members;
    const year = { startsOn: day("2018-03-05"), lastDay: day("2018-03-09") };
    const both = await courseWith(office, [woman, other], { ...year, name: "Cả hai" });
    await courseWith(office, [other], { ...year, name: "Chi bộ khác" });
    const namesFor = async (reader: typeof office) => {
      const view = await listCourses(reader, { year: 2018, show: "ALL" });
      expect(view.people).toHaveLength(view.counts.people);
      return [view.courses.map(({ name }) => name).sort(), view.counts.people];
    };
    expect(await namesFor(leader)).toEqual([["Chi bộ khác", "Cả hai"].sort(), 3]);
    expect(await namesFor(secretary)).toEqual([["Cả hai"], 1]);
    expect(await namesFor(otherSecretary)).toEqual([["Chi bộ khác", "Cả hai"].sort(), 2]);
    expect((await getCourse(secretary, both)).people.map((one) => one.memberId)).toEqual([woman]);
    for (const stranger of [ordinary, inspector]) {
      await expect(listCourses(stranger, { year: 2018, show: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
