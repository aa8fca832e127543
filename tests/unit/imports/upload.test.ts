import { describe, expect, it } from "vitest";
import { readUpload } from "@/lib/core/files/upload";

const LIMIT = 100_000;

function sent(form: FormData): Request {
  return new Request("http://localhost/api/uploads/imports", { method: "POST", body: form });
}

function withFile(bytes: Uint8Array<ArrayBuffer>, name = "danh sách «Nà An».xlsx"): FormData {
  const form = new FormData();
  form.set("note", "trước tệp");
  form.set("file", new File([bytes], name));
  return form;
}

const raw = (body: string | Uint8Array<ArrayBuffer>, type = "multipart/form-data; boundary=b") =>
  new Request("http://localhost/", { method: "POST", headers: { "content-type": type }, body });

describe("an uploaded file", () => {
  it("arrives byte by byte with its name", async () => {
    const bytes = new Uint8Array(50_000).map((_, place) => (place * 31) % 256);
    const upload = await readUpload(sent(withFile(bytes)), LIMIT);
    expect(upload).toMatchObject({ name: "danh sách «Nà An».xlsx" });
    expect(upload).not.toBe("TOO_BIG");
    expect(Buffer.from((upload as { bytes: Uint8Array }).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it("is refused as soon as it is larger than allowed, whatever length was declared", async () => {
    expect(await readUpload(sent(withFile(new Uint8Array(LIMIT + 1))), LIMIT)).toBe("TOO_BIG");
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_384));
      },
    });
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b", "content-length": "10" },
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(await readUpload(request, LIMIT)).toBe("TOO_BIG");
    expect(pulled).toBeLessThan(20);
  });

  it.each([
    ["no file chosen", sent(withFile(new Uint8Array(), ""))],
    ["no form", raw("họ và tên", "text/csv")],
    ["a form without an end", raw('--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc')],
    ["only marks", raw("--b".repeat(30_000))],
    ["headers without an end", raw(`--b\r\n${"x".repeat(20_000)}--b--`)],
  ])("is none where there is %s", async (_what, request) => {
    const from = performance.now();
    expect(await readUpload(request, LIMIT)).toBeNull();
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
