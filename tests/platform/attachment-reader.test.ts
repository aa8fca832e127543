import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { strippedJpg, strippedPng } from "@/lib/core/files/attachment-reader/stripped-picture";
import { readAttachment } from "@/lib/core/files/read-attachment";
import { xlsxFile } from "@/lib/core/files/table-file";
import { wordFile } from "@/lib/core/files/word/write-word";
import { pdfWith } from "../support/pdf";
import { factsOf, notedPicture, pictureNote, plainPicture } from "../support/pictures";
import { pngChunk, pngWith } from "../support/png";
import { tamperedTemplate } from "../support/templates";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const pdf = pdfWith(["Chỉ thị"]);
const SOME_EXE = bytes(`MZ\u0090\u0000${"\u0000".repeat(200)}PE`);

const segment = (mark: number, text: string) => {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head, Buffer.from(text, "latin1")]);
};
const jpgOf = (...notes: Buffer[]) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, "JFIF\u0000"),
      ...notes,
      segment(0xda, "\u0001"),
      Buffer.from([1, 2, 3, 0xff, 0xd9]),
    ]),
  );

const pictureOf = async (file: Uint8Array) => {
  const reading = await readAttachment(file);
  if ("refused" in reading || reading.stripped === null) throw new Error(JSON.stringify(reading));
  return Buffer.from(reading.stripped, "base64");
};

describe("a file that is to be kept, read apart", () => {
  it("is what it holds, whatever it is called", async () => {
    const table = { sheet: "S", head: [], stamp: [], serial: "A", columns: [], rows: [] };
    const files = [pdf, wordFile(["Chỉ thị"]), await xlsxFile(table), pngWith({}), await plainPicture()];
    const found = await Promise.all(files.map(readAttachment));
    expect(found.map((one) => ("refused" in one ? one.refused : one.format))).toEqual([
      "PDF",
      "DOCX",
      "XLSX",
      "PNG",
      "JPG",
    ]);
  });

  it("is refused as what it is not", async () => {
    const zip = new PizZip().file("a.txt", "x").generate({ type: "uint8array" });
    const macros = tamperedTemplate({ "word/vbaProject.bin": "x" });
    const files: [Uint8Array, string][] = [
      [SOME_EXE, "OTHER_KIND"],
      [bytes("<html><script>alert(1)</script>"), "OTHER_KIND"],
      [zip, "OTHER_KIND"],
      [new Uint8Array(), "EMPTY"],
      [new Uint8Array(10 * 1024 * 1024 + 1), "TOO_BIG"],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), "OLD_OFFICE"],
      [macros, "MACROS"],
      [wordFile(["x"]).subarray(0, 500), "DAMAGED"],
      [pdf.subarray(0, 12), "DAMAGED"],
      [pngWith({}).subarray(0, 40), "DAMAGED"],
      [jpgOf(), "DAMAGED"],
      [pngWith({ width: 30_000, height: 30_000 }), "TOO_MANY_PIXELS"],
      [jpgOf().subarray(0, 9), "DAMAGED"],
      [tamperedTemplate({ "word/document.xml": "a".repeat(70 * 1024 * 1024) }), "INFLATES"],
    ];
    for (const [file, refused] of files) expect(await readAttachment(file)).toEqual({ refused });
  });

  it("tells a mark of secrecy that stands alone in a Word or Excel file, also in pieces and in the head of the page", async () => {
    const markOf = async (file: Uint8Array) => {
      const reading = await readAttachment(file);
      return "refused" in reading ? reading.refused : reading.mark;
    };
    expect(await markOf(wordFile(["MẬT", "Báo cáo"]))).toBe("MẬT");
    expect(await markOf(wordFile(["TUYỆT MẬT".normalize("NFD")]))).toBe("TUYỆT MẬT");
    expect(await markOf(wordFile(["Về bảo mật thông tin, mật độ dân cư", "BẢO MẬT THÔNG TIN"]))).toBeNull();
    const inPieces = "<w:p><w:r><w:t>TỐI M</w:t></w:r><w:r><w:t>&#x1EAC;T</w:t></w:r></w:p>";
    const changed = (text: string) => text.replace("<w:body>", `<w:body>${inPieces}`);
    expect(await markOf(tamperedTemplate({ "word/document.xml": changed }))).toBe("TỐI MẬT");
    expect(await markOf(tamperedTemplate({ "word/header1.xml": "<w:hdr><w:p><w:t>MẬT</w:t></w:p></w:hdr>" }))).toBe(
      "MẬT",
    );
    const rows = [["Độ mật", "MẬT"]];
    const column = { header: "A", kind: "text", width: 10 } as const;
    const table = { sheet: "S", head: [], stamp: [], serial: "A", columns: [column, column], rows };
    expect(await markOf(await xlsxFile(table))).toBe("MẬT");
    expect(await markOf(await xlsxFile({ ...table, rows: [["mật độ", "bảo mật"]] }))).toBeNull();
  });

  it("loses what a camera wrote into a picture, and nothing that is the picture", () => {
    const place = pngChunk("tEXt", Buffer.from("GPS\u0000 20.9, 104.7"));
    const png = pngWith({ notes: [place, pngChunk("eXIf", Buffer.from("GPS"))] });
    expect(strippedPng(Buffer.from(png))).toEqual(Buffer.from(pngWith({})));
    const jpg = jpgOf(segment(0xe1, "Exif GPS"), segment(0xfe, "who"), segment(0xee, "Adobe"));
    expect(strippedJpg(Buffer.from(jpg))).toEqual(Buffer.from(jpgOf(segment(0xee, "Adobe"))));
    const tail = Buffer.concat([jpgOf(), Buffer.from("PK hidden")]);
    expect(strippedJpg(tail)).toEqual(Buffer.from(jpgOf()));
  });

  it("is a picture made anew from its pixels, of its own kind and size", async () => {
    for (const format of ["jpeg", "png"] as const) {
      const noted = await notedPicture(format, { width: 80, height: 60 });
      const picture = await pictureOf(new Uint8Array(Buffer.concat([noted, Buffer.from("PK hidden")])));
      const { notes, format: found } = await factsOf(picture);
      expect([found, notes]).toEqual([format, 0]);
      const text = picture.toString("latin1").toUpperCase();
      expect(text).not.toContain(pictureNote);
      expect(text).not.toContain("PK HIDDEN");
    }
  });
});
