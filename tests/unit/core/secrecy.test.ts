import { describe, expect, it } from "vitest";
import { note, text } from "@/lib/core/fields";
import { secrecyMarkIn } from "@/lib/core/text/secrecy";

describe("a mark of secrecy", () => {
  it.each([
    ["MẬT", "MẬT"],
    ["Độ mật: MẬT", "MẬT"],
    ["(TỐI MẬT) Số: 12-BC/ĐU", "TỐI MẬT"],
    ["TUYỆT MẬT\nKính gửi đồng chí", "TUYỆT MẬT"],
    ["TỐI MẬT".normalize("NFD"), "TỐI MẬT"],
    ["MẬT 01-BC/UBKT", "MẬT"],
  ])("is found in %s", (typed, mark) => {
    expect(secrecyMarkIn(typed)).toBe(mark);
  });

  it.each([
    "bảo mật",
    "Mật độ dân cư",
    "QUY CHẾ BẢO MẬT THÔNG TIN",
    "Lò Văn Mật",
    "LÒ VĂN MẬT",
    "bí mật nhà nước",
    "mật ong rừng",
    "ĐMẬT",
    "",
  ])("is not seen in %s", (typed) => {
    expect(secrecyMarkIn(typed)).toBeNull();
  });

  it("is refused in every field of text, with the law's name", () => {
    for (const field of [text(), note()]) {
      const parsed = field.safeParse("TỐI MẬT");
      expect(parsed.error?.issues[0]).toMatchObject({ message: "refusals.secrecyMark" });
      expect(field.safeParse("Quy chế bảo mật").success).toBe(true);
    }
  });
});
