import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/export/working-regulation-files/[id]/route";
import { POST } from "@/app/api/uploads/working-regulations/[id]/route";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { env } from "@/lib/core/env";
import { wordFile } from "@/lib/core/files/word/write-word";
import { attachPaper } from "@/lib/features/working-regulations/commands/attach-paper";
import { annulRegulation } from "@/lib/features/working-regulations/commands/record-regulation";
import { getRegulation } from "@/lib/features/working-regulations/queries/get-regulations";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { signInRequests } from "../actions/request";
import { pdfFile } from "../party-documents/document";
import { adopted, followed } from "./regulation";

vi.mock("next/headers", async () => (await import("../actions/request")).requestParts);
vi.mock("next-intl/server", async () => (await import("../actions/request")).translations);

let register: TestRegister;
let first: string;
beforeAll(async () => {
  register = await openRegister();
  first = await adopted(register.actors.secretary, register.branchId);
});

const file = { name: "Quy chế.pdf", bytes: pdfFile };
const address = (path: string) => `${env().APP_URL}/api/${path}`;
const kept = () => ownerRows(`SELECT * FROM "WorkingRegulationFile" WHERE "committeeId" = $1`, [register.committeeId]);

/** Where the browser is sent after the file, or the status where it is sent nowhere. */
async function send(actor: Actor | null, id: string, bytes: Uint8Array<ArrayBuffer> | null, name = "Quy chế.pdf") {
  await signInRequests(actor);
  const body = new FormData();
  if (bytes) body.set("file", new File([bytes], name));
  const headers = { origin: new URL(env().APP_URL).origin };
  const request = new Request(address(`uploads/working-regulations/${id}`), { method: "POST", body, headers });
  return (await POST(request, { params: Promise.resolve({ id }) })).headers.get("Location");
}

const take = async (actor: Actor | null, id: string) => {
  await signInRequests(actor);
  return GET(new Request(address(`export/working-regulation-files/${id}`)), { params: Promise.resolve({ id }) });
};

describe("the paper of a version", () => {
  it("is not taken without a session, as another kind, too big, with a mark of secrecy, or from who only reads", async () => {
    const { secretary, leader, otherSecretary } = register.actors;
    const back = (reason: string) => `/branches/working-regulations/${first}/file?refused=${reason}`;
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(await send(null, first, pdfFile)).toContain("/sign-in");
    expect(await send(secretary, first, null)).toBe(back("workingRegulations.upload.none"));
    expect(await send(secretary, first, new Uint8Array(Buffer.from(`MZ${"\u0000".repeat(99)}`)))).toBe(
      back("workingRegulations.refusals.OTHER_KIND"),
    );
    expect(await send(secretary, first, png)).toContain("workingRegulations.refusals.");
    expect(await send(secretary, first, new Uint8Array(10_485_761))).toBe(back("workingRegulations.refusals.TOO_BIG"));
    expect(await send(secretary, first, new Uint8Array(wordFile(["MẬT", "Quy chế"])), "a.docx")).toBe(
      back("workingRegulations.refusals.SECRECY"),
    );
    expect(await send(leader, first, pdfFile)).toBe(back("refusals.forbidden"));
    expect(await send(otherSecretary, first, pdfFile)).toBe(back("refusals.notFound"));
    expect(await kept()).toEqual([]);
  });

  it("is kept once, and leads back to the branch", async () => {
    const { secretary, office } = register.actors;
    expect(await send(secretary, first, pdfFile)).toBe(
      `/branches/${register.branchId}/working-regulations?done=fileAttached`,
    );
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "workingRegulation.fileAttached" });
    await expect(attachPaper(office, { ...file, regulationId: first })).rejects.toMatchObject({
      ...{ code: "RULE", reason: "workingRegulations.errors.hasPaper" },
    });
    const next = await followed(secretary, register.branchId, "2023-01-01");
    const both = await Promise.allSettled([1, 2].map(() => attachPaper(office, { ...file, regulationId: next })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await kept()).toHaveLength(2);
    const change = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "WorkingRegulationFile" SET "fileName" = 'x' WHERE "regulationId" = ${next}::uuid`,
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it("goes to no version that was annulled", async () => {
    const { secretary } = register.actors;
    const id = await followed(secretary, register.branchId, "2024-01-01");
    await annulRegulation(secretary, { id, version: 1, reason: "Nhầm" });
    await expect(attachPaper(secretary, { ...file, regulationId: id })).rejects.toMatchObject({
      ...{ code: "RULE", reason: "workingRegulations.errors.annulledBefore" },
    });
  });

  it("is taken away by who reads the branch, under its own name", async () => {
    const { office, leader, secretary, inCharge, inspector, otherSecretary, ordinary } = register.actors;
    expect((await getRegulation(secretary, first)).file?.fileName).toBe("Quy chế.pdf");
    for (const reader of [office, leader, inspector, secretary, inCharge]) {
      const answer = await take(reader, first);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
      expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(pdfFile))).toBe(true);
    }
    for (const stranger of [otherSecretary, ordinary]) expect((await take(stranger, first)).status).toBe(404);
    expect((await take(null, first)).status).toBe(401);
  });
});
