import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frequentPasswords } from "@/lib/features/accounts/rules/frequent-passwords";
import { passwordObstacle, recognisablePart, repetitionObstacle } from "@/lib/features/accounts/rules/passwords";

const around = { username: "lo.van-a", names: ["Đảng bộ xã Xuân Nha", "Chi bộ bản Nà An"], birthYears: ["1968"] };
const reasonOf = (password: string) =>
  passwordObstacle(password, around)?.reason.replace("accounts.errors.", "") ?? null;

describe("a new password", () => {
  it.each([
    "Hoa-ban-trang-2022",
    "núi rừng tây bắc xanh thẳm",
    "correct horse with a battery",
    "            .",
    "Ẩ".repeat(4) + "ừẫọờ abcd",
    "☀☁☂☃★☆☎☏☐☑☒☓☔",
  ])("may be %s", (password) => {
    expect(reasonOf(password)).toBeNull();
  });

  it.each([
    ["", "passwordLength"],
    ["mười một kt", "passwordLength"],
    ["x y".repeat(50), "passwordLength"],
    ["matkhau12345678", "passwordCommon"],
    ["Mật khẩu 123456", "passwordCommon"],
    ["QWERTYUIOP123", "passwordCommon"],
    ["Leave Me Alone!", "passwordCommon"],
    ["1qazxsw23edc", "passwordCommon"],
    ["aaaaaaaaaaaaaa", "passwordCommon"],
    ["1212 1212 1212", "passwordCommon"],
    ["tôi là Lò Văn A đây", "passwordHasUsername"],
    ["yêu Đảng yêu nước", "passwordHasWord"],
    ["ở chi bộ chúng tôi", "passwordHasWord"],
    ["Bí thư của chúng ta", "passwordHasWord"],
    ["quê ở XUÂN  NHA nhé", "passwordHasName"],
    ["một người Nà An nào", "passwordHasName"],
    ["sinh ra năm 1968 ấy", "passwordHasBirthYear"],
  ])("may not be %s", (password, reason) => {
    expect(reasonOf(password)).toBe(reason);
  });

  it("is judged alike however its letters are composed", () => {
    const any = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(any, (password) => {
        expect(reasonOf(password.normalize("NFD"))).toBe(reasonOf(password.normalize("NFC")));
      }),
    );
  });

  it("counts characters, not bytes", () => {
    expect(reasonOf("ừ☀ẫ☁ọ☂ờ☃ế★ậ☆")).toBeNull();
  });

  it("has to be typed twice the same way, whatever the keyboard composes", () => {
    expect(repetitionObstacle("Sương sớm".normalize("NFC"), "Sương sớm".normalize("NFD"))).toBeNull();
    expect(repetitionObstacle("Sương sớm", "sương sớm")).toMatchObject({ field: "repeatedPassword" });
  });
});

describe("the list of frequent passwords", () => {
  it("holds more than ten thousand that are long enough to be tried", () => {
    expect(frequentPasswords().size).toBeGreaterThan(10_000);
    for (const one of frequentPasswords()) expect(one).toMatch(/^[a-z0-9]{12,}$/);
  });
});

describe("the recognisable part of a name", () => {
  it.each([
    ["Đảng bộ xã Xuân Nha", "xuannha"],
    ["Chi bộ bản Nà An", "naan"],
    ["Huyện ủy Vân Hồ", "vanho"],
    ["Chi bộ Trường Tiểu học Xuân Nha", "xuannha"],
    ["Chi bộ bản Ư", null],
  ])("of %s is %s", (name, part) => {
    expect(recognisablePart(name)).toBe(part);
  });
});
