import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codingOf, inUnicode, type TextCoding } from "@/lib/core/text/legacy/recognise";
import { oddWords } from "@/lib/core/text/legacy/syllable";
import { fromTcvn3 } from "@/lib/core/text/legacy/tcvn3";
import { fromVni } from "@/lib/core/text/legacy/vni";

const SYLLABLES =
  "Nguyễn Văn Thiệp Hà Thị Ẩm Đinh Quân Lò Đôi Giàng Sồng Páo Mùi Vì Ước Quàng Hạng Thào Lường Hoàng Kiều Tòng Cầm " +
  "Khuyên Tuyết Hưởng Nghĩa Quyết Thuỷ Huệ Phượng Ngữ Bưởi Lừu Dế Chứ Vừ Ín Sơn Xuân Nha Chiềng Bản Mường Trường Tiểu học";
const words = SYLLABLES.split(" ");
const small = words.map((word) => word.toLowerCase());

/** What the letters looked like when the text was typed in an old font. */
function encoder(read: (text: string) => string, signs: readonly string[]): (text: string) => string {
  const known = new Map(signs.map((sign) => [read(sign), sign]));
  return (text) => [...text].map((letter) => known.get(letter) ?? letter).join("");
}
const latin = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0xa1 + index));
const vowels = [..."aeiouyôö"];
const toTcvn3 = encoder(fromTcvn3, latin);
const toVni = encoder(fromVni, [...latin, ...vowels.flatMap((vowel) => latin.map((mark) => vowel + mark))]);

describe("text of old Vietnamese fonts", () => {
  it("is read as it was meant", () => {
    expect(fromTcvn3("NguyÔn V¨n ThiÖp, §¶ng bé x· Xu©n Nha")).toBe("Nguyễn Văn Thiệp, Đảng bộ xã Xuân Nha");
    expect(fromTcvn3("NGUYÔN V¡N THIÖP")).toBe("NGUYỄN VĂN THIỆP");
    expect(fromVni("Nguyeãn Vaên Thieäp, Ñaûng boä xaõ Xuaân Nha")).toBe("Nguyễn Văn Thiệp, Đảng bộ xã Xuân Nha");
    expect(fromVni("Loø Thò Höông, Tröôùc, Söûu, Lyù")).toBe("Lò Thị Hương, Trước, Sửu, Lý");
  });

  it("is recognised and restored, whatever the words", () => {
    const text = fc.array(fc.constantFrom(...small), { minLength: 3, maxLength: 8 }).map((all) => all.join(" "));
    const typed: Record<TextCoding, (text: string) => string> = { UNICODE: (own) => own, TCVN3: toTcvn3, VNI: toVni };
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 4, maxLength: 12 }),
        fc.constantFrom(...Object.keys(typed)),
        (all, name) => {
          const coding = name === "TCVN3" || name === "VNI" ? name : "UNICODE";
          const written = all.map(typed[coding]);
          const found = codingOf(written);
          expect(written.map((one) => inUnicode(one, found).text)).toEqual(all);
        },
      ),
    );
  });

  it("leaves Unicode alone, minority names and foreign words too", () => {
    const texts = [
      "Sồng A Páo",
      "Giàng A Chu",
      "H'Mông",
      "Y Bhăm Niê",
      "Hà Văn Ín",
      "José Martí",
      "Đắk Lắk",
      "Lò Văn Tó",
    ];
    expect(codingOf(texts)).toBe("UNICODE");
    for (const text of texts) expect(inUnicode(text, "UNICODE").text).toBe(text);
  });

  it("reads a cell by itself where the column was pasted together", () => {
    expect(inUnicode("Nguyễn Văn Thiệp", "TCVN3").text).toBe("Nguyễn Văn Thiệp");
    expect(inUnicode("NguyÔn V¨n ThiÖp", "UNICODE")).toEqual({ text: "Nguyễn Văn Thiệp", coding: "TCVN3" });
  });

  it("finds no word of a Vietnamese name odd", () => {
    for (const word of [...words, "Giữa", "gì", "Khuỷu", "Quốc", "Nguyệt", "thuở", "Ðinh", "xoong"]) {
      expect([word, oddWords(word)]).toEqual([word, 0]);
    }
    expect(oddWords("NguyÔn")).toBe(1);
    expect(oddWords("Nguyeãn")).toBe(1);
  });
});
