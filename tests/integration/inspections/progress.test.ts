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
import { openInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getProgress } from "@/lib/features/inspections/queries/get-progress";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { caseInput, conclusion } from "./case";

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

const storedSteps = () =>
  ownerRows<{ step: string; on: string; remark: string | null; by: string; version: number }>(
    `SELECT step, "doneOn"::text AS on, remark, "recordedBy" AS by, version FROM "InspectionStep" WHERE "inspectionId" = $1 ORDER BY step`,
    [id],
  );

describe("the steps of a case", () => {
  it("are marked with day, hand and remark, told in the trail, and shown with their due days", async () => {
    await markStep(inspector, decided());
    await markStep(inspector, announced());
    expect(await storedSteps()).toEqual([
      { step: "DECISION_AND_PLAN", on: "2022-08-01", remark: null, by: inspector.displayName, version: 1 },
      { step: "ANNOUNCING", on: "2022-08-16", remark: "Tại chi bộ", by: inspector.displayName, version: 1 },
    ]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "inspectionStep.marked",
      after: { step: "ANNOUNCING", doneOn: "2022-08-16", remark: "Tại chi bộ" },
    });
    const found = await getProgress(inspector, id);
    expect(found.rule).toMatchObject({ document: "QĐ 22-QĐ/TW", days: 30, mostExtension: 10, isConfirmed: false });
    expect(found.next).toBe("WORKING");
    expect(found.steps?.map((one) => [one.step, one.dueOn, one.doneOn])).toEqual([
      ["DECISION_AND_PLAN", "2022-08-15", "2022-08-01"],
      ["ANNOUNCING", "2022-08-18", "2022-08-16"],
      ["WORKING", "2022-08-30", null],
      ["VERIFYING", "2022-09-05", null],
      ["REPORTING", "2022-09-08", null],
      ["CONCLUSION_NOTICE", "2022-09-11", null],
      ["FILE_HANDOVER", "2022-09-14", null],
    ]);
    expect(found.steps?.filter(({ can }) => can.mark).map(({ step }) => step)).toEqual([
      ...["DECISION_AND_PLAN", "ANNOUNCING", "WORKING"],
    ]);
    expect(found.steps?.filter(({ can }) => can.takeBack).map(({ step }) => step)).toEqual(["ANNOUNCING"]);
  });

  it("are not skipped, not put out of order and not marked for days to come, by the rule and by the database", async () => {
    await expect(markStep(inspector, announced())).rejects.toMatchObject({
      ...{ code: "RULE", reason: "inspectionProgress.errors.stepSkipped" },
    });
    await markStep(inspector, decided());
    await expect(markStep(inspector, { ...announced(), doneOn: day("2022-07-31") })).rejects.toMatchObject({
      reason: "inspectionProgress.errors.stepBeforeDecision",
    });
    await expect(markStep(inspector, { ...announced(), doneOn: day("2199-01-01") })).rejects.toMatchObject({
      reason: "inspectionProgress.errors.stepInFuture",
    });
    await markStep(inspector, announced());
    const raw = ownerRows(
      `UPDATE "InspectionStep" SET "doneOn" = DATE '2022-08-17' WHERE "inspectionId" = $1 AND step = 'DECISION_AND_PLAN'`,
      [id],
    );
    await expect(raw).rejects.toThrow(/taken in their order/);
    expect((await storedSteps()).map(({ on }) => on)).toEqual(["2022-08-01", "2022-08-16"]);
  });

  it("are changed by who read the newest, the other one told both values; sent twice is once", async () => {
    await markStep(inspector, decided());
    const formKey = randomUUID();
    const changed = { ...decided(), version: 1, doneOn: day("2022-08-02") };
    const first = await markStep(inspector, changed, { formKey });
    expect(await markStep(inspector, changed, { formKey })).toEqual(first);
    expect(await storedSteps()).toMatchObject([{ on: "2022-08-02", version: 2 }]);
    for (const stale of [{ ...decided(), version: 1 }, decided()]) {
      await expect(markStep(inspector, stale)).rejects.toMatchObject({
        ...{ code: "CONFLICT", current: { doneOn: "02/08/2022", remark: "" }, version: 2 },
      });
    }
    const step = "DECISION_AND_PLAN" as const;
    await expect(takeBackStep(inspector, { id, step, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await takeBackStep(inspector, { id, step, version: 2 });
    expect(await storedSteps()).toEqual([]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "inspectionStep.withdrawn" });
    await expect(takeBackStep(inspector, { id, step, version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("marked by two at once are marked once", async () => {
    const both = await Promise.allSettled([markStep(inspector, decided()), markStep(inspector, decided())]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one.localeCompare(other))).toEqual([
      ...["fulfilled", "rejected"],
    ]);
    expect(await storedSteps()).toHaveLength(1);
  });

  it("are taken back from the last on", async () => {
    await markStep(inspector, decided());
    await markStep(inspector, announced());
    await expect(takeBackStep(inspector, { id, step: "DECISION_AND_PLAN", version: 1 })).rejects.toMatchObject({
      reason: "inspectionProgress.errors.stepFollowed",
    });
  });

  it("stay as they are once the case is concluded; what was missing is still marked, once", async () => {
    await markStep(inspector, decided());
    await concluded();
    await expect(markStep(inspector, { ...decided(), version: 1 })).rejects.toMatchObject({
      reason: "inspectionProgress.errors.stepFinal",
    });
    await expect(takeBackStep(inspector, { id, step: "DECISION_AND_PLAN", version: 1 })).rejects.toMatchObject({
      reason: "inspectionProgress.errors.stepFinal",
    });
    await markStep(inspector, announced());
    const where = `WHERE "inspectionId" = '${id}'`;
    for (const sql of [`UPDATE "InspectionStep" SET remark = 'x' ${where}`, `DELETE FROM "InspectionStep" ${where}`]) {
      await expect(ownerRows(sql)).rejects.toThrow(/never changed/);
    }
    const changed = await inContext(
      inspector.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "InspectionStep" SET remark = 'x' WHERE "inspectionId" = ${id}::uuid`,
    );
    expect(changed).toBe(0);
    expect(await storedSteps()).toMatchObject([{ remark: null }, { remark: "Tại chi bộ" }]);
  });

  it("have no due days where no rules of the register reach", async () => {
    const bare = await openRegister();
    const about = { branchIds: [bare.branchId], head: { memberId: bare.members.inCharge } };
    const { id: other } = await openInspection(bare.actors.inspector, caseInput(about));
    expect(await getProgress(bare.actors.inspector, other)).toMatchObject({ steps: null, rule: null, diary: [] });
    await expect(extendInspection(bare.actors.inspector, { ...longer(), id: other })).rejects.toMatchObject({
      reason: "inspectionProgress.errors.noStepRules",
    });
  });
});

describe("the time of a case", () => {
  it("is extended once, with the reason, by a third at most, and moves the steps that are not done", async () => {
    await markStep(inspector, decided());
    await expect(extendInspection(inspector, { ...longer(), days: 11 })).rejects.toMatchObject({
      ...{ reason: "inspectionProgress.errors.extensionTooLong", params: { most: 10 } },
    });
    const formKey = randomUUID();
    const first = await extendInspection(inspector, longer(), { formKey });
    expect(await extendInspection(inspector, longer(), { formKey })).toEqual(first);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "inspection.extended", after: { days: 10, grantedOn: "2022-08-20" } },
    });
    await expect(extendInspection(inspector, longer())).rejects.toMatchObject({
      reason: "inspectionProgress.errors.extendedOnce",
    });
    const found = await getProgress(inspector, id);
    expect(found.steps?.map(({ dueOn }) => dueOn).slice(0, 2)).toEqual(["2022-08-15", "2022-08-28"]);
    expect(found.extension).toMatchObject({ days: 10, recordedBy: inspector.displayName });
    expect(found.can.extend).toBe(false);
    for (const sql of [`UPDATE "InspectionExtension" SET days = 3`, `DELETE FROM "InspectionExtension"`]) {
      await expect(ownerRows(`${sql} WHERE "inspectionId" = $1`, [id])).rejects.toThrow(/never changed/);
    }
  });
});

describe("the diary of a case", () => {
  it("is added to and never changed, and the trail does not tell what was noted", async () => {
    const formKey = randomUUID();
    const first = await writeDiary(inspector, noted(), { formKey });
    expect(await writeDiary(inspector, noted(), { formKey })).toEqual(first);
    await writeDiary(inspector, { ...noted(), happenedOn: day("2022-08-22"), text: "Xem sổ thu đảng phí." });
    const { diary } = await getProgress(inspector, id);
    expect(diary?.map(({ happenedOn }) => happenedOn)).toEqual(["2022-08-22", "2022-08-18"]);
    const event = await lastEvent(register.committeeId);
    expect(event).toMatchObject({ type: "inspectionDiary.written", after: { happenedOn: "2022-08-22" } });
    expect(JSON.stringify(event)).not.toContain("đảng phí");
    for (const sql of [`UPDATE "InspectionDiaryEntry" SET text = 'x'`, `DELETE FROM "InspectionDiaryEntry"`]) {
      await expect(ownerRows(`${sql} WHERE "inspectionId" = $1`, [id])).rejects.toThrow(/never changed/);
    }
    await expect(
      inContext(inspector.sessionToken, (tx) => tx.$executeRaw`UPDATE "InspectionDiaryEntry" SET text = 'x'`),
    ).rejects.toThrow(/permission denied/);
  });

  it("is closed with the conclusion, by the rule and by the database", async () => {
    await concluded();
    await expect(writeDiary(inspector, noted())).rejects.toMatchObject({
      ...{ code: "RULE", reason: "inspections.errors.alreadyConcluded" },
    });
    const raw = inContext(
      inspector.sessionToken,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO "InspectionDiaryEntry" ("committeeId", id, "inspectionId", "happenedOn", text, "recordedById", "recordedBy")
        VALUES (${register.committeeId}::uuid, gen_random_uuid(), ${id}::uuid, DATE '2022-09-01', 'x', ${inspector.accountId}::uuid, 'x')`,
    );
    await expect(raw).rejects.toThrow(/row-level security/);
  });
});
