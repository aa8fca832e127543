import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachmentDisposition, attachmentResponse, safeFileName } from "@/lib/core/files/attachment-file";

describe("the name of a kept file", () => {
  it.each([
    ["Chỉ thị 08-CT/HU.pdf", "HU.pdf"],
    ["C:\\Van ban\\Chỉ thị số 8.PDF", "Chỉ thị số 8.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ['a"b\r\nSet-Cookie: x=1;.exe', "a b Set-Cookie x=1.pdf"],
    ["...", "van-ban.pdf"],
    ["", "van-ban.pdf"],
  ])("%j is kept as %j", (name, kept) => expect(safeFileName(name, "PDF")).toBe(kept));

  it("keeps a long Vietnamese name short, and its ending", () => {
    const kept = safeFileName(`${"Đường ".repeat(60)}.docx`, "DOCX");
    expect([...kept].length).toBeLessThanOrEqual(125);
    expect(kept).toMatch(/^Đường .*Đường\.docx$/u);
  });

  it("arrives whole and breaks no header, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const kept = safeFileName(name, "PNG");
        expect(kept).not.toMatch(/[\p{C}\\/:*?"<>|]/u);
        const header = attachmentDisposition(kept);
        expect(header).toMatch(/^attachment; filename="[a-z0-9.-]+"; filename\*=UTF-8''[\w.!~%-]+$/u);
        expect(decodeURIComponent(header.split("''")[1] ?? "")).toBe(kept);
      }),
    );
  });

  it("is told with the exact type, to be kept and not shown", () => {
    const { headers } = attachmentResponse(new Uint8Array([1]), "Ảnh.png", "PNG");
    expect(headers.get("content-type")).toBe("image/png");
    expect(headers.get("content-disposition")).toBe(`attachment; filename="anh.png"; filename*=UTF-8''%E1%BA%A2nh.png`);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
  });
});
