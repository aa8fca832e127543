import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { carryOutBulkEdit, undoBulkEdit } from "@/lib/features/bulk-edits/commands/carry-out-bulk-edit";
import { prepareBulkEdit } from "@/lib/features/bulk-edits/commands/prepare-bulk-edit";
import { getBulkChoice } from "@/lib/features/bulk-edits/queries/get-bulk-choice";
import { getBulkEdit, listBulkEdits } from "@/lib/features/bulk-edits/queries/get-bulk-edit";
import type { BulkField } from "@/lib/features/bulk-edits/schema";
import { addMember } from "@/lib/features/members/commands/add-member";
import { memberListInput } from "@/lib/features/members/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { transfer, transferInput } from "../../support/movements";
import { purge } from "../../support/purge";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

let count = 0;
const add = async (branchId = register.branchId) =>
  (await addMember(register.system, memberInput(`Lò Văn Loạt ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[count++ % 26]}`, branchId)))
    .id;
const prepare = (actor: Actor, members: string[], value: string, field: BulkField = "occupation") =>
  prepareBulkEdit(actor, { list: "", field, reach: "CHOSEN", members, value });
const storedOf = async (table: string, members: readonly string[]) => {
  const key = table === "Member" ? "id" : "memberId";
  const rows = await ownerRows<{ row: object }>(
    `SELECT to_jsonb(r) - 'version' AS row FROM "${table}" r WHERE "${key}" = ANY ($1) ORDER BY "${key}"`,
    [members],
  );
  return rows.map(({ row }) => row);
};
const touch = (id: string) => ownerRows(`UPDATE "Member" SET version = version + 1 WHERE id = $1`, [id]);
const changesOf = (type: string) =>
  ownerRows<{ recordId: string; before: object; after: object }>(
    `SELECT c."recordId", c.before, c.after FROM "AuditChange" c JOIN "AuditEvent" e USING ("committeeId", seq)
      WHERE e."committeeId" = $1 AND e.type = $2 AND e.seq = (SELECT max(seq) FROM "AuditEvent" WHERE "committeeId" = $1)`,
    [register.committeeId, type],
  );

describe("a bulk edit", () => {
  it("changes nobody until it is carried out, and then all of them in one event", async () => {
    const { office } = register.actors;
    const people = [await add(), await add(register.otherBranchId)];
    const before = await storedOf("MemberProfile", people);
    const { id } = await prepare(office, people, "Trồng rừng");
    expect(await storedOf("MemberProfile", people)).toEqual(before);
    const prepared = await getBulkEdit(office, id);
    expect(prepared).toMatchObject({ state: "PREPARED", can: { carryOut: true, undo: false }, hidden: 0 });
    expect(prepared.members.map(({ outcome }) => outcome)).toEqual(["CHANGE", "CHANGE"]);

    await carryOutBulkEdit(office, { id, version: 1 });
    expect(await storedOf("MemberProfile", people)).toEqual(
      before.map((row) => ({ ...row, occupation: "Trồng rừng" })),
    );
    const changes = await changesOf("bulkEdit.applied");
    expect(changes.map(({ recordId }) => recordId).sort()).toEqual([...people].sort());
    expect(changes[0]?.after).toEqual({ occupation: "Trồng rừng" });
    expect(await getBulkEdit(office, id)).toMatchObject({ state: "DONE", can: { carryOut: false, undo: true } });
    expect((await listBulkEdits(office))[0]).toMatchObject({ id, field: "occupation", value: "Trồng rừng" });
  });

  it("leaves out who has the value, whose record another branch keeps, and who has left, and says so", async () => {
    const { office, leader, secretary } = register.actors;
    const [changing, same, leaving] = [await add(), await add(), await add()];
    await ownerRows(`UPDATE "MemberSensitive" SET ethnicity = 'Dao' WHERE "memberId" = $1`, [same]);
    await ownerRows(
      `UPDATE "Membership" SET "endsOn" = '2024-01-01', "endReason" = 'MOVED_AWAY' WHERE "memberId" = $1`,
      [leaving],
    );
    const { id } = await prepare(office, [changing, same, leaving], "Dao", "ethnicity");
    const outcomes = (await getBulkEdit(office, id)).members.map((member) => [member.id, member.outcome]);
    expect(Object.fromEntries(outcomes)).toEqual({ [changing]: "CHANGE", [same]: "SAME", [leaving]: "LEFT" });
    await expect(prepare(office, [same, leaving], "Dao", "ethnicity")).rejects.toMatchObject({
      code: "RULE",
      reason: "bulkEdits.errors.changesNothing",
    });
    await expect(prepare(leader, [changing], "Dao", "ethnicity")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(prepare(secretary, [changing, await add(register.otherBranchId)], "Mường")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(prepare(office, [], "Mường")).rejects.toMatchObject({
      code: "RULE",
      reason: "bulkEdits.errors.nobody",
    });
  });

  it("takes all that the list finds, of a secretary the own branch only", async () => {
    const { secretary } = register.actors;
    const mine = await add();
    const other = await add(register.otherBranchId);
    const input = { list: "", field: "religion" as const, reach: "ALL" as const, members: [], value: "Không" };
    const { id } = await prepareBulkEdit(secretary, input);
    const members = (await getBulkEdit(secretary, id)).members.map((member) => member.id);
    expect(members).toContain(mine);
    expect(members).not.toContain(other);
    const choice = await getBulkChoice(secretary, memberListInput.parse({}), secretary.today, "religion");
    expect(choice.members.map((member) => member.id).sort()).toEqual([...members].sort());
    await carryOutBulkEdit(secretary, { id, version: 1 });
    expect(await storedOf("MemberSensitive", [mine])).toMatchObject([{ religion: "Không" }]);
    expect(await storedOf("MemberSensitive", [other])).toMatchObject([{ religion: null }]);
  });

  it("is refused as a whole, by name, where somebody has edited a member since", async () => {
    const { office } = register.actors;
    const people = [await add(), await add()];
    const { id } = await prepare(office, people, "Nghề mới");
    await touch(people[1] ?? "");
    const before = await storedOf("MemberProfile", people);
    expect((await getBulkEdit(office, id)).members.filter(({ isChangedSince }) => isChangedSince)).toHaveLength(1);
    const [changed] = await ownerRows<{ fullName: string }>(`SELECT "fullName" FROM "Member" WHERE id = $1`, [
      people[1],
    ]);
    await expect(carryOutBulkEdit(office, { id, version: 1 })).rejects.toMatchObject({
      code: "RULE",
      reason: "bulkEdits.errors.changedSince",
      params: { names: changed?.fullName, count: 1 },
    });
    expect(await storedOf("MemberProfile", people)).toEqual(before);
  });

  it("is its editor's to carry out: another's is forbidden to the office, and not there for anybody else", async () => {
    const { office, secretary, leader, inspector } = register.actors;
    const { id } = await prepare(office, [await add()], "Nghề của tôi");
    const colleague = await signInAs(register.committeeId, "Văn phòng khác", { role: "OFFICE" });
    await expect(carryOutBulkEdit(colleague, { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const other of [secretary, leader, inspector]) {
      await expect(carryOutBulkEdit(other, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(undoBulkEdit(other, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getBulkEdit(other, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is prepared, carried out and taken back once by two at once or by one key sent twice", async () => {
    const { office } = register.actors;
    const people = [await add(), await add()];
    const formKey = randomUUID();
    const input = { list: "", field: "occupation", reach: "CHOSEN", members: people, value: "Một lần" } as const;
    const { id } = await prepareBulkEdit(office, { ...input, members: people }, { formKey });
    expect(await prepareBulkEdit(office, { ...input, members: people }, { formKey })).toEqual({ id });
    for (const [act, version] of [
      [carryOutBulkEdit, 1],
      [undoBulkEdit, 2],
    ] as const) {
      const both = await Promise.allSettled([act(office, { id, version }), act(office, { id, version })]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
    const versions = await ownerRows(`SELECT version FROM "Member" WHERE id = ANY ($1)`, [people]);
    expect(versions).toEqual([{ version: 3 }, { version: 3 }]);
  });
});

describe("taking a bulk edit back", () => {
  it("restores exactly what was there, leaves who was edited since, and names both in one event", async () => {
    const { office } = register.actors;
    const people = [await add(), await add(), await add()];
    const [edited = ""] = people;
    const tables = ["Member", "MemberProfile", "MemberSensitive"];
    const rest = people.slice(1);
    const before = await Promise.all(tables.map((table) => storedOf(table, rest)));
    const { id } = await prepare(office, people, "Tày", "ethnicity");
    await carryOutBulkEdit(office, { id, version: 1 });
    await touch(edited);
    await undoBulkEdit(office, { id, version: 2 });
    expect(await Promise.all(tables.map((table) => storedOf(table, rest)))).toEqual(before);
    expect(await storedOf("MemberSensitive", [edited])).toMatchObject([{ ethnicity: "Tày" }]);
    const view = await getBulkEdit(office, id);
    expect(Object.fromEntries(view.members.map((member) => [member.id, member.outcome]))).toEqual({
      [edited]: "KEPT",
      ...Object.fromEntries(rest.map((one) => [one, "RESTORED"])),
    });
    expect((await changesOf("bulkEdit.reverted")).map(({ recordId }) => recordId).sort()).toEqual([...rest].sort());
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "bulkEdit.reverted" });
    await expect(undoBulkEdit(office, { id, version: 3 })).rejects.toMatchObject({ reason: "bulkEdits.errors.undone" });
  });

  it("is the office's for a secretary's edit, and over after a day", async () => {
    const { office, secretary } = register.actors;
    const { id } = await prepare(secretary, [await add()], "Nghề chi bộ");
    await carryOutBulkEdit(secretary, { id, version: 1 });
    await undoBulkEdit(office, { id, version: 2 });
    const late = await prepare(secretary, [await add()], "Nghề chi bộ");
    await carryOutBulkEdit(secretary, { id: late.id, version: 1 });
    await ownerRows(`UPDATE "BulkEdit" SET "undoEndsAt" = now() WHERE id = $1`, [late.id]);
    for (const actor of [secretary, office]) {
      await expect(undoBulkEdit(actor, { id: late.id, version: 2 })).rejects.toMatchObject({
        code: "RULE",
        reason: "bulkEdits.errors.undoOver",
      });
    }
    await purge();
    expect(await ownerRows(`SELECT 1 FROM "BulkEditRow" WHERE "editId" = $1`, [late.id])).toEqual([]);
    expect(await getBulkEdit(secretary, late.id)).toMatchObject({ state: "DONE", members: [], can: { undo: false } });
  });

  it("tells a secretary nothing of who has moved to another branch, and leaves that record alone", async () => {
    const { office, leader, secretary } = register.actors;
    const people = [await add(), await add()];
    const [moving = "", staying = ""] = people;
    const { id } = await prepare(secretary, people, "Nghề cũ");
    await carryOutBulkEdit(secretary, { id, version: 1 });
    await transfer(
      { proposer: office, accepter: leader },
      transferInput(moving, { toBranchId: register.otherBranchId, effectiveOn: secretary.today }),
    );
    const view = await getBulkEdit(secretary, id);
    expect(view.members.map((member) => member.id)).toEqual([staying]);
    await undoBulkEdit(secretary, { id, version: 2 });
    expect(await storedOf("MemberProfile", [moving])).toMatchObject([{ occupation: "Nghề cũ" }]);
    expect((await getBulkEdit(office, id)).members.find((member) => member.id === moving)?.isChangedSince).toBe(true);
  });
});
