import { describe, expect, it } from "vitest";
import { readAttachment } from "@/lib/core/files/read-attachment";
import { type PdfText, pdfObjects, pdfOf, pdfStream, pdfWith } from "../support/pdf";

const MEGABYTE = 1024 * 1024;

const markOf = async (file: Uint8Array) => {
  const reading = await readAttachment(file);
  return "refused" in reading ? reading.refused : reading.mark;
};
const pages = (...runs: PdfText[][]) => pdfOf(pdfObjects(runs));
const onPage = (number: number) => pages(...Array.from({ length: number - 1 }, () => []), [{ text: "MẬT" }]);

/* A page with this in the place of what it shows. */
const showing = (content: Buffer) => {
  const objects = pdfObjects([[]]);
  objects[6] = content;
  return pdfOf(objects);
};

/* A page with this note, and with what the file says of itself. */
const noted = (note: string, title: string) => {
  const hex = (text: string) => `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
  const objects = pdfObjects([[]]);
  objects[5] = `${String(objects[5]).slice(0, -2)}/Annots[8 0 R]>>`;
  objects.push(`<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents ${hex(note)}>>`, `<</Title ${hex(title)}>>`);
  return pdfOf(objects, "/Info 9 0 R");
};

describe("a PDF file that is to be kept, read apart", () => {
  it("tells a mark of secrecy that stands alone on one of its first ten pages", async () => {
    expect(await markOf(pdfWith(["ĐẢNG ỦY XÃ PHÙ YÊN", "MẬT", "Báo cáo"]))).toBe("MẬT");
    expect(await markOf(pdfWith(["TUYỆT MẬT".normalize("NFD")]))).toBe("TUYỆT MẬT");
    expect(await markOf(pages([{ text: "TỐI MẬT", spread: 8 }]))).toBe("TỐI MẬT");
    expect(await markOf(pages([{ text: "MẬT" }, { text: "ĐẢNG CỘNG SẢN VIỆT NAM", x: 300 }]))).toBe("MẬT");
    expect(await markOf(onPage(10))).toBe("MẬT");
    expect(await markOf(onPage(11))).toBeNull();
  });

  it("tells one in its notes and in what it says of itself", async () => {
    expect(await markOf(noted("MẬT", "Báo cáo"))).toBe("MẬT");
    expect(await markOf(noted("Đã xem", "TỐI MẬT"))).toBe("TỐI MẬT");
    expect(await markOf(noted("Đã xem", "Báo cáo"))).toBeNull();
  });

  it("is taken with ordinary words, also cut by the end of a line, and as a scan", async () => {
    expect(await markOf(pdfWith(["Về bảo mật thông tin, mật độ dân cư", "BẢO MẬT THÔNG TIN"]))).toBeNull();
    expect(await markOf(pdfWith(["TĂNG CƯỜNG CÔNG TÁC BẢO", "MẬT"]))).toBeNull();
    expect(await readAttachment(pdfWith([]))).toEqual({ format: "PDF", mark: null, stripped: null });
  });

  it("is taken with five thousand pages", async () => {
    const runs = Array.from({ length: 5000 }, (_, page) => [{ text: `Trang ${page}` }]);
    expect(await markOf(pages(...runs))).toBeNull();
  });

  it("is refused when it is locked or cannot be opened", async () => {
    const lock = `/Encrypt<</Filter/Standard/V 1/R 2/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>/P -4>>/ID[<00><00>]`;
    expect(await markOf(pdfOf(pdfObjects([[]]), lock))).toBe("LOCKED");
    const end = Buffer.from("%%EOF");
    expect(await markOf(new Uint8Array(Buffer.concat([pdfWith(["MẬT"]).subarray(0, 300), end])))).toBe("DAMAGED");
    expect(await markOf(new Uint8Array(Buffer.from("%PDF-1.7\ntrailer<<>>\n%%EOF\n")))).toBe("DAMAGED");
  });

  it("is refused when it inflates without end, packed once or several times", async () => {
    expect(await markOf(showing(pdfStream(Buffer.alloc(MEGABYTE, "q Q "), 2)))).toBeNull();
    for (const packings of [1, 2, 3]) {
      expect(await markOf(showing(pdfStream(Buffer.alloc(300 * MEGABYTE, " "), packings)))).toBe("INFLATES");
    }
  });

  it("is refused when its text takes too long to be read", { timeout: 60_000 }, async () => {
    expect(await markOf(showing(pdfStream(Buffer.alloc(30 * MEGABYTE, "q "))))).toBe("TOO_HEAVY");
  });
});
