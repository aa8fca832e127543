import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { declareRecusal } from "@/lib/features/inspections/commands/recuse";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { openRegister, signInAs, type TestRegister } from "../../support/register";
import { caseInput, conclusion } from "./case";
import { familyTie, listTablesTelling, type Overseers, openCircle } from "./circle";

/* A concluded case about a branch and a member, whose head of team holds no other right. */
let register: TestRegister;
let overseers: Overseers;
let teamHead: Actor;
let id: string;

beforeAll(async () => {
  register = await openRegister();
  overseers = await openCircle(register);
  const { branchId, members, committeeId, actors } = register;
  teamHead = await signInAs(committeeId, "Tổ trưởng", { memberId: members.deputy });
  const about = caseInput({
    ...{ branchIds: [branchId], members: [{ memberId: members.woman }] },
    head: { memberId: members.deputy },
  });
  id = (await openInspection(actors.inspector, about)).id;
  await declareRecusal(overseers.head, familyTie(id));
  await concludeInspection(actors.inspector, { id, version: 1, ...conclusion });
});

const namedSubjects = async (actor: Actor) => {
  const { branches, members } = await listInspections(actor, inspectionFilter.parse({ year: "2022" }));
  return { branches: branches.map(({ name }) => name), members: members.map(({ name }) => name) };
};

describe("a concluded case", () => {
  it("stays with who was of its circle, with every subject, though they read no others", async () => {
    for (const reader of [overseers.partySecretary, teamHead]) {
      const { subjects, conclusion: words } = await getInspection(reader, id);
      expect(subjects).toHaveLength(2);
      expect(words).toBe(conclusion.conclusion);
      expect(await namedSubjects(reader)).toEqual({ branches: ["Chi bộ bản Thử Một"], members: ["Hà Thị Ẩm"] });
      expect(await listTablesTelling(reader, id)).toEqual(
        expect.arrayContaining(["Inspection", "InspectionSubject", "InspectionTeamMember", "InspectionTopicRow"]),
      );
    }
  });

  it("does not come to who had declared a conflict in it, nor to a stranger", async () => {
    const { ordinary } = register.actors;
    for (const reader of [overseers.head, ordinary]) {
      await expect(getInspection(reader, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await namedSubjects(reader)).toEqual({ branches: [], members: [] });
      expect(await listTablesTelling(reader, id)).toEqual([]);
    }
  });

  it("shows the branch it is about its own line alone", async () => {
    const { subjects } = await getInspection(register.actors.secretary, id);
    expect(subjects).toHaveLength(1);
  });
});
