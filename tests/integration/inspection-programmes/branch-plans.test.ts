import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { addLine } from "@/lib/features/inspection-programmes/commands/add-line";
import { dropLine, markLineDone } from "@/lib/features/inspection-programmes/commands/change-lines";
import { getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";
import { confirmMerge, undoMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { firstBranch, secondBranch, withRoll } from "../meetings/branch-meeting";
import { committee2022, drafted, issued, lined, lineInput, planOf, storedLine } from "./programme";

let register: TestRegister;
let plan: string;
let lineId: string;
beforeAll(async () => {
  register = await openRegister();
  const { secretary } = register.actors;
  plan = await drafted(secretary, planOf(register.branchId));
  lineId = await lined(secretary, plan, { mode: "SUPERVISION", memberIds: [register.members.woman] });
  await issued(secretary, plan);
});

const said = { doneOn: day("2022-08-20"), result: "Thực hiện tốt, không có vi phạm.", meetingId: null };

it("a branch plans only its own members, and its secretary not himself", async () => {
  const { office, secretary } = register.actors;
  const draft = await drafted(secretary, planOf(register.branchId, 2021));
  const { members, branchId } = register;
  const refused = [
    [{ memberIds: [members.other] }, "ownMembersOnly"],
    [{ branchIds: [branchId] }, "ownMembersOnly"],
    [{ memberIds: [members.secretary] }, "ownSubject"],
  ] as const;
  for (const [changes, reason] of refused) {
    const input = lineInput(draft, {
      memberIds: "memberIds" in changes ? [...changes.memberIds] : [],
      branchIds: "branchIds" in changes ? [...changes.branchIds] : [],
    });
    await expect(addLine(secretary, input)).rejects.toMatchObject({
      reason: `inspectionProgrammes.errors.${reason}`,
    });
  }
  const own = await lined(office, draft, { memberIds: [members.secretary] });
  await issued(secretary, draft, "2021-01-10");
  await expect(markLineDone(secretary, { id: own, version: 1, ...said })).rejects.toMatchObject({
    reason: "inspectionProgrammes.errors.ownResult",
  });
  await markLineDone(office, { id: own, version: 1, ...said });
});

it("a line is done on a day with a result, by the branch or the office, said again where it was wrong", async () => {
  const { office, leader, inspector, secretary, otherSecretary } = register.actors;
  const input = { id: lineId, version: 1, ...said };
  for (const reader of [leader, inspector])
    await expect(markLineDone(reader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const foreign = (await openRegister()).actors.office;
  for (const stranger of [otherSecretary, foreign])
    await expect(markLineDone(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const touched = await inContext(
    otherSecretary.sessionToken,
    (tx) => tx.$executeRaw`UPDATE "ProgrammeLine" SET "doneOn" = '2022-08-20', "doneResult" = 'x', "doneBy" = 'x'`,
  );
  expect(touched).toBe(0);
  await expect(markLineDone(secretary, { ...input, doneOn: addDays(secretary.today, 1) })).rejects.toMatchObject({
    reason: "inspectionProgrammes.errors.doneInFuture",
  });
  await expect(markLineDone(secretary, { ...input, doneOn: day("2021-12-31") })).rejects.toMatchObject({
    reason: "inspectionProgrammes.errors.doneBeforeYear",
  });
  const elsewhere = await withRoll(register.system, secondBranch(register), day("2022-09-01"));
  await expect(markLineDone(secretary, { ...input, meetingId: elsewhere })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });

  const formKey = randomUUID();
  const first = await markLineDone(secretary, input, { formKey });
  expect(await markLineDone(secretary, input, { formKey })).toEqual(first);
  expect(await storedLine(lineId)).toMatchObject({ done: "2022-08-20", version: 2 });
  expect(await lastEvent(register.committeeId)).toMatchObject({ type: "inspectionProgramme.lineFinished" });
  await expect(markLineDone(office, input)).rejects.toMatchObject({
    code: "CONFLICT",
    version: 2,
    current: { result: said.result },
  });
  const meetingId = await withRoll(register.system, firstBranch(register), day("2022-09-01"));
  await markLineDone(office, { ...input, version: 2, result: "Có thiếu sót nhỏ, đã khắc phục.", meetingId });
  const { lines } = await getProgramme(secretary, plan);
  expect(lines).toMatchObject([
    { standing: "DONE", done: { meetingId, result: "Có thiếu sót nhỏ, đã khắc phục." }, can: { drop: false } },
  ]);
  const drop = { id: lineId, version: 3, droppedOn: day("2022-09-05"), reason: "Thôi" };
  await expect(dropLine(secretary, drop)).rejects.toMatchObject({
    reason: "inspectionProgrammes.errors.carriedOut",
  });
});

it("a line of the committee is carried out by a case, not marked", async () => {
  const { office } = register.actors;
  const id = await drafted(office, committee2022);
  const line = await lined(office, id, { branchIds: [register.branchId] });
  await issued(office, id);
  await expect(markLineDone(office, { id: line, version: 1, ...said })).rejects.toMatchObject({
    reason: "inspectionProgrammes.errors.doneByCase",
  });
});

it("a planned member stays planned when two records become one, and when they are parted", async () => {
  const { system, branchId, actors } = register;
  const { office, secretary, leader } = actors;
  const add = async (startsOn: string) =>
    (await addMember(system, { ...memberInput("Lường Văn Hai", branchId), startsOn: day(startsOn) })).id;
  const [keptId, droppedId] = [await add("2015-01-01"), await add("2016-01-01")];
  const draft = await drafted(secretary, planOf(branchId, 2023));
  const line = await lined(secretary, draft, { memberIds: [droppedId] });
  const named = async () =>
    (await ownerRows<{ memberId: string }>(`SELECT "memberId" FROM "ProgrammeSubject" WHERE "lineId" = $1`, [line]))[0]
      ?.memberId;
  const { id } = await proposeMerge(office, { keptId, droppedId, taken: [] });
  await confirmMerge(leader, { id, version: 1 });
  expect(await named()).toBe(keptId);
  await undoMerge(office, { id, version: 2 });
  expect(await named()).toBe(droppedId);
});

it("an office that leads a branch does not plan its inspection", async () => {
  const { committeeId, actors, branchId } = register;
  await ownerRows(
    `INSERT INTO "RoleGrant" ("committeeId", id, "accountId", role, "startsOn") VALUES ($1, gen_random_uuid(), $2, 'OFFICE', '2020-01-01')`,
    [committeeId, actors.secretary.accountId],
  );
  const both = await inContext(actors.secretary.sessionToken, async (_tx, actor) => actor);
  const id = await drafted(both, { ...committee2022, year: 2021 });
  await expect(addLine(both, lineInput(id, { branchIds: [branchId] }))).rejects.toMatchObject({
    reason: "inspectionProgrammes.errors.ownSubject",
  });
});
