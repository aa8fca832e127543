import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { closeRoll } from "@/lib/features/reports/commands/close-roll";
import { getRiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import type { RollLine } from "@/lib/features/reports/rules";
import { type RollColumn, rollColumns } from "@/lib/features/reports/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

const year = { from: day("2022-01-01"), to: day("2022-12-31") };
let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  const { system, branchId, otherBranchId } = register;
  await installRuleSets(system);
  const add = async (name: string, over: object = {}) =>
    (await addMember(system, { ...memberInput(name, branchId), ...over })).id;
  const admitted = { admittedOn: day("2022-02-03"), officialOn: null, startsOn: day("2022-02-03") };
  await add("Lò Văn Kết", admitted);
  await add("Lò Văn Đến", { startsOn: day("2022-03-01") });
  const moved = await add("Lò Văn Chuyển");
  const gone = await add("Lò Văn Đi");
  const hands = { proposer: register.actors.office, accepter: register.actors.leader };
  const effectiveOn = day("2022-05-01");
  await transfer(hands, transferInput(moved, { toBranchId: otherBranchId, effectiveOn }));
  await transfer(hands, departure(gone, day("2022-07-01")));
});

function told(line: RollLine | null | undefined): Partial<Record<RollColumn, string[]>> {
  const shown = rollColumns.filter((column) => column !== "opening" && column !== "closing" && line?.[column].length);
  return Object.fromEntries(shown.map((column) => [column, line?.[column].map(({ fullName }) => fullName) ?? []]));
}

const lineOf = async (actor: Actor, branchId: string) =>
  (await getRiseAndFall(actor, year)).branches.find(({ id }) => id === branchId)?.line;

describe("the table of rises and falls", () => {
  it("names who came and who left, branch by branch, and closes", async () => {
    const { office } = register.actors;
    const { total } = await getRiseAndFall(office, year);
    const own = await lineOf(office, register.branchId);
    expect(told(own)).toEqual({
      admitted: ["Lò Văn Kết"],
      arrived: ["Lò Văn Đến"],
      transferredOut: ["Lò Văn Chuyển"],
      movedAway: ["Lò Văn Đi"],
    });
    expect(told(await lineOf(office, register.otherBranchId))).toEqual({ transferredIn: ["Lò Văn Chuyển"] });
    expect(own?.closing.length).toBe((own?.opening.length ?? 0) + 2 - 2);
    expect(total?.closing.length).toBe((total?.opening.length ?? 0) + 2 - 1);
  });

  it("tells a secretary of the own branch alone, also who has left since", async () => {
    const { secretary, office } = register.actors;
    const { branches, total } = await getRiseAndFall(secretary, year);
    expect(branches.map(({ id }) => id)).toEqual([register.branchId]);
    expect(total).toBeNull();
    expect(told(branches[0]?.line)).toEqual(told(await lineOf(office, register.branchId)));
  });

  it("is closed to who reads no branch's past, and empty in another register", async () => {
    const { inCharge, inspector, admin, ordinary } = register.actors;
    for (const actor of [inCharge, inspector, admin, ordinary]) {
      await expect(getRiseAndFall(actor, year)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const foreign = await openRegister();
    const { branches } = await getRiseAndFall(foreign.actors.office, year);
    expect(branches.flatMap(({ line }) => Object.values(told(line)))).toEqual([]);
  });
});

describe("a closed table", () => {
  it("stays as it was; what changes afterwards shows by name, with what made it and why", async () => {
    const { office, leader, secretary } = register.actors;
    const quarter = { from: day("2022-07-01"), to: day("2022-09-30") };
    const { can: atFirst, total: before } = await getRiseAndFall(office, quarter);
    expect([atFirst.close, before?.closing.length]).toEqual([true, expect.any(Number)]);
    await closeRoll(office, quarter);
    const closed = (await getRiseAndFall(secretary, quarter)).closing;
    expect(closed).toMatchObject({ closedByName: office.displayName, corrections: [] });
    expect(new Set(closed?.entries.map(({ branchId }) => branchId))).toEqual(new Set([register.branchId]));

    const correctionReason = "Hồ sơ đến muộn";
    const entry = memberInput("Lò Văn Muộn", register.branchId);
    const late = (await addMember(register.system, entry, { correctionReason })).id;
    await transfer({ proposer: office, accepter: leader }, departure(late, day("2022-08-15")), {
      correctionReason: "Giấy báo đến muộn",
    });
    const { closing, can, total, differences } = await getRiseAndFall(office, quarter);
    expect(can.close).toBe(false);
    expect(total).toEqual(before);
    const told = closing?.corrections.map(({ fullName, column, change, reason }) => [fullName, column, change, reason]);
    expect(told).toEqual([
      ["Lò Văn Muộn", "closing", 1, "Hồ sơ đến muộn"],
      ["Lò Văn Muộn", "opening", 1, "Hồ sơ đến muộn"],
      ["Lò Văn Muộn", "closing", -1, "Giấy báo đến muộn"],
      ["Lò Văn Muộn", "movedAway", 1, "Giấy báo đến muộn"],
    ]);
    expect(closing?.corrections[3]).toMatchObject({ actorName: leader.displayName, event: "transfer.accepted" });
    expect(differences).toEqual({ opening: 1, closing: 0, movedAway: 1 });
  });

  it("is closed once, by the office, when the period is over", async () => {
    const own = await openRegister();
    const { office, leader, secretary, admin } = own.actors;
    for (const actor of [leader, secretary, admin]) {
      await expect(closeRoll(actor, year)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const half = { from: day("2022-01-01"), to: day("2022-06-30") };
    await expect(closeRoll(office, half)).rejects.toMatchObject({ reason: "reports.errors.noPeriod" });
    const future = { from: day("2198-01-01"), to: day("2198-12-31") };
    await expect(closeRoll(office, future)).rejects.toMatchObject({ reason: "reports.errors.notOver" });
    const twice = await Promise.allSettled([closeRoll(office, year), closeRoll(office, year)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(closeRoll(office, year)).rejects.toMatchObject({ reason: "reports.errors.closed" });
    const rows = await ownerRows(`SELECT 1 FROM "RollClosing" WHERE "committeeId" = $1`, [own.committeeId]);
    expect(rows).toHaveLength(1);
    expect(await lastEvent(own.committeeId)).toMatchObject({ type: "roll.closed" });
  });
});
