import { beforeAll, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { confirmMerge, undoMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { addMember } from "@/lib/features/members/commands/add-member";
import { getMemberFile } from "@/lib/features/members/queries/get-member-file";
import { acceptTask, reportDone } from "@/lib/features/tasks/commands/task-steps";
import { memberInput } from "../../support/member-input";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { given, step } from "../tasks/task";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

it("a task, also one that is done, goes with its doer when two records become one, and comes back when they are parted", async () => {
  const { system, branchId, actors } = register;
  const { office, leader } = actors;
  const add = async (startsOn: string) =>
    (await addMember(system, { ...memberInput("Lường Văn Hai", branchId), startsOn: day(startsOn) })).id;
  const [keptId, droppedId] = [await add("2015-01-01"), await add("2016-01-01")];
  const task = await given(office, branchId, { memberId: droppedId });
  await reportDone(office, step(task, 1));
  await acceptTask(leader, step(task, 2));
  const doer = async () =>
    (await ownerRows<{ memberId: string }>(`SELECT "memberId" FROM "Task" WHERE id = $1`, [task]))[0]?.memberId;
  const { id } = await proposeMerge(office, { keptId, droppedId, taken: [] });
  await confirmMerge(leader, { id, version: 1 });
  expect(await doer()).toBe(keptId);
  const { changes } = await getMemberFile(office, keptId);
  expect(changes.map(({ type }) => type)).toContain("task.given");
  await undoMerge(office, { id, version: 2 });
  expect(await doer()).toBe(droppedId);
});
