import { beforeAll, describe, expect, it } from "vitest";
import { confirmImport } from "@/lib/features/imports/commands/confirm-import";
import { runImport } from "@/lib/features/imports/commands/run-import";
import { undoImport } from "@/lib/features/imports/commands/undo-import";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { checkedImport, dumpOfMembers, importRow, importRows, outcomes, person } from "./rosters";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const roster = () => [
  person(1),
  person(2, {
    "Họ và tên": "Hà Thị Ẩm",
    "Giới tính": "Nữ",
    "Sinh ngày": "1975",
    "Dân tộc": "Kinh",
    "Ngày vào Đảng": null,
    "Ngày chính thức": null,
  }),
  person(3, { "Họ và tên": "Quàng Thị Sai", "Sinh ngày": "31/02/1970" }),
];

describe("an import of a roster", () => {
  it("writes nothing until it is confirmed and worked off, then all of it with its audit event", async () => {
    const { office } = register.actors;
    const before = await dumpOfMembers(register.committeeId);
    const checked = await checkedImport(office, roster());
    expect(await outcomes(checked.id)).toEqual({ ADD: 1, UPDATE: 1, REPAIR: 1 });
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);

    await confirmImport(office, checked);
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);
    expect(await runImport(office, checked.id)).toBe("DONE");
    expect(await importRow(checked.id)).toMatchObject({ state: "DONE" });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "rosterImport.completed",
      actorName: "Văn phòng",
    });

    const [added] = await ownerRows<Record<string, unknown>>(
      `SELECT m.id, m."fullName", p."birthOn", p."admittedOn"::text AS admitted, h."startsOn"::text AS since, p.education::text
         FROM "Member" m JOIN "MemberProfile" p ON p."memberId" = m.id JOIN "Membership" h ON h."memberId" = m.id
         WHERE m."fullName" = 'Lường Văn Mới' AND m."committeeId" = $1`,
      [register.committeeId],
    );
    expect(added).toMatchObject({
      birthOn: "1985-08-15",
      admitted: "2012-02-03",
      since: "2020-01-01",
      education: "UNKNOWN",
    });
    const [updated] = await ownerRows(`SELECT occupation FROM "MemberProfile" WHERE "memberId" = $1`, [
      register.members.woman,
    ]);
    expect(updated).toEqual({ occupation: "Trồng trọt" });
  });

  it("changes nothing the second time", async () => {
    const { office } = register.actors;
    const before = await dumpOfMembers(register.committeeId);
    const again = await checkedImport(office, roster());
    expect(await outcomes(again.id)).toEqual({ SAME: 2, REPAIR: 1 });
    await expect(confirmImport(office, again)).rejects.toMatchObject({
      code: "RULE",
      reason: "imports.errors.changesNothing",
    });
    expect(await dumpOfMembers(register.committeeId)).toEqual(before);
  });

  it("is taken back by a second person, byte by byte", async () => {
    const own = await openRegister();
    const { office, leader } = own.actors;
    const before = await dumpOfMembers(own.committeeId);
    const { id, end } = await importRows(office, [
      ...roster(),
      person(4, {
        "Họ và tên": "Mùi Thị Lan",
        "Chi bộ": "Thử Hai",
        "Sinh ngày": "1975",
        "Số định danh cá nhân": "014175000001",
        "Ngày vào Đảng": null,
        "Ngày chính thức": null,
        "Giới tính": "Nữ",
      }),
    ]);
    expect(end).toBe("DONE");
    const { version } = await importRow(id);
    expect(await dumpOfMembers(own.committeeId)).not.toEqual(before);
    await expect(undoImport(office, { id, version, reason: null })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await undoImport(leader, { id, version, reason: "Nhập nhầm tệp" });
    expect(await dumpOfMembers(own.committeeId)).toEqual(before);
    expect(await lastEvent(own.committeeId)).toMatchObject({ type: "rosterImport.reverted" });
    await expect(undoImport(leader, { id, version: version + 1, reason: null })).rejects.toMatchObject({
      reason: "imports.errors.undone",
    });
  });
});
