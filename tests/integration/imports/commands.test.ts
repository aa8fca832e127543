import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmImport, discardImport, stopImport } from "@/lib/features/imports/commands/confirm-import";
import { runImport } from "@/lib/features/imports/commands/run-import";
import { undoImport } from "@/lib/features/imports/commands/undo-import";
import { purge } from "../../support/purge";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { checkedImport, importRow, importRows, person } from "./rosters";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

describe("carrying an import out", () => {
  it("happens once, however often it is asked for", async () => {
    const { office } = register.actors;
    const checked = await checkedImport(office, [person(1, { "Họ và tên": "Lầu A Một Lần" })]);
    const formKey = randomUUID();
    const confirmed = await Promise.allSettled([
      confirmImport(office, checked, { formKey }),
      confirmImport(office, checked, { formKey }),
      confirmImport(office, checked),
    ]);
    expect(confirmed.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    const ends = await Promise.all([
      runImport(office, checked.id),
      runImport(office, checked.id),
      runImport(office, checked.id),
    ]);
    expect(ends.filter((end) => end === "DONE")).toHaveLength(1);
    expect(await ownerRows(`SELECT 1 FROM "Member" WHERE "fullName" = 'Lầu A Một Lần'`)).toHaveLength(1);
  });

  it("waits while another one runs in the register, and can be stopped before it writes", async () => {
    const { office } = register.actors;
    const [one, other] = [
      await checkedImport(office, [person(1, { "Họ và tên": "Vàng A Dừng" })]),
      await checkedImport(office, [person(2, { "Họ và tên": "Vàng A Chờ" })]),
    ];
    await confirmImport(office, one);
    await expect(confirmImport(office, other)).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "refusals.constraints.RosterImport_one_runs",
    });
    await stopImport(office, { id: one.id });
    expect(await runImport(office, one.id)).toBe("BUSY");
    expect(await importRow(one.id)).toMatchObject({ state: "CHECKED" });
    await expect(stopImport(office, { id: one.id })).rejects.toMatchObject({ reason: "imports.errors.notRunning" });
    expect(await ownerRows(`SELECT 1 FROM "Member" WHERE "fullName" LIKE 'Vàng A %'`)).toEqual([]);
  });

  it("judges again what was changed since it was checked", async () => {
    const { office } = register.actors;
    const name = { "Họ và tên": "Sùng A Trước" };
    const checked = await checkedImport(office, [person(1, name)]);
    await importRows(office, [person(1, { ...name, "Nghề nghiệp": "Nuôi ong" })]);
    await confirmImport(office, checked);
    expect(await runImport(office, checked.id)).toBe("DONE");
    const rows = await ownerRows(
      `SELECT p.occupation FROM "Member" m JOIN "MemberProfile" p ON p."memberId" = m.id WHERE m."fullName" = 'Sùng A Trước'`,
    );
    expect(rows).toEqual([{ occupation: "Trồng trọt" }]);
  });

  it("is given up without a trace of its lines", async () => {
    const { office } = register.actors;
    const checked = await checkedImport(office, [person(1)]);
    await discardImport(office, checked);
    expect(await ownerRows(`SELECT 1 FROM "StagingRow" WHERE "importId" = $1`, [checked.id])).toEqual([]);
    await expect(confirmImport(office, { ...checked, version: checked.version + 1 })).rejects.toMatchObject({
      reason: "imports.errors.over",
    });
  });
});

describe("taking an import back", () => {
  it("is another person's act, within a day, and only while nobody has built on it", async () => {
    const { office, leader, inspector, secretary } = register.actors;
    const { id } = await importRows(office, [person(1, { "Họ và tên": "Thào A Về" })]);
    const { version } = await importRow(id);
    const input = { id, version, reason: null };
    await expect(undoImport(office, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(undoImport(inspector, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(undoImport(secretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });

    await ownerRows(`UPDATE "Member" SET version = version + 1 WHERE "fullName" = 'Thào A Về'`);
    await expect(undoImport(leader, input)).rejects.toMatchObject({
      reason: "imports.errors.builtOn",
      params: { names: "Thào A Về" },
    });
    await ownerRows(`UPDATE "Member" SET version = version - 1 WHERE "fullName" = 'Thào A Về'`);
    const [member] = await ownerRows<{ id: string }>(`SELECT id FROM "Member" WHERE "fullName" = 'Thào A Về'`);
    await ownerRows(
      `INSERT INTO "MemberStatus" ("committeeId", id, "memberId", kind, "startsOn") VALUES ($1, $2, $3, 'EXEMPT', '2025-01-01')`,
      [register.committeeId, randomUUID(), member?.id],
    );
    await expect(undoImport(leader, input)).rejects.toMatchObject({
      reason: "refusals.constraints.RosterImport_built_on",
    });
    await ownerRows(`DELETE FROM "MemberStatus" WHERE "memberId" = $1`, [member?.id]);

    await ownerRows(`UPDATE "RosterImport" SET "undoEndsAt" = now() - interval '1 minute' WHERE id = $1`, [id]);
    await expect(undoImport(leader, input)).rejects.toMatchObject({ reason: "imports.errors.undoOver" });
    await ownerRows(`UPDATE "RosterImport" SET "undoEndsAt" = now() + interval '1 hour' WHERE id = $1`, [id]);
    const undone = await Promise.allSettled([undoImport(leader, input), undoImport(leader, input)]);
    expect(undone.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await ownerRows(`SELECT 1 FROM "Member" WHERE "fullName" = 'Thào A Về'`)).toEqual([]);
  });

  it("may be a colleague's of the office", async () => {
    const colleague = await signInAs(register.committeeId, "Văn phòng hai", { role: "OFFICE" });
    const { id } = await importRows(register.actors.office, [person(1, { "Họ và tên": "Thào A Hai" })]);
    await undoImport(colleague, { id, version: (await importRow(id)).version, reason: null });
    expect(await importRow(id)).toMatchObject({ state: "UNDONE" });
  });
});

describe("what an import leaves behind", () => {
  it("is gone once the time for undoing is over, for everybody without asking", async () => {
    const { office } = register.actors;
    const { id } = await importRows(office, [person(1, { "Họ và tên": "Hạng A Dọn" })]);
    const kept = () =>
      ownerRows(
        `SELECT 1 FROM "StagingRow" WHERE "importId" = $1 UNION ALL SELECT 1 FROM "UndoImage" WHERE "importId" = $1`,
        [id],
      );
    await purge();
    expect((await kept()).length).toBeGreaterThan(0);
    await ownerRows(`UPDATE "RosterImport" SET "undoEndsAt" = now() - interval '1 minute' WHERE id = $1`, [id]);
    await purge();
    expect(await kept()).toEqual([]);
    expect(await importRow(id)).toMatchObject({ state: "DONE" });
  });
});
