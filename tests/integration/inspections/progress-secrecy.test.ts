import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import {
  extendInspection,
  markStep,
  takeBackStep,
  writeDiary,
} from "@/lib/features/inspections/commands/keep-progress";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getProgress } from "@/lib/features/inspections/queries/get-progress";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput, concludedInput, conclusion } from "./case";

let register: TestRegister;
let inspector: Actor;
let id: string;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  inspector = register.actors.inspector;
});

beforeEach(async () => {
  const about = { branchIds: [register.branchId], head: { memberId: register.members.inCharge } };
  id = (await openInspection(inspector, caseInput(about))).id;
});

const decided = () => ({ id, step: "DECISION_AND_PLAN" as const, doneOn: day("2022-08-01"), remark: null });
const announced = () => ({ id, step: "ANNOUNCING" as const, doneOn: day("2022-08-16"), remark: "Tại chi bộ" });
const longer = () => ({ id, days: 10, grantedOn: day("2022-08-20"), reason: "Đối tượng đi học tập trung" });
const noted = () => ({ id, happenedOn: day("2022-08-18"), text: "Làm việc với chi ủy, xem sổ nghị quyết." });
const concluded = () => concludeInspection(inspector, { id, version: 1, ...conclusion });

/** How many rows of the three tables a person reads, by themselves and by raw SQL. */
async function rowsRead(actor: Actor): Promise<Record<string, number>> {
  const [found] = await inContext(
    actor.sessionToken,
    (tx) => tx.$queryRaw<Record<string, number>[]>`SELECT
      (SELECT count(*)::int FROM "InspectionStep") AS steps, (SELECT count(*)::int FROM "InspectionExtension") AS extensions,
      (SELECT count(*)::int FROM "InspectionDiaryEntry") AS entries`,
  );
  return found ?? {};
}

describe("who knows of it", () => {
  async function everything() {
    await markStep(inspector, decided());
    await extendInspection(inspector, longer());
    await writeDiary(inspector, noted());
  }

  it("is in an open case its circle only: no row, no page and no write for anybody else", async () => {
    await everything();
    const teamMember = register.actors.inCharge;
    const seen = await getProgress(teamMember, id);
    expect([seen.diary?.length, seen.can, seen.steps?.some(({ can }) => can.mark)]).toEqual([
      ...[1, { extend: false, writeDiary: false }, false],
    ]);
    await expect(markStep(teamMember, announced())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = await signInAs(register.committeeId, "Kiểm tra khác", { role: "INSPECTOR" });
    const { office, leader, secretary, otherSecretary, admin } = register.actors;
    for (const actor of [office, leader, secretary, otherSecretary, admin, stranger]) {
      const before = await rowsRead(actor);
      await expect(getProgress(actor, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      for (const write of [
        () => markStep(actor, announced()),
        () => takeBackStep(actor, { id, step: "DECISION_AND_PLAN", version: 1 }),
        () => extendInspection(actor, longer()),
        () => writeDiary(actor, noted()),
      ]) {
        await expect(write()).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
      const hidden = await inContext(
        actor.sessionToken,
        (tx) => tx.$queryRaw`SELECT 1 FROM "InspectionStep" WHERE "inspectionId" = ${id}::uuid
          UNION ALL SELECT 1 FROM "InspectionExtension" WHERE "inspectionId" = ${id}::uuid
          UNION ALL SELECT 1 FROM "InspectionDiaryEntry" WHERE "inspectionId" = ${id}::uuid`,
      );
      expect(hidden).toEqual([]);
      expect(await rowsRead(actor)).toEqual(before);
    }
    expect(await ownerRows(`SELECT 1 FROM "InspectionStep" WHERE "inspectionId" = $1`, [id])).toHaveLength(1);
  });

  it("writes into a hidden case and into none are refused by the database alike", async () => {
    const { office } = register.actors;
    const told = (inspectionId: string) =>
      inContext(
        office.sessionToken,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO "InspectionStep" ("committeeId", "inspectionId", step, "doneOn", "recordedById", "recordedBy")
          VALUES (${office.committeeId}::uuid, ${inspectionId}::uuid, 'ANNOUNCING', DATE '2022-08-20', ${office.accountId}::uuid, 'x')`,
      ).catch((error: Error) => error.message.replaceAll(inspectionId, "id"));
    expect(await told(id)).toEqual(await told(randomUUID()));
    expect(await told(id)).toMatch(/row-level security/);
  });

  it("is in a concluded case the register's readers for the steps, and its circle for the diary", async () => {
    await everything();
    await concluded();
    const { office, leader, secretary } = register.actors;
    for (const actor of [office, leader]) {
      expect(await getProgress(actor, id)).toMatchObject({ steps: { length: 7 }, diary: null });
    }
    expect(await getProgress(secretary, id)).toMatchObject({ steps: null, rule: null, extension: null, diary: null });
    expect(await getProgress(inspector, id)).toMatchObject({ diary: { length: 1 } });
    expect(await rowsRead(secretary)).toEqual({ steps: 0, extensions: 0, entries: 0 });
  });

  it("never is whom the case is about, even where that person's role reads the register", async () => {
    const { committeeId, members, branchId } = register;
    const { id: about } = await recordConcludedInspection(
      inspector,
      concludedInput({ branchIds: [branchId], members: [{ memberId: members.woman }] }),
    );
    await markStep(inspector, { ...decided(), id: about });
    const subject = await signInAs(committeeId, "Hà Thị Ẩm", { role: "OFFICE", memberId: members.woman });
    expect((await getProgress(register.actors.office, about)).steps).toHaveLength(7);
    expect(await getProgress(subject, about)).toMatchObject({ steps: null, diary: null });
    const seen = await inContext(
      subject.sessionToken,
      (tx) => tx.$queryRaw`SELECT 1 FROM "InspectionStep" WHERE "inspectionId" = ${about}::uuid`,
    );
    expect(seen).toEqual([]);
  });
});
