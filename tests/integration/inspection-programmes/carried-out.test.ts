import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { dropLine } from "@/lib/features/inspection-programmes/commands/change-lines";
import { getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";
import { listProgrammes } from "@/lib/features/inspection-programmes/queries/list-programmes";
import { openInspection, recordConcludedInspection } from "@/lib/features/inspections/commands/open-inspection";
import { concludeInspection, editOpenInspection } from "@/lib/features/inspections/commands/work-on-inspection";
import { getInspection } from "@/lib/features/inspections/queries/get-inspection";
import { listPlannedLines } from "@/lib/features/inspections/queries/list-planned-lines";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { caseInput, concludedInput, conclusion } from "../inspections/case";
import { commission2022, committee2022, drafted, issued, lined, planOf } from "./programme";

let register: TestRegister;
let programme: string;
let first: string;
let second: string;

beforeAll(async () => {
  register = await openRegister();
  const { office } = register.actors;
  programme = await drafted(office, committee2022);
  first = await lined(office, programme, { branchIds: [register.branchId], month: 8 });
  second = await lined(office, programme, { branchIds: [register.otherBranchId], month: 9 });
  await issued(office, programme);
});

const about = (programmeLineId: string | null, changes = {}) =>
  caseInput({
    branchIds: [register.branchId],
    head: { memberId: register.members.inCharge },
    programmeLineId,
    ...changes,
  });

describe("a case that carries out a line", () => {
  it("makes the line under way for its circle, and done for all once it is concluded", async () => {
    const { inspector, leader, office, secretary } = register.actors;
    const { id } = await openInspection(inspector, about(first));
    const standingFor = async (who: typeof leader) =>
      (await getProgramme(who, programme)).lines.find((line) => line.id === first)?.standing;
    expect(await standingFor(inspector)).toBe("UNDER_WAY");
    for (const outside of [leader, office, secretary]) expect(await standingFor(outside)).toBe("DUE");
    expect((await getInspection(inspector, id)).planned).toMatchObject({ programmeId: programme, month: 8 });
    expect((await listPlannedLines(inspector, 2022)).map((line) => line.id)).toEqual([second]);
    expect((await listPlannedLines(inspector, 2022, id)).map((line) => line.id)).toEqual([first, second]);
    expect((await listPlannedLines(office, 2022)).map((line) => line.id)).toEqual([first, second]);
    await expect(openInspection(inspector, about(first))).rejects.toMatchObject({
      code: "RULE",
      reason: "inspections.errors.lineTaken",
    });
    await concludeInspection(inspector, { id, version: 1, ...conclusion });
    for (const reader of [leader, office, secretary, inspector]) expect(await standingFor(reader)).toBe("DONE");
    expect((await listProgrammes(leader, 2022)).programmes[0]?.figures).toMatchObject({ DONE: 1, DUE: 1 });
    const drop = { id: first, version: 1, droppedOn: day("2022-11-01"), reason: "Thôi" };
    await expect(dropLine(office, drop)).rejects.toMatchObject({ reason: "inspectionProgrammes.errors.carriedOut" });
    await expect(
      ownerRows(
        `UPDATE "ProgrammeLine" SET "droppedOn" = '2022-11-01', "droppedReason" = 'x', "droppedBy" = 'x' WHERE id = $1`,
        [first],
      ),
    ).rejects.toThrow(/not dropped/u);
  });

  it("fits the line in year and kind, and the line is an issued one of the committee that stands", async () => {
    const { inspector, office, secretary } = register.actors;
    const draft = await drafted(office, commission2022);
    const unissued = await lined(office, draft, { branchIds: [register.branchId] });
    const plan = await drafted(secretary, planOf(register.branchId));
    const own = await lined(secretary, plan, { memberIds: [register.members.woman] });
    await issued(secretary, plan);
    const dropped = await lined(office, programme, {
      ...{ branchIds: [register.branchId], month: 10, addedOn: day("2022-02-01"), addedReason: "Theo chỉ đạo" },
    });
    await dropLine(office, { id: dropped, version: 1, droppedOn: day("2022-03-01"), reason: "Thôi" });
    const later = { year: 2023, decidedOn: day("2023-01-02"), startsOn: day("2023-01-03"), lastDay: null };
    const refused = [
      [about(unissued), "lineNotIssued"],
      [about(own), "lineNotIssued"],
      [about(second, later), "lineOfOtherYear"],
      [about(second, { mode: "SUPERVISION" }), "lineOfOtherMode"],
      [about(dropped), "lineDropped"],
    ] as const;
    for (const [input, reason] of refused)
      await expect(openInspection(inspector, input)).rejects.toMatchObject({
        code: "RULE",
        reason: `inspections.errors.${reason}`,
      });
    const foreign = await openRegister();
    await expect(openInspection(foreign.actors.inspector, { ...about(second), branchIds: [] })).rejects.toMatchObject({
      code: "RULE",
    });
    const raw = (line: string) =>
      ownerRows(
        `INSERT INTO "Inspection" ("committeeId", id, year, mode, body, title, "decisionNumber", "decidedOn", "startsOn", state, "openedById", "programmeLineId")
          VALUES ($1, gen_random_uuid(), 2022, 'INSPECTION', 'COMMITTEE', 'x', 'x', '2022-01-01', '2022-01-01', 'IN_PROGRESS', gen_random_uuid(), $2)`,
        [register.committeeId, line],
      );
    for (const line of [unissued, own, dropped]) await expect(raw(line)).rejects.toThrow(/fits the line/u);
  });

  it("is out of programme when it names no line, or one that was dropped meanwhile", async () => {
    const world = await openRegister();
    const { office, inspector, leader } = world.actors;
    const id = await drafted(office, committee2022);
    const line = await lined(office, id, { branchIds: [world.branchId] });
    await issued(office, id);
    const input = caseInput({ branchIds: [world.branchId], head: { memberId: world.members.inCharge } });
    const opened = await openInspection(inspector, { ...input, programmeLineId: line });
    await recordConcludedInspection(office, concludedInput({ branchIds: [world.branchId], title: "Đột xuất" }));
    const outside = async (who: typeof leader) => (await listProgrammes(who, 2022)).outside.map(({ title }) => title);
    expect(await outside(leader)).toEqual(["Đột xuất"]);
    await dropLine(office, { id: line, version: 1, droppedOn: day("2022-09-01"), reason: "Thôi" });
    expect(await outside(leader)).toEqual(["Đột xuất"]);
    expect(await outside(inspector)).toHaveLength(2);
    await editOpenInspection(inspector, { ...input, programmeLineId: line, id: opened.id, version: 1 });
    await concludeInspection(inspector, { id: opened.id, version: 2, ...conclusion });
    expect(await outside(leader)).toHaveLength(2);
    expect((await getProgramme(leader, id)).lines.map(({ standing }) => standing)).toEqual(["DROPPED"]);
  });

  it("is refused its conclusion once another one has carried the line out, and then goes out of programme", async () => {
    const world = await openRegister();
    const { office, inspector } = world.actors;
    const id = await drafted(office, committee2022);
    const line = await lined(office, id, { branchIds: [world.branchId] });
    await issued(office, id);
    const head = { memberId: world.members.inCharge };
    const input = { ...caseInput({ branchIds: [world.branchId], head }), programmeLineId: line };
    const hidden = await openInspection(inspector, input);
    const other = await signInAs(world.committeeId, "Kiểm tra khác", { role: "INSPECTOR" });
    const openTwice = () => openInspection(other, { ...input, branchIds: [world.otherBranchId] });
    const both = await Promise.allSettled([openTwice(), openTwice()]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await recordConcludedInspection(office, concludedInput({ branchIds: [world.branchId], programmeLineId: line }));
    await expect(concludeInspection(inspector, { id: hidden.id, version: 1, ...conclusion })).rejects.toMatchObject({
      code: "RULE",
      reason: "inspections.errors.lineConcluded",
    });
    await expect(
      recordConcludedInspection(office, concludedInput({ branchIds: [world.branchId], programmeLineId: line })),
    ).rejects.toMatchObject({ reason: "inspections.errors.lineTaken" });
    await editOpenInspection(inspector, { ...input, programmeLineId: null, id: hidden.id, version: 1 });
    await concludeInspection(inspector, { id: hidden.id, version: 2, ...conclusion });
  });
});
