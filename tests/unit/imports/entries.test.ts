import { describe, expect, it } from "vitest";
import type { SheetCell } from "@/lib/core/files/reader/sheet";
import { meaningOfHead } from "@/lib/features/imports/rules/headers";
import { meaningsObstacle, meaningsOf } from "@/lib/features/imports/rules/meanings";
import { hasSecrecyMark } from "@/lib/features/imports/rules/secrecy";
import { entriesOf, tablesOf } from "./sheets";

const NATIONAL: [string, string | null][] = [
  ["STT", null],
  ["ID", null],
  ["Họ và tên*", "fullName"],
  ["Tên gọi khác", "otherName"],
  ["Giới tính*", "sex"],
  ["Sinh ngày*", "birthOn"],
  ["Dân tộc*", "ethnicity"],
  ["Tôn giáo*", "religion"],
  ["Số định danh cá nhân*", "idNumber"],
  ["Số thẻ Đảng* (12 số theo HD38)", "cardNumber"],
  ["Nơi cấp thẻ", "cardIssuedBy"],
  ["Ngày cấp thẻ", "cardIssuedOn"],
  ["Số thẻ theo quyết định 85", "oldCardNumber"],
  ["Tổ chức Đảng đang sinh hoạt*", "branch"],
  ["Nơi đăng ký khai sinh (Quốc gia)*", "birthCountry"],
  ["Nơi đăng ký khai sinh (Tỉnh, thành phố)*", "birthProvince"],
  ["Nơi đăng ký khai sinh (Chi tiết)*", "birthPlace"],
  ["Quê quán (Quốc gia)*", "homeCountry"],
  ["Quê quán (Tỉnh, thành phố)*", "homeProvince"],
  ["Quê quán (Chi tiết)*", "homePlace"],
  ["Nơi thường trú (Quốc gia)*", "permanentCountry"],
  ["Nơi thường trú (Tỉnh, thành phố)*", "permanentProvince"],
  ["Nơi thường trú (Chi tiết)*", "permanentResidence"],
  ["Ngày vào Đảng*", "admittedOn"],
  ["Ngày chính thức*", "officialOn"],
  ["Số CMND cũ", "oldIdNumber"],
  ["Trạng thái hoạt động", "status"],
  ["Ngày rời khỏi/mất/miễn", "statusOn"],
  ["Đề nghị xóa", "removal"],
];

describe("the columns of a roster", () => {
  it("of the national file are all known", () => {
    const columns = NATIONAL.map(([head]) => [head]);
    expect(columns).toHaveLength(29);
    expect(meaningsOf(columns, new Map())).toEqual(NATIONAL.map(([, field]) => field));
  });

  it.each([
    [["Ngày, tháng, năm sinh"], "birthOn"],
    [["Sinh ngày", "Nam"], "male"],
    [["Sinh", "Năm"], "birthOn"],
    [["Giới tính", "Nữ"], "female"],
    [["Họ và tên đệm"], "fullName"],
    [["Số CMND/CCCD"], "idNumber"],
    [["Ngày cấp CCCD"], null],
    [["Ngày vào Đảng", "Dự bị"], "admittedOn"],
    [["Ngày vào Đảng", "Chính thức"], "officialOn"],
    [["Vào Đảng, chính thức"], "admittedThenOfficial"],
    [["Quê quán (xã, huyện, tỉnh)"], "homePlace"],
    [["Trình độ", "Lý luận chính trị"], "theoryLevel"],
    [["Trình độ", "Văn hóa"], "education"],
    [["Chi bộ"], "branch"],
    [["Lỗi"], null],
    [["Mức phụ cấp"], undefined],
  ])("%j", (path, field) => expect(meaningOfHead(path)).toBe(field));

  it("are taken as they were chosen before", () => {
    const remembered = new Map([
      ["dia chi", "permanentResidence" as const],
      ["ho va ten", null],
    ]);
    expect(meaningsOf([["Địa chỉ"], ["Họ và tên"]], remembered)).toEqual(["permanentResidence", null]);
  });

  it("must name people, and no field twice", () => {
    expect(meaningsObstacle(["sex"])?.reason).toBe("imports.errors.noNameColumn");
    expect(meaningsObstacle(["fullName", "sex", "sex"])).toMatchObject({ params: { column: 3 } });
    expect(meaningsObstacle(["fullName", "fullName", "birthOn", "birthOn"])).toBeNull();
  });
});

describe("a row of a roster", () => {
  const head = ["Họ và tên đệm", "Tên", "Sinh ngày", "CCCD", "Số thẻ đảng viên", "Chi bộ", "Tôn giáo"];

  it("is read as its columns say", () => {
    const [entry] = entriesOf([head, ["Ngần Văn", "Thiệp", "1968", 14_070_001_234, "01234567", "Nà An", "Không"]]);
    expect(entry?.values).toEqual({
      fullName: "Ngần Văn Thiệp",
      birthOn: "1968",
      idNumber: "014070001234",
      oldCardNumber: "01234567",
      religion: null,
    });
    expect(entry?.branch?.id).toBe("na-an");
    expect(entry?.notices.map((one) => [one.kind, one.column])).toEqual([
      ["zeroRestored", 3],
      ["oldNumber", 4],
    ]);
  });

  it("names the line, the column and what has to be done", () => {
    const [, entry] = entriesOf([
      ["Họ và tên", "Sinh ngày", "Chi bộ"],
      ["Hà Thị Ẩm", "1970", "Nà An"],
      ["Lò Văn Đôi", "31/02/1970", "Mường An"],
    ]);
    expect(entry?.line).toBe(3);
    expect(entry?.repairs.map((one) => [one.kind, one.field, one.column])).toEqual([
      ["dayNotReal", "birthOn", 1],
      ["branchUnknown", "branch", 2],
    ]);
  });

  it("is brought to Unicode with the right letters and nothing invisible", () => {
    const [tcvn3, apart] = entriesOf([
      ["Hä vµ tªn", "Sinh ngµy"],
      ["NguyÔn V¨n ThiÖp", "1970"],
      ["§inh V¨n Qu©n", "1971"],
    ]);
    expect([tcvn3?.values.fullName, apart?.values.fullName]).toEqual(["Nguyễn Văn Thiệp", "Đinh Văn Quân"]);
    const [odd] = entriesOf([
      ["Họ và tên", "Sinh ngày"],
      ["Ðinh\u200B Văn Quân".normalize("NFD"), "1970"],
    ]);
    expect(odd?.values.fullName).toBe("Đinh Văn Quân");
    expect(odd?.notices.map((one) => one.kind)).toEqual(["invisibleRemoved", "lettersCorrected"]);
  });

  it("may give a date in three columns", () => {
    const rows: SheetCell[][] = [
      ["Họ và tên", "Sinh", null, null],
      [null, "Ngày", "Tháng", "Năm"],
      ["Ngần Văn Thiệp", 3, 2, 1970],
      ["Hà Thị Ẩm", null, null, 1968],
    ];
    const found = entriesOf(rows, [
      [0, 0, 1, 0],
      [0, 1, 0, 3],
    ]);
    expect(found.map((entry) => entry.values.birthOn)).toEqual(["1970-02-03", "1968"]);
  });

  it("is left out where the file asks to delete it", () => {
    const [entry] = entriesOf([
      ["Họ và tên", "Sinh ngày", "Đề nghị xóa"],
      ["Hà Thị Ẩm", "1970", "x"],
    ]);
    expect(entry?.isLeftOut).toBe(true);
  });

  it("takes our own export's text as it was", () => {
    const [entry] = entriesOf([
      ["Họ và tên", "Sinh ngày", "Nghề nghiệp"],
      ["Hà Thị Ẩm", "1970", "'-Trồng trọt"],
    ]);
    expect(entry?.values.occupation).toBe("-Trồng trọt");
  });
});

describe("a secrecy mark", () => {
  it.each(["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: TỐI MẬT", "MẬT".normalize("NFD")])("«%s» stands alone", (text) => {
    expect(hasSecrecyMark([text], [])).toBe(true);
  });

  it("is none inside other words, and no given name", () => {
    expect(hasSecrecyMark(["Bảo mật thông tin", "mật độ", "Mật khẩu", "Tài liệu mật"], ["MẬT", "Mật"])).toBe(false);
    expect(hasSecrecyMark([], ["TUYỆT MẬT"])).toBe(true);
  });

  it("is looked for around the tables", () => {
    const [table] = tablesOf([["TỐI MẬT"], ["Họ và tên", "Sinh ngày"], ["Hà Thị Ẩm", "1970"]]);
    expect(hasSecrecyMark(table?.around ?? [], [])).toBe(true);
  });
});
