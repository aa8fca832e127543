import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { remindBranch } from "@/lib/features/month-work/commands/remind-branch";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { isOfBranch } from "@/lib/features/month-work/rules/lines";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { accepted } from "../visits/visit";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

const everything = { branch: null };
const call = (branchId: string) => ({ branchId, way: "CALL", note: null }) as const;

describe("a month's work", () => {
  it("is of all branches for the office and leadership, of the own ones for others, and of one when asked", async () => {
    const { office, leader, secretary, inCharge } = register.actors;
    const { branchId, otherBranchId } = register;
    for (const actor of [office, leader]) {
      const { branches, lines } = await getMonthWork(actor, everything);
      expect(branches.map(({ id }) => id)).toEqual(expect.arrayContaining([branchId, otherBranchId]));
      expect(lines.filter(({ kind }) => kind === "MEETING_MISSING")).toHaveLength(branches.length);
      const sum = branches.reduce((total, { open }) => total + open, 0);
      expect(sum).toBe(lines.filter(isOfBranch).length);
    }
    for (const actor of [secretary, inCharge]) {
      const { branches, lines } = await getMonthWork(actor, everything);
      expect(branches.map(({ id }) => id)).toEqual([branchId]);
      expect(lines.length).toBeGreaterThan(0);
      expect(new Set(lines.map((line) => line.branchId))).toEqual(new Set([branchId]));
      await expect(getMonthWork(actor, { branch: otherBranchId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const one = await getMonthWork(leader, { branch: otherBranchId });
    expect(one.branch?.id).toBe(otherBranchId);
    expect(new Set(one.lines.map((line) => line.branchId))).toEqual(new Set([otherBranchId]));
  });

  it("is nothing for who sees no branch's work", async () => {
    const { inspector, ordinary } = register.actors;
    for (const stranger of [inspector, ordinary])
      await expect(getMonthWork(stranger, everything)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("holds a difficulty once it is overdue, and no longer once it is closed", async () => {
    const { office, secretary } = register.actors;
    const id = await accepted(office, { branchId: register.branchId });
    await ownerRows(`UPDATE "Difficulty" SET "deadlineOn" = $2 WHERE id = $1`, [id, addDays(office.today, -1)]);
    const line = { kind: "DIFFICULTY_OVERDUE", href: `/difficulties/${id}`, isLate: true };
    for (const actor of [office, secretary])
      expect((await getMonthWork(actor, everything)).lines).toContainEqual(expect.objectContaining(line));
    await ownerRows(`UPDATE "Difficulty" SET state = 'SOLVED', "closedOn" = $2 WHERE id = $1`, [id, office.today]);
    expect((await getMonthWork(office, everything)).lines).not.toContainEqual(expect.objectContaining(line));
  });
});

describe("reminding a branch", () => {
  it("keeps by whom, how and of how much, and the branch sees it", async () => {
    const { leader, secretary } = register.actors;
    const { branchId } = register;
    const before = await getMonthWork(leader, { branch: branchId });
    await remindBranch(leader, { ...call(branchId), note: "Nhắc họp" });
    const [stored] = await ownerRows(`SELECT way, note, "openLines" FROM "BranchReminder" WHERE "branchId" = $1`, [
      branchId,
    ]);
    expect(stored).toEqual({ way: "CALL", note: "Nhắc họp", openLines: before.lines.length });
    expect((await getMonthWork(secretary, everything)).branches[0]?.reminder).toEqual({
      ...{ way: "CALL", note: "Nhắc họp", on: leader.today, by: leader.displayName },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "branch.reminded" });
  });

  it("is for who sees to the branch: another's is not there, the own one is not one's to remind", async () => {
    const { office, inCharge, secretary, inspector } = register.actors;
    const { branchId, otherBranchId } = register;
    await remindBranch(inCharge, call(branchId));
    await remindBranch(office, call(otherBranchId));
    await expect(remindBranch(inCharge, call(otherBranchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(remindBranch(inspector, call(branchId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(remindBranch(secretary, call(branchId))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is of something: a branch in which nothing is open is not reminded", async () => {
    const { office } = register.actors;
    const [branch] = await ownerRows<{ id: string }>(
      `INSERT INTO "Branch" ("committeeId", id, name, "sortKey", kind, "startsOn", "endsOn")
        SELECT "committeeId", gen_random_uuid(), 'Chi bộ đã kết thúc', 'z', kind, '2015-01-01', '2016-01-01'
        FROM "Branch" WHERE id = $1 RETURNING id`,
      [register.branchId],
    );
    if (!branch) throw new Error("no branch");
    await expect(remindBranch(office, call(branch.id))).rejects.toMatchObject({
      code: "RULE",
      reason: "monthWork.errors.nothingOpen",
    });
  });

  it("is noted once by one form sent twice at once, and never changed", async () => {
    const { office } = register.actors;
    const { branchId } = register;
    const countOf = async () =>
      (await ownerRows(`SELECT 1 FROM "BranchReminder" WHERE "branchId" = $1`, [branchId])).length;
    const before = await countOf();
    const formKey = randomUUID();
    await Promise.all([
      remindBranch(office, call(branchId), { formKey }),
      remindBranch(office, call(branchId), { formKey }),
    ]);
    expect(await countOf()).toBe(before + 1);
    const change = inContext(office.sessionToken, (tx) => tx.$executeRaw`UPDATE "BranchReminder" SET "openLines" = 1`);
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
