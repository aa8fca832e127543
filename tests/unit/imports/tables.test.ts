import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { entriesOf, tablesOf } from "./sheets";

const HEAD = ["STT", "Họ và tên", "Sinh ngày", "Dân tộc"];
const people: SheetCell[][] = [
  [1, "Ngần Văn Thiệp", "03/02/1970", "Thái"],
  [2, "Hà Thị Ẩm", "1968", "Thái"],
];
const names = (rows: SheetCell[][], ...merged: [number, number, number, number][]) =>
  tablesOf(rows, ...merged).map((table) => table.rows.map((row) => row.cells[1]));

describe("a table of people is found", () => {
  it("under title rows, merged or not", () => {
    const rows = [["ĐẢNG BỘ XÃ XUÂN NHA"], ["DANH SÁCH ĐẢNG VIÊN"], [], HEAD, ...people];
    const [table] = tablesOf(rows, [0, 0, 0, 3], [1, 0, 1, 3]);
    expect(table?.firstLine).toBe(4);
    expect(table?.rows.map((row) => row.line)).toEqual([5, 6]);
    expect(table?.around).toContain("DANH SÁCH ĐẢNG VIÊN");
  });

  it("with heads on two lines, merged down and across", () => {
    const rows: SheetCell[][] = [
      ["TT", "Họ và tên", "Quê quán", null, null, "Ngày vào Đảng", null],
      [null, null, "Quốc gia", "Tỉnh, thành phố", "Chi tiết", "Dự bị", "Chính thức"],
      [1, "Ngần Văn Thiệp", "Việt Nam", "Sơn La", "Xã Xuân Nha", "03/02/1995", "03/02/1996"],
    ];
    const [entry] = entriesOf(rows, [
      [0, 0, 1, 0],
      [0, 1, 1, 1],
      [0, 2, 0, 4],
      [0, 5, 0, 6],
    ]);
    expect(entry?.values).toEqual({
      fullName: "Ngần Văn Thiệp",
      homeCountry: "Việt Nam",
      homeProvince: "Sơn La",
      homePlace: "Xã Xuân Nha",
      admittedOn: "1995-02-03",
      officialOn: "1996-02-03",
    });
  });

  it("with the group's name on the line above and the columns' numbers below", () => {
    const rows: SheetCell[][] = [
      [null, null, "Ngày, tháng, năm sinh", null, "Dân tộc"],
      ["STT", "Họ và tên", "Nam", "Nữ", null],
      ["(1)", "(2)", "(3)", "(4)", "(5)"],
      [1, "Ngần Văn Thiệp", "03/02/1970", null, "Thái"],
      [2, "Hà Thị Ẩm", null, "1968", "Thái"],
    ];
    const found = entriesOf(rows, [
      [0, 2, 0, 3],
      [0, 4, 1, 4],
    ]);
    expect(found.map(({ values }) => [values.sex, values.birthOn])).toEqual([
      ["MALE", "1970-02-03"],
      ["FEMALE", "1968"],
    ]);
  });

  it("without its totals, remarks and signatures", () => {
    const rows = [
      HEAD,
      ...people,
      [null, "Tổng cộng: 2 đồng chí"],
      [],
      [null, null, "Xuân Nha, ngày 03 tháng 02 năm 2026"],
      [null, null, "NGƯỜI LẬP BIỂU", "T/M CHI BỘ"],
    ];
    const [table] = tablesOf(rows);
    expect(table?.rows).toHaveLength(2);
    expect(table?.leftOut).toEqual([4, 7]);
  });

  it("with the families Tòng, Tống and Công, which are no totals", () => {
    const families = ["Tòng Văn Lả", "Tống Thị Hoa", "Công Văn An"];
    const rows: SheetCell[][] = [
      HEAD,
      ...families.map((name, place): SheetCell[] => [place + 1, name, "1970", "Thái"]),
      [null, "Tổng", 3],
      [null, "Tổng cộng: 3", "1970"],
      [null, "Cộng (3 đồng chí)", "1970"],
      ["Tổng số", null, "3 đồng chí"],
    ];
    expect(names(rows)).toEqual([families]);
  });

  it("as one table where the heads are printed again", () => {
    expect(names([HEAD, ...people, HEAD, [3, "Lò Văn Đôi", "1980", "Thái"]])).toEqual([
      ["Ngần Văn Thiệp", "Hà Thị Ẩm", "Lò Văn Đôi"],
    ]);
  });

  it("as two tables under each other", () => {
    const other = ["TT", "Họ và tên", "Số thẻ", "Chi bộ"];
    expect(names([HEAD, ...people, [], other, [1, "Lò Văn Đôi", "01234567", "Nà An"]])).toEqual([
      ["Ngần Văn Thiệp", "Hà Thị Ẩm"],
      ["Lò Văn Đôi"],
    ]);
  });

  it("as two tables beside each other", () => {
    const rows: SheetCell[][] = [
      ["STT", "Họ và tên", "Sinh ngày", null, "STT", "Họ và tên", "Sinh ngày"],
      [1, "Ngần Văn Thiệp", "1970", null, 1, "Lò Văn Đôi", "1980"],
      [2, "Hà Thị Ẩm", "1968", null, null, null, null],
    ];
    expect(names(rows)).toEqual([["Ngần Văn Thiệp", "Hà Thị Ẩm"], ["Lò Văn Đôi"]]);
  });

  it("with the titles of groups as a column", () => {
    const rows = [HEAD, ["I", "Chi bộ bản Nà An"], people[0] ?? [], ["II", "Chi bộ bản Chiềng Hin"], people[1] ?? []];
    const [table] = tablesOf(rows);
    expect(table?.hasGroups).toBe(true);
    expect(table?.rows.map((row) => row.cells.at(-1))).toEqual(["Chi bộ bản Nà An", "Chi bộ bản Chiềng Hin"]);
  });

  it("with a branch merged down beside its members", () => {
    const rows: SheetCell[][] = [
      ["Chi bộ", "Họ và tên", "Sinh ngày"],
      ["Nà An", "Ngần Văn Thiệp", "1970"],
      [null, "Hà Thị Ẩm", "1968"],
    ];
    expect(entriesOf(rows, [[1, 0, 2, 0]]).map((entry) => entry.branch?.id)).toEqual(["na-an", "na-an"]);
  });

  it("nowhere in a sheet without people", () => {
    expect(
      tablesOf([
        ["Nội dung", "Số tiền"],
        ["Đảng phí", 50_000],
      ]),
    ).toEqual([]);
    expect(tablesOf([])).toEqual([]);
  });

  it("keeps a person of whom only the name is known", () => {
    expect(names([HEAD, [1, "Ngần Văn Thiệp", null, null]])).toEqual([["Ngần Văn Thiệp"]]);
  });

  it("holds just its people, whatever stands around them", () => {
    const title = fc.constantFrom("ĐẢNG BỘ XÃ", "Danh sách đảng viên", "Tính đến ngày 31/12/2025", "");
    const between = fc.constantFrom<SheetCell[]>([], ["Tổng", null, null, null], [null, "Cộng: 5", null, null]);
    fc.assert(
      fc.property(
        fc.array(title, { maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        between,
        (titles, count, line) => {
          const rows = Array.from({ length: count }, (_, index): SheetCell[] => [
            index + 1,
            "Lò Văn Đôi",
            "1980",
            "Thái",
          ]);
          const sheet = [...titles.map((text) => [text]), HEAD, ...rows.flatMap((row) => [row, line])];
          const [table] = tablesOf(sheet);
          expect(table?.rows.map((row) => row.cells[0])).toEqual(rows.map((row) => row[0]));
          expect(table?.rows.map((row) => sheet[row.line - 1])).toEqual(rows);
        },
      ),
    );
  });
});
