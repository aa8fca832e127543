import { beforeAll, describe, expect, it } from "vitest";
import { csvFile, odsFile, type TableFile, xlsxFile } from "@/lib/core/files/table-file";
import { discardImport } from "@/lib/features/imports/commands/confirm-import";
import { runImport } from "@/lib/features/imports/commands/run-import";
import { stageImport } from "@/lib/features/imports/commands/stage-import";
import { getRejectedFile, type ToldRepair } from "@/lib/features/imports/queries/get-rejected-file";
import { openRegister, ownerRows, type TestRegister } from "../../support/register";
import { checkColumns, checkedImport, HEAD, importRow, outcomes, person } from "./rosters";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});

const words = {
  sheet: "Dòng lỗi",
  head: "Lỗi",
  groupHead: "Nhóm",
  stamp: [],
  sentence: ({ kind, column, found }: ToldRepair) => `${kind} ${column} ${found}`,
};

const rows = () => [
  person(1, { "Họ và tên": "Cứ A Đúng" }),
  person(2, { "Họ và tên": "Cứ A Ngày", "Sinh ngày": "31/02/1970", "Số thẻ đảng viên": "00012345" }),
  person(3, { "Họ và tên": "Cứ A Số", "Số định danh cá nhân": "0141850001", "Nghề nghiệp": "=1+1" }),
  person(4, { "Họ và tên": "Cứ A Giờ", "Sinh ngày": 29_221, "Giới tính": "x" }),
];

const repaired = (file: TableFile): TableFile => ({
  ...file,
  rows: file.rows.map((row) =>
    row.map((cell) => ({ "31/02/1970": "28/02/1970", "0141850001": "014185000123", x: "Nam" })[String(cell)] ?? cell),
  ),
});

describe("the file of rejected rows", () => {
  it("holds just those rows as they came, with what to do in a last column", async () => {
    const { id } = await checkedImport(register.actors.office, rows());
    const { file, format } = await getRejectedFile(register.actors.office, id, words);
    expect(format).toBe("XLSX");
    expect(file.columns.map((column) => column.header)).toEqual([...HEAD, "Lỗi"]);
    expect(file.rows.map((row) => [row[1], row.at(-1)])).toEqual([
      ["Cứ A Ngày", "dayNotReal Sinh ngày 31/02/1970"],
      ["Cứ A Số", "numberForm Số định danh cá nhân •••••••001"],
      ["Cứ A Giờ", "choiceUnknown Giới tính x"],
    ]);
    expect(file.rows[0]).toContain("00012345");
    const [access] = await ownerRows<{ type: string; params: unknown }>(
      `SELECT type, params FROM "AccessLog" WHERE "committeeId" = $1 AND type = 'rosterImport.rejectedExported'`,
      [register.committeeId],
    );
    expect(access?.params).toMatchObject({ rows: 3 });
  });

  it.each([
    ["xlsx", xlsxFile],
    ["ods", odsFile],
    ["csv", csvFile],
  ] as const)("comes back as %s once it is repaired, its own column left aside", async (kind, write) => {
    const { office } = register.actors;
    const { id } = await checkedImport(office, rows());
    const { file } = await getRejectedFile(office, id, words);
    const again = await stageImport(office, { name: `loi.${kind}`, bytes: await write(file) });
    await checkColumns(office, again.id);
    expect(await outcomes(again.id)).toEqual({ REPAIR: 3 });
    const fixed = await stageImport(office, { name: `sua.${kind}`, bytes: await write(repaired(file)) });
    const checked = await checkColumns(office, fixed.id);
    expect(await outcomes(fixed.id)).toEqual({ ADD: 3 });
    expect((await importRow(fixed.id)).repairs).toEqual([]);
    await discardImport(office, checked);
  });

  it("is for who may go on with the import", async () => {
    const { office, leader, secretary } = register.actors;
    const { id } = await checkedImport(office, rows());
    await expect(getRejectedFile(leader, id, words)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getRejectedFile(secretary, id, words)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const clean = await checkedImport(office, [person(1)]);
    await expect(getRejectedFile(office, clean.id, words)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await runImport(office, clean.id)).toBe("BUSY");
  });
});
