import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { askIntoTeam } from "@/lib/features/inspections/commands/join-team";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { confirmMerge, undoMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { caseInput } from "../inspections/case";
import { listRequests } from "../inspections/circle";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

/** Two records of one name, and an open case about their branch. */
async function twoRecords(name: string) {
  const { system, branchId, members, actors } = register;
  const add = async (startsOn: string) =>
    (await addMember(system, { ...memberInput(name, branchId), startsOn: day(startsOn) })).id;
  const [keptId, droppedId] = [await add("2015-01-01"), await add("2016-01-01")];
  const about = caseInput({ branchIds: [branchId], head: { memberId: members.inCharge } });
  return { keptId, droppedId, caseId: (await openInspection(actors.inspector, about)).id };
}

describe("two records of one person, one of which is asked into the team of a case", () => {
  it("become one that is asked for, and are given back as they were", async () => {
    const { actors } = register;
    const { keptId, droppedId, caseId } = await twoRecords("Lường Văn Ba");
    await askIntoTeam(actors.inspector, { id: caseId, person: { memberId: droppedId }, words: "Thêm người" });
    const { id } = await proposeMerge(actors.office, { keptId, droppedId, taken: [] });
    await confirmMerge(actors.leader, { id, version: 1 });
    expect(await listRequests(caseId)).toMatchObject([{ memberId: keptId, outcome: null }]);
    await undoMerge(actors.office, { id, version: 2 });
    expect(await listRequests(caseId)).toMatchObject([{ memberId: droppedId, outcome: null }]);
  });
});

describe("two records of one person, one of which keeps out of a case", () => {
  it("become one that keeps out of it, and are given back as they were", async () => {
    const { committeeId, actors } = register;
    const { keptId, droppedId, caseId } = await twoRecords("Lường Văn Hai");
    await ownerRows(
      `INSERT INTO "InspectionRecusal" ("committeeId", id, "inspectionId", "memberId", ground, words, "declaredById", "declaredBy")
        VALUES ($1, gen_random_uuid(), $2, $3, 'OTHER', 'Có việc riêng', gen_random_uuid(), 'Lường Văn Hai')`,
      [committeeId, caseId, droppedId],
    );
    const kept = () =>
      ownerRows<{ declared: string; recused: string[] }>(
        `SELECT r."memberId" AS declared, i."recusedIds" AS recused FROM "InspectionRecusal" r
          JOIN "Inspection" i ON i.id = r."inspectionId" WHERE i.id = $1`,
        [caseId],
      );
    expect(await kept()).toEqual([{ declared: droppedId, recused: [droppedId] }]);
    const { id } = await proposeMerge(actors.office, { keptId, droppedId, taken: [] });
    await confirmMerge(actors.leader, { id, version: 1 });
    expect(await kept()).toEqual([{ declared: keptId, recused: [keptId] }]);
    await undoMerge(actors.office, { id, version: 2 });
    expect(await kept()).toEqual([{ declared: droppedId, recused: [droppedId] }]);
  });
});
