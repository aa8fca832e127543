import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { confirmMerge, undoMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { addMember } from "@/lib/features/members/commands/add-member";
import { getMemberFile } from "@/lib/features/members/queries/get-member-file";
import { endPlan } from "@/lib/features/training/commands/plan-people";
import { sendToCourse } from "@/lib/features/training/commands/send-to-course";
import { memberInput } from "../../support/member-input";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { courseWith } from "../training/course";
import { plannedOne } from "../training/planned";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

/** One person typed twice, the second record with a course and a plan. */
async function twice() {
  const { system, branchId, actors } = register;
  const add = async (startsOn: string) =>
    (await addMember(system, { ...memberInput("Lường Văn Hai", branchId), startsOn: day(startsOn) })).id;
  const [keptId, droppedId] = [await add("2015-01-01"), await add("2016-01-01")];
  const course = await courseWith(actors.office, [droppedId]);
  await plannedOne(actors.office, droppedId);
  return { keptId, droppedId, course };
}
const propose = ({ keptId, droppedId }: { keptId: string; droppedId: string }) =>
  proposeMerge(register.actors.office, { keptId, droppedId, taken: [] });
const holdersOf = (table: string) => async (ids: readonly string[]) =>
  (await ownerRows<{ memberId: string }>(`SELECT "memberId" FROM "${table}" WHERE "memberId" = ANY ($1)`, [ids])).map(
    ({ memberId }) => memberId,
  );

describe("two records of one person, one with a course and a plan", () => {
  it("become one that has both, and are given back as they were", async () => {
    const { office, leader } = register.actors;
    const { keptId, droppedId } = await twice();
    const holders = async () => [
      await holdersOf("CourseParticipant")([keptId, droppedId]),
      await holdersOf("PlannedPerson")([keptId, droppedId]),
    ];
    const { id } = await propose({ keptId, droppedId });
    await confirmMerge(leader, { id, version: 1 });
    expect(await holders()).toEqual([[keptId], [keptId]]);
    const { changes } = await getMemberFile(office, keptId);
    expect(changes.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["course.peopleEnrolled", "cadrePlan.decided"]),
    );
    await undoMerge(office, { id, version: 2 });
    expect(await holders()).toEqual([[droppedId], [droppedId]]);
  });

  it("do not become one while both are in one course or planned for one post", async () => {
    const { office } = register.actors;
    const pair = await twice();
    const { id } = await plannedOne(office, pair.keptId);
    await expect(propose(pair)).rejects.toMatchObject({ reason: "memberMerges.errors.overlap.PlannedPerson" });
    await endPlan(office, { id, version: 1, removedOn: day("2024-01-10"), removeReason: "Trùng" });
    await sendToCourse(office, { id: pair.course, version: 2, memberId: [pair.keptId] });
    await expect(propose(pair)).rejects.toMatchObject({ reason: "memberMerges.errors.overlap.CourseParticipant" });
  });
});
