import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/export/party-document-files/[id]/route";
import { POST } from "@/app/api/uploads/party-documents/[id]/route";
import type { Actor } from "@/lib/core/actor";
import { env } from "@/lib/core/env";
import { wordFile } from "@/lib/core/files/word/write-word";
import { attachFile } from "@/lib/features/party-documents/commands/attach-file";
import { annulDocument } from "@/lib/features/party-documents/commands/issue-document";
import { getFile, listFiles } from "@/lib/features/party-documents/queries/list-files";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { signInRequests } from "../actions/request";
import { issued, pdfFile, received, withFiles } from "./document";

vi.mock("next/headers", async () => (await import("../actions/request")).requestParts);
vi.mock("next-intl/server", async () => (await import("../actions/request")).translations);

let register: TestRegister;
let forOne: string;
beforeAll(async () => {
  register = await openRegister();
  forOne = await received(register.actors.office, { audience: "CHOSEN_BRANCHES", branchId: [register.branchId] });
});

const file = { replacesId: null, name: "Chỉ thị.pdf", bytes: pdfFile };
const address = (path: string) => `${env().APP_URL}/api/${path}`;

/** Where the browser is sent after the file, or the status where it is sent nowhere. */
async function send(
  actor: Actor | null,
  body: BodyInit | null,
  { documentId = forOne, origin = new URL(env().APP_URL).origin } = {},
) {
  await signInRequests(actor);
  const request = new Request(address(`uploads/party-documents/${documentId}`), {
    method: "POST",
    body,
    headers: { origin },
  });
  const answer = await POST(request, { params: Promise.resolve({ id: documentId }) });
  return answer.headers.get("Location") ?? answer.status;
}

function formOf(bytes: Uint8Array<ArrayBuffer>, name: string): FormData {
  const body = new FormData();
  body.set("file", new File([bytes], name));
  return body;
}

const kept = () => ownerRows(`SELECT id FROM "PartyDocumentFile" WHERE "committeeId" = $1`, [register.committeeId]);

describe("keeping files with a paper", () => {
  it("keeps versions side by side, and audits them without what is in them", async () => {
    const { office, secretary } = register.actors;
    const id = await received(office, { audience: "CHOSEN_BRANCHES", branchId: [register.branchId] });
    const newer = await withFiles(office, id);
    await attachFile(office, { ...file, documentId: id, name: "Phụ lục.docx", bytes: wordFile(["Phụ lục"]) });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "partyDocument.fileAttached", before: null });
    const files = await listFiles(secretary, id);
    expect(files.map((versions) => versions.map(({ fileName, format }) => [fileName, format]))).toEqual([
      [
        ["Chi thi.pdf", "PDF"],
        ["Chi thi.pdf", "PDF"],
      ],
      [["Phụ lục.docx", "DOCX"]],
    ]);
    expect(files[0]?.[0]?.id).toBe(newer);
    expect(Buffer.from((await getFile(secretary, newer)).bytes).equals(Buffer.from(pdfFile))).toBe(true);
  });

  it("is for the office alone, on a paper that stands", async () => {
    const { office, leader, secretary, otherSecretary } = register.actors;
    for (const reader of [leader, secretary, otherSecretary]) {
      await expect(attachFile(reader, { ...file, documentId: forOne })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const stranger = (await openRegister()).actors.office;
    await expect(attachFile(stranger, { ...file, documentId: forOne })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const id = await issued(office);
    const foreign = await withFiles(office, await received(office));
    await expect(attachFile(office, { ...file, documentId: id, replacesId: foreign })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await annulDocument(office, { id, version: 1, reason: "Nhầm" });
    await expect(attachFile(office, { ...file, documentId: id })).rejects.toMatchObject({ code: "RULE" });
  });

  it("is followed by one version, when two send one at once", async () => {
    const { office } = register.actors;
    const documentId = await received(office);
    const { id: replacesId } = await attachFile(office, { ...file, documentId });
    const send = () => attachFile(office, { ...file, documentId, replacesId });
    const both = await Promise.allSettled([send(), send()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes no mark of secrecy, in the name or in the text", async () => {
    const { office } = register.actors;
    const refusal = { code: "RULE", reason: "partyDocuments.refusals.SECRECY" };
    for (const name of ["MẬT.pdf", "Công văn (TỐI MẬT).pdf", "TUYỆT MẬT".normalize("NFD")]) {
      await expect(attachFile(office, { ...file, documentId: forOne, name })).rejects.toMatchObject(refusal);
    }
    const secret = wordFile(["MẬT", "Báo cáo"]);
    await expect(attachFile(office, { ...file, documentId: forOne, bytes: secret })).rejects.toMatchObject(refusal);
    await attachFile(office, { ...file, documentId: forOne, name: "Về bảo mật, mật độ.pdf" });
  });
});

describe("a file sent to the address for papers", () => {
  it("is kept and leads back to the paper", async () => {
    expect(await send(register.actors.office, formOf(pdfFile, "Chỉ thị.pdf"))).toBe(
      `/party-documents/${forOne}?done=fileAttached`,
    );
  });

  it("is not taken without a session, from another site, without a file, as another kind, or too big", async () => {
    const { office, secretary } = register.actors;
    const before = await kept();
    const back = (reason: string) => `/party-documents/${forOne}/files?refused=${reason}`;
    const exe = new Uint8Array(Buffer.from(`MZ${"\u0000".repeat(99)}`));
    expect(await send(null, formOf(pdfFile, "a.pdf"))).toContain("/sign-in");
    expect(await send(office, formOf(pdfFile, "a.pdf"), { origin: "https://elsewhere.example" })).toBe(403);
    expect(await send(secretary, formOf(pdfFile, "a.pdf"))).toBe(back("refusals.forbidden"));
    expect(await send(office, new FormData())).toBe(back("partyDocuments.upload.none"));
    expect(await send(office, formOf(exe, "cong-van.docx"))).toBe(back("partyDocuments.refusals.OTHER_KIND"));
    expect(await send(office, formOf(new Uint8Array(10_485_761), "a.pdf"))).toBe(
      back("partyDocuments.refusals.TOO_BIG"),
    );
    expect(await kept()).toEqual(before);
  });

  it("is cut off while it streams, long before its 200 megabytes have come", async () => {
    await signInRequests(register.actors.office);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        if (sent > 200 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    const headers = { origin: new URL(env().APP_URL).origin, "content-type": "multipart/form-data; boundary=b" };
    const init = { method: "POST", body: endless, headers, duplex: "half" };
    const request = new Request(address(`uploads/party-documents/${forOne}`), init);
    const answer = await POST(request, { params: Promise.resolve({ id: forOne }) });
    expect(answer.headers.get("Location")).toContain("partyDocuments.refusals.TOO_BIG");
    expect(sent).toBeLessThan(12 * 1024 * 1024);
  });
});

describe("taking a file away", () => {
  const take = async (actor: Actor | null, id: string) => {
    await signInRequests(actor);
    return GET(new Request(address(`export/party-document-files/${id}`)), { params: Promise.resolve({ id }) });
  };

  it("is for who reads the paper, under its own name", async () => {
    const { office, leader, secretary, inCharge, otherSecretary, inspector } = register.actors;
    const { id } = await attachFile(office, { ...file, documentId: forOne });
    for (const reader of [office, leader, secretary, inCharge]) {
      const answer = await take(reader, id);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
      expect(answer.headers.get("content-disposition")).toContain("filename*=UTF-8''Ch%E1%BB%89%20th%E1%BB%8B.pdf");
    }
    for (const stranger of [otherSecretary, inspector]) expect((await take(stranger, id)).status).toBe(404);
    expect((await take(null, id)).status).toBe(401);
    expect(await listFiles(otherSecretary, forOne)).toEqual([]);
  });
});
