import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { addLine } from "@/lib/features/inspection-programmes/commands/add-line";
import { dropLine, takeOutLine } from "@/lib/features/inspection-programmes/commands/change-lines";
import { issueProgramme, openProgramme } from "@/lib/features/inspection-programmes/commands/keep-programmes";
import { getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";
import { listProgrammes } from "@/lib/features/inspection-programmes/queries/list-programmes";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { commission2022, committee2022, drafted, issued, lined, lineInput, planOf, storedLine } from "./programme";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const storedProgramme = async (id: string) =>
  (
    await ownerRows<{ state: string; version: number }>(
      `SELECT state, version FROM "InspectionProgramme" WHERE id = $1`,
      [id],
    )
  )[0];

describe("opening a programme", () => {
  it("is for the office, of a branch's for the branch; once a year, sent twice is once", async () => {
    const { branchId, otherBranchId, actors, committeeId } = await openRegister();
    const { office, leader, inspector, secretary, otherSecretary, ordinary, admin } = actors;
    const formKey = randomUUID();
    const first = await openProgramme(office, committee2022, { formKey });
    expect(await openProgramme(office, committee2022, { formKey })).toEqual(first);
    expect(await lastEvent(committeeId)).toMatchObject({ type: "inspectionProgramme.opened" });
    expect(await storedProgramme(first.id)).toEqual({ state: "DRAFT", version: 1 });
    await openProgramme(office, commission2022);
    await openProgramme(secretary, planOf(branchId));
    await openProgramme(office, planOf(otherBranchId));
    await expect(openProgramme(office, planOf(branchId))).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "refusals.constraints.InspectionProgramme_one_of_a_branch",
    });
    await expect(openProgramme(office, committee2022)).rejects.toMatchObject({
      reason: "refusals.constraints.InspectionProgramme_one_of_a_body",
    });
    for (const body of ["STANDING_COMMITTEE", "INSPECTION_COMMISSION"] as const)
      for (const other of [leader, inspector, secretary, ordinary, admin])
        await expect(openProgramme(other, { year: 2021, body, branchId: null })).rejects.toMatchObject({
          code: "FORBIDDEN",
        });
    for (const reader of [leader, inspector])
      await expect(openProgramme(reader, planOf(branchId, 2021))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(openProgramme(otherSecretary, planOf(branchId, 2021))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openProgramme(office, planOf(register.branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openProgramme(office, { ...committee2022, year: 2099 })).rejects.toMatchObject({
      code: "RULE",
      reason: "inspectionProgrammes.errors.yearTooFar",
    });
  });
});

describe("the lines of a draft", () => {
  it("name branches and members, found by their names, and are taken out again", async () => {
    const { office, leader, secretary } = register.actors;
    const id = await drafted(office, committee2022);
    const lineId = await lined(office, id, {
      branchIds: [register.branchId],
      members: [{ name: "hà thị ẩm", branch: "Thử Một" }],
      team: "Đồng chí Phó Bí thư làm tổ trưởng",
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "inspectionProgramme.lineAdded",
      after: { members: "Hà Thị Ẩm", month: 8 },
    });
    const { lines } = await getProgramme(leader, id);
    expect(lines.map((line) => [line.subjects.map(({ name }) => name), line.standing])).toEqual([
      [expect.arrayContaining(["Chi bộ bản Thử Một", "Hà Thị Ẩm"]), null],
    ]);
    await expect(getProgramme(secretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(takeOutLine(leader, { id: lineId, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeOutLine(secretary, { id: lineId, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await takeOutLine(office, { id: lineId, version: 1 });
    expect(await storedLine(lineId)).toBeUndefined();
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "inspectionProgramme.lineRemoved" });
  });

  it("refuse what cannot be planned, each with its own sentence", async () => {
    const { office } = register.actors;
    const id = await drafted(office, { ...committee2022, year: 2021 });
    const { branchId, members } = register;
    const refused = [
      [{ branchIds: [branchId], topic: "SIGNS_OF_VIOLATION" }, "inspectionProgrammes.errors.topicNotPlanned"],
      [{ branchIds: [branchId], topic: "DENUNCIATION" }, "inspectionProgrammes.errors.topicNotPlanned"],
      [{ branchIds: [branchId], topic: "COMPLAINT" }, "inspectionProgrammes.errors.topicNotPlanned"],
      [{ branchIds: [branchId], topic: "OTHER" }, "inspectionProgrammes.errors.sayTopic"],
      [{}, "inspectionProgrammes.errors.noSubject"],
      [{ branchIds: [randomUUID()] }, "inspectionProgrammes.errors.branchNotInForce"],
      [{ branchIds: [branchId, branchId] }, "inspectionProgrammes.errors.subjectTwice"],
      [{ members: [{ name: "Không Có Ai", branch: null }] }, "inspections.errors.personNotFound"],
    ] as const;
    for (const [changes, reason] of refused) {
      const input = lineInput(id, {
        ...changes,
        branchIds: "branchIds" in changes ? [...changes.branchIds] : [],
        members: "members" in changes ? [...changes.members] : [],
      });
      await expect(addLine(office, input)).rejects.toMatchObject({ code: "RULE", reason });
    }
    const own = await signInAs(register.committeeId, "Văn phòng có thẻ", { role: "OFFICE", memberId: members.woman });
    await expect(addLine(own, lineInput(id, { members: [{ memberId: members.woman }] }))).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.ownSubject",
    });
    const [first] = await ownerRows(`SELECT id FROM "ProgrammeLine" WHERE "programmeId" = $1`, [id]);
    expect(first).toBeUndefined();
  });
});

describe("issuing a programme", () => {
  it("freezes its lines, also for raw SQL; a change is an added or a dropped line with day and reason", async () => {
    const world = await openRegister();
    const { office, leader, inspector, secretary } = world.actors;
    const id = await drafted(office, committee2022);
    const number = { documentNumber: "01-CTr/ĐU", issuedOn: day("2022-01-10") };
    await expect(issueProgramme(office, { id, version: 1, ...number })).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.noLines",
    });
    const lineId = await lined(office, id, { branchIds: [world.branchId] });
    await expect(issueProgramme(office, { id, version: 1, ...number })).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
    });
    for (const other of [leader, inspector])
      await expect(issueProgramme(other, { id, version: 2, ...number })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(issueProgramme(secretary, { id, version: 2, ...number })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const twice = await Promise.allSettled([1, 2].map(() => issueProgramme(office, { id, version: 2, ...number })));
    expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await storedProgramme(id)).toEqual({ state: "ISSUED", version: 3 });
    expect(await lastEvent(world.committeeId)).toMatchObject({ type: "inspectionProgramme.issued" });
    await expect(issueProgramme(office, { id, version: 3, ...number })).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.issuedBefore",
    });

    await expect(takeOutLine(office, { id: lineId, version: 1 })).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.frozen",
    });
    const raw = inContext(office.sessionToken, (tx) => tx.$executeRaw`UPDATE "ProgrammeLine" SET month = 3`);
    await expect(raw).rejects.toThrow(/permission denied/u);
    const gone = await inContext(office.sessionToken, (tx) => tx.$executeRaw`DELETE FROM "ProgrammeLine"`);
    expect(gone).toBe(0);

    const more = { branchIds: [world.otherBranchId], month: 11 };
    await expect(addLine(office, lineInput(id, more))).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.sayAddedOn",
    });
    const early = { ...more, addedOn: day("2022-01-09"), addedReason: "Theo chỉ đạo" };
    await expect(addLine(office, lineInput(id, early))).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.changedBeforeIssue",
    });
    await lined(office, id, { ...early, addedOn: day("2022-06-01") });

    const drop = { id: lineId, version: 1, droppedOn: day("2022-05-05"), reason: "Chi bộ hợp nhất" };
    await expect(dropLine(leader, drop)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(dropLine(secretary, drop)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(dropLine(office, { ...drop, droppedOn: addDays(office.today, 1) })).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.changedInFuture",
    });
    await expect(dropLine(office, { ...drop, version: 9 })).rejects.toMatchObject({ code: "CONFLICT", version: 1 });
    await dropLine(office, drop);
    expect(await storedLine(lineId)).toMatchObject({ dropped: "2022-05-05", version: 2 });
    expect(await lastEvent(world.committeeId)).toMatchObject({
      type: "inspectionProgramme.lineDropped",
      after: { droppedOn: "2022-05-05" },
    });
    await expect(dropLine(office, { ...drop, version: 2 })).rejects.toMatchObject({
      reason: "inspectionProgrammes.errors.droppedBefore",
    });
    const { lines } = await getProgramme(leader, id);
    expect(lines.map(({ month, standing }) => [month, standing])).toEqual([
      [8, "DROPPED"],
      [11, "DUE"],
    ]);
  });

  it("shows a branch the issued lines that name it, with its own name only, and foreign registers nothing", async () => {
    const world = await openRegister();
    const { office, secretary, otherSecretary, ordinary } = world.actors;
    const id = await drafted(office, committee2022);
    await lined(office, id, { branchIds: [world.branchId, world.otherBranchId] });
    await lined(office, id, { branchIds: [world.otherBranchId], month: 5 });
    await lined(office, id, { members: [{ memberId: world.members.woman }], month: 6 });
    expect((await listProgrammes(secretary, 2022)).programmes).toEqual([]);
    await issued(office, id);
    const named = async (who: typeof secretary) =>
      (await getProgramme(who, id)).lines.map(({ month, subjects }) => [month, subjects.map(({ name }) => name)]);
    expect(await named(secretary)).toEqual([[8, ["Chi bộ bản Thử Một"]]]);
    expect(await named(otherSecretary)).toEqual([
      [5, ["Chi bộ bản Thử Hai"]],
      [8, ["Chi bộ bản Thử Hai"]],
    ]);
    const raw = await inContext(
      secretary.sessionToken,
      (tx) => tx.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM "ProgrammeSubject"`,
    );
    expect(raw).toEqual([{ n: 1n }]);
    for (const stranger of [ordinary, register.actors.office])
      await expect(getProgramme(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listProgrammes(ordinary, 2022)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the year's page", () => {
  it("counts the lines of each programme, and tells which branches have none", async () => {
    const world = await openRegister();
    const { office, leader, secretary } = world.actors;
    const { year } = { year: Number(office.today.slice(0, 4)) };
    const id = await drafted(office, { ...committee2022, year });
    await lined(office, id, { branchIds: [world.branchId], month: 12 });
    await issued(office, id, `${year}-01-05`);
    const plan = await drafted(secretary, planOf(world.branchId, year));
    const found = await listProgrammes(leader, year);
    expect(found.programmes.map((row) => [row.id, row.state, row.figures])).toEqual([
      [id, "ISSUED", { DONE: 0, UNDER_WAY: 0, DUE: 0, TO_COME: 1, DROPPED: 0 }],
      [plan, "DRAFT", null],
    ]);
    expect(found.missing).toEqual([{ branchId: world.otherBranchId, branch: "Chi bộ bản Thử Hai", canOpen: false }]);
    expect(found.missingBodies).toEqual([]);
    expect((await listProgrammes(office, year)).missingBodies).toEqual(["STANDING_COMMITTEE", "INSPECTION_COMMISSION"]);
    expect((await listProgrammes(secretary, year)).missing).toEqual([]);
  });
});
