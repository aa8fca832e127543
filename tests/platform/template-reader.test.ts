import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readTemplate } from "@/lib/core/files/read-template";
import type { TagSeen } from "@/lib/core/files/template-reader/reading";
import { wordFile } from "@/lib/core/files/word/write-word";
import { goodLines, tamperedTemplate } from "../support/templates";
import { wordText } from "../support/word";

const RELATIONS = "word/_rels/document.xml.rels";
const inBody = (xml: string) => ({
  "word/document.xml": (text: string) => text.replace("<w:body>", `<w:body><w:p><w:r>${xml}</w:r></w:p>`),
});
const related = (attributes: string) => ({
  [RELATIONS]: (text: string) =>
    text.replace("</Relationships>", `<Relationship Id="r9" Type="http://x/hyperlink" ${attributes}/></Relationships>`),
});

async function found(lines: readonly string[]) {
  const reading = await readTemplate(wordFile(lines));
  if ("refused" in reading) throw new Error(reading.refused);
  return reading;
}

const shape = (tags: readonly TagSeen[]): unknown[] =>
  tags.map(({ tag, kind, inside }) => (inside.length > 0 ? [kind, tag, shape(inside)] : [kind, tag]));

describe("a template that is read apart", () => {
  it("tells its tags, tables with what is in their rows", async () => {
    const { tags, faults } = await found([
      "{Họ và tên} {HỌ VÀ TÊN}",
      "[table 1 1]",
      "{#Quá trình}{Năm} | {Việc}{/Quá trình}",
      "[end]",
      "[footer {Chân trang}]",
    ]);
    expect(shape(tags)).toEqual([
      ["FIELD", "Họ và tên"],
      ["FIELD", "HỌ VÀ TÊN"],
      [
        "LOOP",
        "Quá trình",
        [
          ["FIELD", "Năm"],
          ["FIELD", "Việc"],
        ],
      ],
      ["FIELD", "Chân trang"],
    ]);
    expect(faults).toEqual([]);
  });

  it("tells every fault of its braces at once", async () => {
    const { faults } = await found(["{Họ và tên", "{Ngày sinh} Quê quán}", "{#Bảng} {Năm}"]);
    expect(faults.map(({ kind }) => kind).sort()).toEqual(["UNCLOSED_LOOP", "UNCLOSED_TAG", "UNOPENED_TAG"]);
    expect((await found(["{#Bảng} {Năm}"])).faults).toEqual([{ kind: "UNCLOSED_LOOP", near: "Bảng" }]);
    expect((await found(["{/Bảng}"])).faults).toEqual([{ kind: "UNOPENED_LOOP", near: "Bảng" }]);
    expect((await found(["{#Một}{#Hai}{/Một}{/Hai}"])).faults[0]?.kind).toBe("CROSSED_LOOPS");
  });

  it("takes raw markup, other brackets and conditions for what they are", async () => {
    const { tags } = await found(["{@Họ và tên}", "{=[[ ]]=}", "{^Bảng}x{/Bảng}"]);
    expect(shape(tags)).toEqual([
      ["OTHER", "Họ và tên"],
      ["FIELD", "=[[ ]]="],
      ["OTHER", "Bảng"],
    ]);
  });

  it("is packed anew with the parts that were looked at, and reads the same", async () => {
    const sent = Buffer.concat([Buffer.from(wordFile(goodLines)), Buffer.from("after the archive")]);
    const reading = await readTemplate(sent);
    const packed = "packed" in reading ? Buffer.from(reading.packed, "base64") : Buffer.alloc(0);
    expect(wordText(packed)).toBe(wordText(wordFile(goodLines)));
    expect(packed.includes("after the archive")).toBe(false);
  });

  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(), "EMPTY"],
    ["more than is allowed", new Uint8Array(1024 * 1024 + 1), "TOO_BIG"],
    ["a text", Buffer.from("Họ và tên"), "OTHER_KIND"],
    ["an old Word file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "OLD_WORD"],
    ["half an archive", wordFile(goodLines).slice(0, 900), "DAMAGED"],
    ["another kind of archive", tamperedTemplate({ "word/document.xml": null }), "OTHER_KIND"],
    ["macros", tamperedTemplate({ "word/vbaProject.bin": "x" }), "MACROS"],
    [
      "a document that says it has macros",
      tamperedTemplate({
        "[Content_Types].xml": (text) =>
          text.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
          ),
      }),
      "MACROS",
    ],
    ["a link to elsewhere", tamperedTemplate(related('Target="https://x.example/" TargetMode="External"')), "LINKS"],
    ["a link in disguise", tamperedTemplate(related('Target="https://x/" TargetMode="&#69;xternal"')), "LINKS"],
    ["an embedded file", tamperedTemplate({ "word/embeddings/oleObject1.bin": "x" }), "EMBEDDED"],
    ["an embedded object", tamperedTemplate(inBody('<w:object><o:OLEObject r:id="r9"/></w:object>')), "EMBEDDED"],
    ["another document", tamperedTemplate(inBody("<w:altChunk/>")), "EMBEDDED"],
    [
      "a field that runs something",
      tamperedTemplate(inBody("<w:instrText>DD</w:instrText><w:instrText>E c</w:instrText>")),
      "FIELDS",
    ],
    ["a field that fetches a file", tamperedTemplate(inBody('<w:fldSimple w:instr="INCLUDETEXT c:/x"/>')), "FIELDS"],
    [
      "entities",
      tamperedTemplate({
        "word/styles.xml": (text) => text.replace("<w:styles", '<!DOCTYPE a [<!ENTITY b "c">]><w:styles'),
      }),
      "DAMAGED",
    ],
    [
      "letters of another coding",
      tamperedTemplate({ "word/styles.xml": new Uint8Array(Buffer.from('<?xml version="1.0"?><a/>', "utf16le")) }),
      "DAMAGED",
    ],
    ["markup that does not close", tamperedTemplate({ "word/document.xml": "<w:document><w:body>" }), "DAMAGED"],
    ["what unpacks to too much", tamperedTemplate({ "word/x.xml": " ".repeat(9 * 1024 * 1024) }), "INFLATES"],
    [
      "too many parts",
      tamperedTemplate(Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`word/p${n}.xml`, "<a/>"]))),
      "INFLATES",
    ],
  ])("refuses %s", async (_what, bytes, refusal) => {
    expect(await readTemplate(bytes)).toEqual({ refused: refusal });
  });

  it("refuses what would take too long, and no more than a moment passes", async () => {
    const began = Date.now();
    const reading = await readTemplate(tamperedTemplate({}, [`${"{#Bảng}".repeat(3000)}{x}`]));
    expect("refused" in reading || reading.faults.length > 0).toBe(true);
    expect(Date.now() - began).toBeLessThan(12_000);
  });

  it("sees no file of this machine but its own code", async () => {
    const code = await readFile("lib/core/files/read-apart.ts", "utf8");
    expect(code).toContain("--permission");
    expect(code).not.toContain("allow-fs-write");
    expect(code).not.toContain("allow-child");
  });
});
