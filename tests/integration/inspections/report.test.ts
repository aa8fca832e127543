import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { getInspectionReport } from "@/lib/features/inspections/queries/get-inspection-report";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { caseInput, concludedInput } from "./case";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  const { office, inspector } = register.actors;
  const { branchId, otherBranchId, members } = register;
  await recordConcludedInspection(
    office,
    concludedInput({ branchIds: [branchId, otherBranchId], members: [{ memberId: members.woman }] }),
  );
  const { id } = await recordConcludedInspection(
    office,
    concludedInput({
      mode: "SUPERVISION",
      body: "COMMITTEE",
      topics: ["WORKING_RULES", "PARTY_FEES"],
      branchIds: [branchId],
    }),
  );
  await ownerRows(`ALTER TABLE "InspectionSubject" DISABLE TRIGGER USER`);
  await ownerRows(`UPDATE "InspectionSubject" SET violation = 'SERIOUS' WHERE "inspectionId" = $1`, [id]);
  await ownerRows(`ALTER TABLE "InspectionSubject" ENABLE TRIGGER USER`);
  await openInspection(
    inspector,
    caseInput({ topics: ["SIGNS_OF_VIOLATION"], branchIds: [branchId], head: { memberId: members.inCharge } }),
  );
});

const countsFor = async (actor: Actor) => (await getInspectionReport(actor, 2022)).total.counts;

describe("the yearly report", () => {
  it("counts concluded cases alone, also for who works on the open one", async () => {
    const all = { events: 2, branches: 2, members: 1, violations: 1, discipline: 0 };
    for (const actor of [register.actors.leader, register.actors.office, register.actors.inspector])
      expect(await countsFor(actor)).toEqual(all);
    const { byTopic, byProgramme, years } = await getInspectionReport(register.actors.inspector, null);
    expect(byTopic.map(({ key, counts }) => [key.topic, counts.events])).toEqual([
      ["COMPLIANCE", 1],
      ["PARTY_FEES", 1],
      ["WORKING_RULES", 1],
    ]);
    expect(byProgramme.map(({ counts }) => counts.events)).toEqual([0, 2]);
    expect(years).toEqual([2022]);
  });

  it("counts the own cases for a secretary, and nothing for who has none", async () => {
    const { secretary, otherSecretary, admin } = register.actors;
    expect(await countsFor(secretary)).toMatchObject({ events: 2, violations: 1 });
    expect(await countsFor(otherSecretary)).toMatchObject({ events: 1, branches: 1, violations: 0 });
    expect(await countsFor(admin)).toMatchObject({ events: 0, branches: 0, members: 0 });
    const stranger = await openRegister();
    expect((await getInspectionReport(stranger.actors.leader, 2022)).total.counts.events).toBe(0);
  });

  it("has every number open a list of exactly that many", async () => {
    const { leader } = register.actors;
    const { total, byMode, byBody, byTopic, byProgramme } = await getInspectionReport(leader, 2022);
    for (const { key, counts } of [total, ...byMode, ...byBody, ...byTopic, ...byProgramme]) {
      const list = (more: Record<string, string> = {}) => {
        const asked = Object.keys(inspectionFilter.shape).map((name) => [name, null]);
        const filter = inspectionFilter.parse({ ...Object.fromEntries(asked), year: "2022", ...key, ...more });
        return listInspections(leader, filter);
      };
      const { concluded, branches, members } = await list();
      expect([concluded.length, branches.length, members.length]).toEqual([
        ...[counts.events, counts.branches, counts.members],
      ]);
      expect((await list({ violation: "found" })).concluded).toHaveLength(counts.violations);
      expect((await list({ discipline: "follows" })).concluded).toHaveLength(counts.discipline);
    }
  });
});
