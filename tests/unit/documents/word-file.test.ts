import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK, fillWord } from "@/lib/core/files/word/fill-word";
import { wordFile } from "@/lib/core/files/word/write-word";
import { brokenParts, wordParts, wordText } from "../../support/word";

const stamp = { title: "Phiếu", by: "Lò Thị Mai", at: new Date("2026-11-26T01:02:03Z"), serial: "A1B2C3D4" };
const template = wordFile([
  "- Họ và tên: **{Họ và tên}**, viết hoa: {HỌ VÀ TÊN}",
  "[table 30 70]",
  "! Năm | Việc",
  "{#Quá trình}{Năm} | {Việc}{/Quá trình}",
  "[end]",
]);
const fill = (values: Parameters<typeof fillWord>[1]) => fillWord(template, values, stamp);

describe("a template that is filled", () => {
  it("holds the values where its tags stood, and in capitals where the tag was", () => {
    const text = wordText(fill({ "Họ và tên": "Hà Thị Ẩm", "Quá trình": [{ Năm: "1990", Việc: "Đi bộ đội" }] }));
    expect(text).toContain("Họ và tên: Hà Thị Ẩm, viết hoa: HÀ THỊ ẨM");
    expect(text).toContain("1990\nĐi bộ đội");
    expect(text).not.toContain("{");
  });

  it("finds its tags whatever their case, spaces and way of storing accents", () => {
    const odd = wordFile(["{họ  và tên} {HỌ VÀ TÊN}", "Họ và tên: {Họ và tên }".normalize("NFD")]);
    const text = wordText(fillWord(odd, { "Họ và tên": "Vì Văn Ước" }, stamp));
    expect(text).toContain("Vì Văn Ước VÌ VĂN ƯỚC");
    expect(text.normalize("NFC")).toContain("Họ và tên: Vì Văn Ước");
  });

  it("prints a line of dots for what is not known, and no row for an empty loop", () => {
    const text = wordText(fill({ "Họ và tên": null, "Quá trình": [] }));
    expect(text).toContain(`Họ và tên: ${BLANK}, viết hoa: ${BLANK}`);
    expect(text.match(/Năm/gu)).toHaveLength(1);
    expect(wordText(fill({}))).toContain(`Họ và tên: ${BLANK}`);
  });

  it("keeps the lines of a long text apart", () => {
    expect(wordText(fill({ "Họ và tên": "một\nhai" }))).toContain("một\nhai");
  });

  it("takes no word of a value for a tag, not even of the person who takes it away", () => {
    const text = wordText(fillWord(template, { "Họ và tên": "{Việc} {#x}" }, { ...stamp, by: "{abc" }));
    expect(text).toContain("Họ và tên: {Việc} {#x}");
  });

  it("says who took it away and when, and nothing else of anybody", () => {
    const core = wordParts(fill({})).get("docProps/core.xml");
    expect(core).toContain("<dc:creator>Lò Thị Mai</dc:creator><cp:keywords>A1B2C3D4</cp:keywords>");
    expect(core).toContain("2026-11-26T01:02:03.000Z");
  });

  it("is a whole document that holds any text as it is", () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "</w:t></w:r>",
        "<w:fldSimple w:instr='DDE'/>",
        "&amp;",
        "=cmd|' /C calc'!A0",
        "]]>",
        "Ẩm\u0000\u000B",
      ),
    );
    fc.assert(
      fc.property(words, (value) => {
        const filled = fill({ "Họ và tên": value, "Quá trình": [{ Năm: value, Việc: "x" }] });
        const parts = wordParts(filled);
        expect(brokenParts(filled)).toEqual([]);
        const kept = value
          .toWellFormed()
          .replace(/[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]/gu, " ")
          .trim()
          .split(/\s+/u);
        const letters = wordText(filled).replace(/\s+/gu, " ");
        for (const word of kept) expect(letters).toContain(word);
        expect(parts.get("word/document.xml")).not.toContain("fldSimple w:instr='");
      }),
      { numRuns: 150 },
    );
  });
});

describe("a template made of our own text", () => {
  it("is the same bytes each time", () => {
    const lines = ["[landscape]", "# A", "[footer x]", "**b** //i// __u__", "[columns 1 1]", "a", "---", "b", "[end]"];
    expect(wordFile(lines)).toEqual(wordFile(lines));
    expect(brokenParts(wordFile(lines))).toEqual([]);
  });

  it("is A4 in the measures and letters of Party documents", () => {
    const parts = wordParts(wordFile(["Văn bản"]));
    const page = parts.get("word/document.xml");
    expect(page).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(page).toContain('w:top="1134" w:bottom="1134" w:left="1701" w:right="850"');
    expect(page).toContain(
      '<w:spacing w:before="0" w:after="120" w:line="380" w:lineRule="exact"/><w:ind w:firstLine="567"/>',
    );
    expect(parts.get("word/styles.xml")).toContain('w:ascii="Times New Roman"');
  });

  it("refuses a block that is never closed", () => {
    expect(() => wordFile(["[table 1 2]", "a | b"])).toThrow(RangeError);
  });
});
