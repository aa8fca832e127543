import { describe, expect, it } from "vitest";
import { sentencesOf, wordsNotVietnamese } from "../../e2e/support/language";
import { routeOf, routes } from "../../e2e/support/routes";

describe("the look for a foreign language", () => {
  it.each([
    ["Save all changes", ["Save", "all", "changes"]],
    ["Đã lưu hồ sơ. Undo", ["Undo"]],
    ["Party member", ["Party", "member"]],
  ])("finds what is no Vietnamese in «%s»", (text, words) => {
    expect(wordsNotVietnamese([text])).toEqual(words);
  });

  it.each([
    "Đồng chí Giàng A Chu, Chi bộ bản Nà An, sinh 03/02/1970",
    "In lúc 08:15 bởi Quàng Thị Én; tệp Excel, 17-QĐ/ĐU, 5-TTr/ĐU, UBKT",
    "Mở http://localhost:3000/redeem",
    "Trang: /members/new · Mã: ABCD3467",
  ])("leaves «%s» in peace", (text) => {
    expect(wordsNotVietnamese([text])).toEqual([]);
  });

  it("finds sentences of the other catalogue, and not those that both share", () => {
    expect(sentencesOf("vi", ["Đăng xuất", "Chi bộ bản Nà An", "Excel"])).toEqual(["Đăng xuất"]);
    expect(sentencesOf("en", ["Sign out", "Đăng xuất"])).toEqual(["Sign out"]);
  });
});

describe("the routes of the file system", () => {
  it("tells the page of an address, exact parts before parameters", () => {
    expect(routes).toContain("/members/[id]/edit");
    expect(routeOf("/members/new")).toBe("/members/new");
    expect(routeOf("/members/7/edit")).toBe("/members/[id]/edit");
    expect(routeOf("/members/7/nowhere")).toBeNull();
  });
});
