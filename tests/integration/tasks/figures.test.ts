import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day, lastDayOfYear, yearOf } from "@/lib/core/day";
import { reportDone } from "@/lib/features/tasks/commands/task-steps";
import { listTasks, listTasksOfBranch, listTasksOfMember } from "@/lib/features/tasks/queries/list-tasks";
import { getTaskYear } from "@/lib/features/tasks/queries/year-figures";
import { taskStandings } from "@/lib/features/tasks/schema";
import { openRegister, type TestRegister } from "../../support/register";
import { accepted, calledOff, given, reportedDone, step } from "./task";

let register: TestRegister;
const open = { year: 2022, month: null, branch: null, person: null, source: null, standing: null };

beforeAll(async () => {
  register = await openRegister();
  const { leader, office, secretary, otherSecretary } = register.actors;
  const { branchId, otherBranchId, members } = register;
  await accepted({ leader, office }, branchId);
  await reportedDone({ giver: leader, reporter: secretary }, branchId);
  await calledOff(secretary, branchId);
  await given(secretary, branchId, { memberId: members.woman });
  const late = await given(secretary, branchId, { memberId: members.woman });
  await reportDone(secretary, step(late, 1, day("2022-05-02")));
  await given(otherSecretary, otherBranchId, { memberId: members.other });
  await given(otherSecretary, otherBranchId, { memberId: members.inCharge });
  await given(secretary, branchId, {
    memberId: members.woman,
    givenOn: day("2021-01-05"),
    deadlineOn: day("2021-02-05"),
  });
});

describe("the figures of a year of tasks", () => {
  it("open lists of exactly as many, by branch and by person, for each who sees them", async () => {
    const { leader, office, secretary, inCharge } = register.actors;
    for (const reader of [leader, office, secretary, inCharge]) {
      const { branches, people } = await getTaskYear(reader, 2022);
      for (const [rows, by] of [
        [branches, "branch"],
        [people, "person"],
      ] as const) {
        for (const { id, total, standings } of rows) {
          expect((await listTasks(reader, { ...open, [by]: id })).lines).toHaveLength(total);
          for (const standing of taskStandings) {
            const { lines } = await listTasks(reader, { ...open, [by]: id, standing });
            expect(lines).toHaveLength(standings[standing]);
          }
        }
      }
    }
    const { branches, people } = await getTaskYear(leader, 2022);
    expect(branches.map((one) => one.total)).toEqual([2, 5]);
    expect(people.map((one) => [one.name, one.total])).toEqual([
      ["Hà Thị Ẩm", 2],
      ["Mùi Thị Lan", 1],
      ["Đinh Văn Quân", 1],
    ]);
    expect((await getTaskYear(secretary, 2022)).branches).toHaveLength(1);
    const own = { ...open, branch: register.otherBranchId };
    expect(await listTasks(inCharge, own)).toMatchObject({ branch: "Chi bộ bản Thử Hai", lines: [{}] });
    await expect(listTasks(secretary, own)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("open on the last year that has any, and not for who reads no branch's tasks", async () => {
    expect(await getTaskYear(register.actors.secretary, null)).toMatchObject({ year: 2022 });
    expect(await getTaskYear(register.actors.secretary, 2019)).toEqual({ year: 2019, branches: [], people: [] });
    for (const stranger of [register.actors.ordinary, register.actors.inspector, register.actors.admin]) {
      await expect(getTaskYear(stranger, 2022)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("the tasks of a member", () => {
  it("are those of the last year, or of the year asked for, for who sees them", async () => {
    const { secretary, otherSecretary } = register.actors;
    const { woman, exempt } = register.members;
    expect(await listTasksOfMember(secretary, woman, null)).toMatchObject({ year: 2022, lines: [{}, {}] });
    expect((await listTasksOfMember(secretary, woman, 2021)).lines).toHaveLength(1);
    expect(await listTasksOfMember(secretary, exempt, null)).toMatchObject({
      year: null,
      lines: [],
      finished: { onTime: [], late: [] },
    });
    expect((await listTasksOfMember(otherSecretary, woman, null)).lines).toEqual([]);
  });

  it("open on no year to come", async () => {
    const { secretary } = register.actors;
    const { deputy } = register.members;
    const deadlineOn = addDays(lastDayOfYear(yearOf(secretary.today)), 1);
    await given(secretary, register.branchId, { memberId: deputy, deadlineOn });
    expect(await listTasksOfMember(secretary, deputy, null)).toMatchObject({
      year: null,
      lines: [],
      finished: { onTime: [], late: [] },
    });
    expect((await listTasksOfMember(secretary, deputy, yearOf(deadlineOn))).lines).toHaveLength(1);
  });
});

describe("the tasks of a branch", () => {
  it("are those that the branch does as a whole, due in the year, for who sees them", async () => {
    const { leader, secretary, otherSecretary } = register.actors;
    for (const reader of [leader, secretary]) {
      const { lines } = await listTasksOfBranch(reader, register.branchId, 2022);
      expect(lines.map((line) => line.memberId)).toEqual([null, null, null]);
    }
    expect((await listTasksOfBranch(secretary, register.branchId, 2021)).lines).toEqual([]);
    expect((await listTasksOfBranch(otherSecretary, register.branchId, 2022)).lines).toEqual([]);
  });
});
