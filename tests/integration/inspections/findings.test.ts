import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection, editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { writeFinding } from "@/lib/features/inspections/commands/write-conclusion";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { listConclusions } from "@/lib/features/inspections/queries/list-conclusions";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput, conclusion } from "./case";

let register: TestRegister;
let inspector: Actor;
let id: string;
let subjects: Record<"first" | "second", string>;

beforeAll(async () => {
  register = await openRegister();
  inspector = register.actors.inspector;
});

const about = () => {
  const { branchId, otherBranchId, members } = register;
  return caseInput({ branchIds: [branchId, otherBranchId], head: { memberId: members.inCharge } });
};

beforeEach(async () => {
  id = (await openInspection(inspector, about())).id;
  subjects = { first: await subjectOf(register.branchId), second: await subjectOf(register.otherBranchId) };
});

async function subjectOf(branchId: string): Promise<string> {
  const [row] = await ownerRows<{ id: string }>(
    `SELECT id FROM "InspectionSubject" WHERE "inspectionId" = $1 AND "branchId" = $2`,
    [id, branchId],
  );
  return row?.id ?? "";
}

const found = () => ({
  ...{ id: subjects.first, version: 1, strengths: "Giữ nền nếp sinh hoạt.", finding: "Ghi sổ chậm." },
  violation: "NO_VIOLATION" as const,
});
const stored = (subjectId: string) =>
  ownerRows(`SELECT strengths, finding, violation, version FROM "InspectionSubject" WHERE id = $1`, [subjectId]);
const concluded = (version = 1) => concludeInspection(inspector, { id, version, ...conclusion });

describe("what a case found of a subject", () => {
  it("is written by the team while the case is open, told in the trail, and sent twice is once", async () => {
    const formKey = randomUUID();
    const first = await writeFinding(inspector, found(), { formKey });
    expect(await writeFinding(inspector, found(), { formKey })).toEqual(first);
    const { id: _id, ...written } = found();
    expect(await stored(subjects.first)).toEqual([{ ...written, version: 2 }]);
    expect(await stored(subjects.second)).toMatchObject([{ violation: null, version: 1 }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "inspectionFinding.written", after: { finding: "Ghi sổ chậm.", violation: "NO_VIOLATION" } },
    });
    await expect(writeFinding(inspector, { ...found(), finding: "Khác" })).rejects.toMatchObject({
      ...{ code: "CONFLICT", current: { finding: "Ghi sổ chậm.", violation: "NO_VIOLATION" }, version: 2 },
    });
    expect(await stored(subjects.first)).toMatchObject([{ finding: "Ghi sổ chậm." }]);
  });

  it("stays when the case is corrected, for every subject that is still one", async () => {
    await writeFinding(inspector, found());
    await writeFinding(inspector, { ...found(), id: subjects.second });
    const { branchId, members } = register;
    const changed = { ...about(), id, version: 1, branchIds: [branchId], members: [{ memberId: members.woman }] };
    await editOpenInspection(inspector, changed);
    expect(await stored(subjects.first)).toMatchObject([{ finding: "Ghi sổ chậm.", version: 2 }]);
    expect(await stored(subjects.second)).toEqual([]);
    const { findings } = await getInspection(inspector, id);
    expect(findings.map(({ name, finding }) => [name, finding])).toEqual(
      expect.arrayContaining([
        ["Chi bộ bản Thử Một", "Ghi sổ chậm."],
        ["Hà Thị Ẩm", null],
      ]),
    );
    expect(findings).toHaveLength(2);
  });

  it("does not exist for anybody outside the circle of an open case, and is closed to its readers", async () => {
    const stranger = await signInAs(register.committeeId, "Kiểm tra khác", { role: "INSPECTOR" });
    const { office, leader, secretary, otherSecretary, admin, inCharge } = register.actors;
    for (const actor of [office, leader, secretary, otherSecretary, admin, stranger]) {
      await expect(writeFinding(actor, found())).rejects.toMatchObject({ code: "NOT_FOUND" });
      const touched = await inContext(
        actor.sessionToken,
        (tx) => tx.$executeRaw`UPDATE "InspectionSubject" SET strengths = 'x' WHERE id = ${subjects.first}::uuid`,
      );
      expect(touched).toBe(0);
    }
    await expect(writeFinding(inCharge, found())).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await stored(subjects.first)).toMatchObject([{ strengths: null, version: 1 }]);
  });

  it("is published with the conclusion, to each branch its own, and frozen by the rule and by the database", async () => {
    await writeFinding(inspector, found());
    await writeFinding(inspector, { ...found(), id: subjects.second, violation: "SERIOUS" });
    await concluded();
    const { office, secretary, otherSecretary } = register.actors;
    const told = async (actor: Actor) => (await getInspection(actor, id)).findings.map((one) => one.violation);
    expect(new Set(await told(office))).toEqual(new Set(["NO_VIOLATION", "SERIOUS"]));
    expect(await told(secretary)).toEqual(["NO_VIOLATION"]);
    expect(await told(otherSecretary)).toEqual(["SERIOUS"]);
    const [line] = await listConclusions(office, { branchId: register.branchId }, 2022);
    expect(line?.finding).toBe("Ghi sổ chậm.");
    await expect(writeFinding(inspector, { ...found(), version: 2 })).rejects.toMatchObject({
      ...{ code: "RULE", reason: "inspections.errors.alreadyConcluded" },
    });
    const raw = ownerRows(`UPDATE "InspectionSubject" SET finding = 'x' WHERE id = $1`, [subjects.first]);
    await expect(raw).rejects.toThrow(/never changed/);
  });
});
