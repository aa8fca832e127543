import { describe, expect, it } from "vitest";
import { note, text } from "@/lib/core/fields";
import { secrecyMarkIn, secrecyMarkInLines } from "@/lib/core/text/secrecy";

describe("a mark of secrecy", () => {
  it.each([
    ["MẬT", "MẬT"],
    ["Độ mật: MẬT", "MẬT"],
    ["(TỐI MẬT) Số: 12-BC/ĐU", "TỐI MẬT"],
    ["TUYỆT MẬT\nKính gửi đồng chí", "TUYỆT MẬT"],
    ["TỐI MẬT".normalize("NFD"), "TỐI MẬT"],
    ["MẬT 01-BC/UBKT", "MẬT"],
    ["M Ậ T", "MẬT"],
    ["Số 01  T Ố I   M Ậ T".normalize("NFD"), "TỐI MẬT"],
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
    "QUY CHẾ BẢO M Ậ T",
    "M Ậ TT",
    "",
  ])("is not seen in %s", (typed) => {
    expect(secrecyMarkIn(typed)).toBeNull();
  });

  it("is found on a line of its own, unless the line before ends in the middle of an ordinary word", () => {
    expect(secrecyMarkInLines(["HUYỆN ỦY PHÙ YÊN", "MẬT", "Kính gửi"])).toBe("MẬT");
    expect(secrecyMarkInLines(["VỀ TĂNG CƯỜNG CÔNG TÁC BẢO", "MẬT"])).toBeNull();
    expect(secrecyMarkInLines(["LUẬT BẢO VỆ BÍ".normalize("NFD"), "MẬT NHÀ NƯỚC".normalize("NFD")])).toBeNull();
    expect(secrecyMarkInLines([])).toBeNull();
  });

  it("is refused in every field of text, with the law's name", () => {
    for (const field of [text(), note()]) {
      const parsed = field.safeParse("TỐI MẬT");
      expect(parsed.error?.issues[0]).toMatchObject({ message: "refusals.secrecyMark" });
      expect(field.safeParse("Quy chế bảo mật").success).toBe(true);
    }
  });
});
