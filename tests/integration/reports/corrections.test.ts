import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import { readAs } from "@/lib/core/query";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { confirmMerge, undoMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { addMember } from "@/lib/features/members/commands/add-member";
import { editRegisterEntry } from "@/lib/features/members/commands/edit-member";
import { openBranch } from "@/lib/features/organization/commands/open-branch";
import { confirmReorganization } from "@/lib/features/reorganizations/commands/confirm-reorganization";
import { proposeReorganization } from "@/lib/features/reorganizations/commands/propose-reorganization";
import { closeRoll } from "@/lib/features/reports/commands/close-roll";
import { getRiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import { listStays } from "@/lib/features/reports/queries/list-stays";
import { entriesOf } from "@/lib/features/reports/rules";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { reorganizationInput } from "../../support/reorganizing";

const quarter = { from: day("2022-01-01"), to: day("2022-03-31") };
const year = { from: day("2022-01-01"), to: day("2022-12-31") };
const WHY = { correctionReason: "Giấy giới thiệu nhận được muộn" };
let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  await closeRoll(register.actors.office, quarter);
  await closeRoll(register.actors.office, year);
});

const correctionsOf = () =>
  ownerRows<{ reason: string; column: string; change: number }>(
    `SELECT reason, "column", change FROM "RollCorrection" WHERE "committeeId" = $1`,
    [register.committeeId],
  );

describe("a closed period", () => {
  it("is not changed without a reason, and says which it is", async () => {
    const [members, kept] = [await countMembers(), (await correctionsOf()).length];
    const entry = { ...memberInput("Vì Văn Chậm", register.branchId), startsOn: day("2022-05-01") };
    await expect(addMember(register.actors.office, entry)).rejects.toMatchObject({
      code: "RULE",
      reason: "refusals.closedPeriod",
      params: { from: "01/01/2022", to: "31/12/2022", others: 0 },
      field: "correctionReason",
    });
    await expect(addMember(register.actors.office, { ...entry, startsOn: day("2021-05-01") })).rejects.toMatchObject({
      params: { from: "01/01/2022", to: "31/12/2022", others: 1 },
    });
    expect([await countMembers(), (await correctionsOf()).length]).toEqual([members, kept]);
  });

  it("needs none for what happens after it, and keeps none", async () => {
    const kept = (await correctionsOf()).length;
    const entry = { ...memberInput("Vì Văn Sau", register.branchId), startsOn: day("2023-05-01") };
    const { id } = await addMember(register.actors.office, entry, WHY);
    expect(await lastReason()).toBeNull();
    const { office, leader } = register.actors;
    await transfer({ proposer: office, accepter: leader }, departure(id, day("2024-08-15")));
    expect((await correctionsOf()).length).toBe(kept);
  });

  it("keeps who corrected it, when, by what and why, and tells a secretary of the own branch", async () => {
    const { office, secretary, otherSecretary } = register.actors;
    const entry = { ...memberInput("Vì Văn Muộn", register.branchId), startsOn: day("2022-02-01") };
    const { id } = await addMember(office, entry, WHY);
    const one = { actorName: office.displayName, event: "member.added", reason: WHY.correctionReason, memberId: id };
    for (const period of [quarter, year]) {
      const corrections = (await getRiseAndFall(secretary, period)).closing?.corrections ?? [];
      expect(corrections.filter(({ memberId }) => memberId === id)).toEqual([
        expect.objectContaining({ ...one, column: "arrived", change: 1, fullName: "Vì Văn Muộn" }),
        expect.objectContaining({ ...one, column: "closing", change: 1 }),
      ]);
      const others = (await getRiseAndFall(otherSecretary, period)).closing?.corrections ?? [];
      expect(others.filter(({ memberId }) => memberId === id)).toEqual([]);
    }
    expect(await lastReason()).toBe(WHY.correctionReason);
  });

  it("loses who was typed twice when the two records become one, and has both again when they are separated", async () => {
    const { office, leader } = register.actors;
    const entry = { ...memberInput("Vì Văn Đúp", register.branchId), startsOn: day("2021-06-01") };
    const { id: keptId } = await addMember(office, entry, WHY);
    const { id: droppedId } = await addMember(office, { ...entry, startsOn: day("2021-07-01") }, WHY);
    const { id } = await proposeMerge(office, { keptId, droppedId, taken: [] });
    await expect(confirmMerge(leader, { id, version: 1 })).rejects.toMatchObject({ field: "correctionReason" });
    const told = async () =>
      (await getRiseAndFall(office, year)).closing?.corrections.filter(({ memberId }) => memberId === droppedId) ?? [];
    const added = (await told()).length;
    expect(added).toBeGreaterThan(0);
    await confirmMerge(leader, { id, version: 1 }, WHY);
    expect((await told()).slice(added)).toEqual([
      expect.objectContaining({ column: "closing", change: -1, event: "memberMerge.confirmed" }),
      expect.objectContaining({ column: "opening", change: -1, event: "memberMerge.confirmed" }),
    ]);
    await undoMerge(office, { id, version: 2 }, WHY);
    expect((await told()).reduce((sum, { change }) => sum + change, 0)).toBe(added);
  });

  it("is corrected by the dates of the record as well", async () => {
    const { office } = register.actors;
    const start = { admittedOn: day("2022-03-03"), officialOn: null, startsOn: day("2022-03-03") };
    const { id } = await addMember(office, { ...memberInput("Vì Văn Sửa", register.branchId), ...start }, WHY);
    const dates = { admittedOn: day("2021-11-07"), ceremonyOn: null, officialOn: null, officialDecidedOn: null };
    const { cardNumber, oldCardNumber, cardIssuedBy, cardIssuedOn, recordNumber, idNumber, oldIdNumber } = memberInput(
      "Vì Văn Sửa",
      register.branchId,
    );
    const numbers = { cardNumber, oldCardNumber, cardIssuedBy, cardIssuedOn, recordNumber, idNumber, oldIdNumber };
    const edit = { id, version: 1, ...numbers, ...dates };
    await expect(editRegisterEntry(office, edit)).rejects.toMatchObject({ field: "correctionReason" });
    await editRegisterEntry(office, edit, { correctionReason: "Ghi nhầm ngày quyết định" });
    const { closing } = await getRiseAndFall(office, quarter);
    const told = closing?.corrections.filter(({ memberId }) => memberId === id);
    expect(told?.map(({ column, change, reason }) => [column, change, reason])).toEqual([
      ["admitted", 1, WHY.correctionReason],
      ["closing", 1, WHY.correctionReason],
      ["admitted", -1, "Ghi nhầm ngày quyết định"],
      ["arrived", 1, "Ghi nhầm ngày quyết định"],
    ]);
  });

  it("is corrected by a death that was told late", async () => {
    const { system } = register;
    const entry = { ...memberInput("Vì Văn Khuất", register.branchId), startsOn: day("2021-02-01") };
    const { id: memberId } = await addMember(system, entry, WHY);
    const death = { memberId, diedOn: day("2022-03-15"), reason: null };
    await expect(recordDeath(system, death)).rejects.toMatchObject({
      params: { others: 1 },
      field: "correctionReason",
    });
    await recordDeath(system, death, WHY);
    const { closing } = await getRiseAndFall(register.actors.office, quarter);
    const told = closing?.corrections.filter((one) => one.memberId === memberId && one.event !== "member.added");
    expect(told?.map(({ column, change }) => [column, change])).toEqual([
      ["closing", -1],
      ["deceased", 1],
    ]);
  });

  it("is corrected by a branch that took another name then, with everybody in it", async () => {
    const { system } = register;
    const { office, leader } = register.actors;
    const papers = { decisionNumber: null, phone: null, meetingPlace: null, villageId: null, originBody: null };
    const branch = await openBranch(system, {
      kind: "AGENCY",
      name: "Chi bộ Cơ quan",
      startsOn: day("2010-01-01"),
      ...papers,
    });
    for (const name of ["Vì Văn Một", "Vì Văn Hai"]) await addMember(system, memberInput(name, branch.id), WHY);
    const renamed = reorganizationInput([branch.id], {
      kind: "RENAME",
      effectiveOn: day("2022-05-01"),
      decisionOn: day("2022-04-20"),
      opened: [{ key: "1", name: "Chi bộ Cơ quan Đảng ủy", kind: "AGENCY" }],
    });
    const { id } = await proposeReorganization(office, renamed);
    await expect(confirmReorganization(leader, { id, version: 1 })).rejects.toMatchObject({
      params: { from: "01/01/2022", to: "31/12/2022", others: 0 },
      field: "correctionReason",
    });
    await confirmReorganization(leader, { id, version: 1 }, WHY);
    const { closing, differences } = await getRiseAndFall(office, year);
    const told = closing?.corrections.filter(({ event }) => event === "reorganization.confirmed");
    expect(told?.filter(({ column }) => column === "transferredOut")).toHaveLength(2);
    expect(told?.filter(({ column }) => column === "transferredIn")).toHaveLength(2);
    expect(differences.transferredIn).toBe(differences.transferredOut);
    const { told: kept, now } = await bothTellings(year);
    expect(kept).toEqual(now);
  });

  it("and its corrections are together what the register tells, whatever is entered late", async () => {
    const { system } = register;
    const { office, leader } = register.actors;
    const branches = [register.branchId, register.otherBranchId] as const;
    const late = fc.record({
      name: fc.integer({ min: 0, max: 999 }),
      home: fc.constantFrom(0, 1),
      comes: fc.integer({ min: -60, max: 400 }),
      isAdmitted: fc.boolean(),
      moves: fc.option(fc.integer({ min: 1, max: 200 })),
      leaves: fc.option(fc.integer({ min: 1, max: 200 })),
    });
    await fc.assert(
      fc.asyncProperty(late, async ({ name, home, comes, isAdmitted, moves, leaves }) => {
        const startsOn = addDays(quarter.from, comes);
        const admitted = isAdmitted ? { admittedOn: startsOn, officialOn: null } : {};
        const entry = { ...memberInput(`Lò Thị Muộn ${name}`, branches[home] ?? branches[0]), ...admitted, startsOn };
        const { id } = await addMember(system, entry, WHY);
        const hands = { proposer: office, accepter: leader };
        let on: Day = startsOn;
        if (moves !== null) {
          on = addDays(on, moves);
          const move = transferInput(id, { toBranchId: branches[1 - home] ?? branches[0], effectiveOn: on });
          await transfer(hands, move, WHY);
        }
        if (leaves !== null) await transfer(hands, departure(id, addDays(on, leaves)), WHY);
        for (const period of [quarter, year]) {
          const { told, now } = await bothTellings(period);
          expect(told).toEqual(now);
        }
      }),
      { numRuns: 12 },
    );
  });
});

/** Where everybody stands by the closed table with its corrections, and by the register. */
async function bothTellings(period: { from: Day; to: Day }): Promise<{ told: string[]; now: string[] }> {
  const { office } = register.actors;
  const { closing } = await getRiseAndFall(office, period);
  const stands = new Map<string, number>();
  const count = (one: { branchId: string; column: string; stayId: string }, change: number) => {
    const key = `${one.branchId} ${one.column} ${one.stayId}`;
    stands.set(key, (stands.get(key) ?? 0) + change);
  };
  for (const entry of closing?.entries ?? []) count(entry, 1);
  for (const one of closing?.corrections ?? []) count(one, one.change);
  const told = [...stands].flatMap(([key, sum]) => (sum === 0 ? [] : [`${key} ${sum}`]));
  const now = entriesOf(await readAs(office, (tx) => listStays(tx, period)), period);
  return { told: told.sort(), now: now.map((one) => `${one.branchId} ${one.column} ${one.stayId} 1`).sort() };
}

async function lastReason(): Promise<string | null | undefined> {
  const rows = await ownerRows<{ reason: string | null }>(
    `SELECT reason FROM "AuditEvent" WHERE "committeeId" = $1 ORDER BY seq DESC LIMIT 1`,
    [register.committeeId],
  );
  return rows[0]?.reason;
}

async function countMembers(): Promise<number> {
  const rows = await ownerRows(`SELECT 1 FROM "Member" WHERE "committeeId" = $1`, [register.committeeId]);
  return rows.length;
}
