import { beforeAll, describe, expect, it } from "vitest";
import { inContext, type Tx } from "@/lib/core/db/context";
import { confirmImport, stopImport } from "@/lib/features/imports/commands/confirm-import";
import { decideRow, decideRows } from "@/lib/features/imports/commands/decide-rows";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { checkedImport, dumpOfMembers, importRow, importRows, outcomes, person } from "./rosters";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

describe("a secretary's file", () => {
  const own = (changes = {}) =>
    person(1, {
      "Họ và tên": "Hà Thị Ẩm",
      "Giới tính": "Nữ",
      "Sinh ngày": "1975",
      "Dân tộc": "Kinh",
      "Ngày vào Đảng": null,
      "Ngày chính thức": null,
      ...changes,
    });

  it("edits the own branch, but nothing that the office keeps", async () => {
    const { secretary } = register.actors;
    const { id, end } = await importRows(secretary, [
      own({ "Nghề nghiệp": "Dệt thổ cẩm", "Ngày vào Đảng": "03/02/2009" }),
    ]);
    expect(end).toBe("DONE");
    const [row] = await ownerRows(
      `SELECT occupation, "admittedOn"::text AS admitted FROM "MemberProfile" WHERE "memberId" = $1`,
      [register.members.woman],
    );
    expect(row).toEqual({ occupation: "Dệt thổ cẩm", admitted: "2010-02-03" });
    expect((await importRow(id)).notices.map((group) => group.kind)).toEqual(["officeKeeps"]);
  });

  it("adds nobody, also where a row is decided", async () => {
    const { secretary } = register.actors;
    const number = "014185000555";
    await importRows(register.actors.office, [own({ "Số thẻ đảng viên": number })]);
    const { id } = await checkedImport(secretary, [own({ "Họ và tên": "Hà Thị Lả", "Số thẻ đảng viên": number })]);
    expect(await outcomes(id)).toEqual({ DECIDE: 1 });
    await expect(
      decideRow(secretary, { id, line: 4, choice: { decision: "NEW_PERSON", memberId: null } }),
    ).rejects.toMatchObject({ reason: "imports.errors.newPersonByOffice" });
    await expect(decideRows(secretary, { id, decision: "NEW_PERSON" })).rejects.toMatchObject({ code: "RULE" });
    await decideRows(secretary, { id, decision: "SKIP" });
    expect(await outcomes(id)).toEqual({ SKIP: 1 });
  });

  it("keeps and writes no rows of anybody else, asked of the database itself", async () => {
    const { secretary } = register.actors;
    const checked = await checkedImport(secretary, [own({ "Nghề nghiệp": "Thêu" })]);
    await confirmImport(secretary, checked);
    const asSecretary = (statement: (tx: Tx) => Promise<unknown>) => inContext(secretary.sessionToken, statement);
    const { woman, other } = register.members;
    const keep = (member: string) => (tx: Tx) =>
      tx.$executeRaw`SELECT app.keep_images(${checked.id}::uuid, ARRAY[${member}]::uuid[])`;
    await expect(asSecretary(keep(other))).rejects.toThrow(/no right/);
    const patch = JSON.stringify([{ memberId: other, occupation: "x" }]);
    const patched = await asSecretary(
      (tx) => tx.$queryRaw`SELECT app.patch_rows('MemberProfile', 'memberId', ${patch}::jsonb) AS n`,
    );
    expect(patched).toEqual([{ n: 0 }]);
    await expect(
      asSecretary((tx) => tx.$executeRaw`SELECT app.keep_added(${checked.id}::uuid, ARRAY[${woman}]::uuid[])`),
    ).rejects.toThrow(/no right/);
    await expect(asSecretary((tx) => tx.$queryRaw`SELECT * FROM app.undo_import(${checked.id}::uuid)`)).rejects.toThrow(
      /no right/,
    );
    await stopImport(secretary, { id: checked.id });
    await expect(asSecretary(keep(woman))).rejects.toThrow(/no right/);
  });

  it("is rejected as a whole with the lines that are not of the own branch, whoever they are about", async () => {
    const { secretary } = register.actors;
    const before = await dumpOfMembers(register.committeeId);
    const { id, version } = await checkedImport(secretary, [
      own({ "Nghề nghiệp": "Khác" }),
      person(2, { "Họ và tên": "Mùi Thị Lan", "Sinh ngày": "1975", "Chi bộ": "Thử Hai" }),
      person(3, { "Họ và tên": "Không Có Ai" }),
    ]);
    expect(await importRow(id)).toMatchObject({ state: "REJECTED", foreignLines: [5, 6] });
    await expect(confirmImport(secretary, { id, version })).rejects.toMatchObject({
      reason: "imports.errors.rejected",
    });
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);
  });
});
