import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { getRiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import type { RollLine } from "@/lib/features/reports/rules";
import { type RollColumn, rollColumns } from "@/lib/features/reports/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { openRegister, type TestRegister } from "../../support/register";

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
