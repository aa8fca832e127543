import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/export/task-evidence/[id]/route";
import { POST } from "@/app/api/uploads/tasks/[id]/route";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { env } from "@/lib/core/env";
import { wordFile } from "@/lib/core/files/word/write-word";
import { attachEvidence, removeEvidence } from "@/lib/features/tasks/commands/keep-evidence";
import { acceptTask, reportDone, returnTask } from "@/lib/features/tasks/commands/task-steps";
import { getEvidenceFile, listEvidence } from "@/lib/features/tasks/queries/list-evidence";
import { MOST_EVIDENCE } from "@/lib/features/tasks/schema";
import { factsOf, notedPicture, pictureNote, plainPicture } from "../../support/pictures";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { signInRequests } from "../actions/request";
import { pdfFile } from "../party-documents/document";
import { given, step } from "./task";

vi.mock("next/headers", async () => (await import("../actions/request")).requestParts);
vi.mock("next-intl/server", async () => (await import("../actions/request")).translations);

let register: TestRegister;
let photo: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  register = await openRegister();
  photo = await plainPicture();
});

const task = () => given(register.actors.leader, register.branchId);
const paper = (taskId: string, bytes: Uint8Array<ArrayBuffer> = pdfFile, name = "Biên bản.pdf") => ({
  taskId,
  name,
  bytes,
});
const ruled = (reason: string) => ({ code: "RULE", reason: `tasks.${reason}` });
const stored = (taskId: string) =>
  ownerRows<{ id: string; position: number; fileName: string; format: string; size: number; bytes: Buffer }>(
    `SELECT * FROM "TaskEvidence" WHERE "taskId" = $1 ORDER BY position`,
    [taskId],
  );
const places = async (taskId: string) => (await stored(taskId)).map(({ position }) => position);
const address = (path: string) => `${env().APP_URL}/api/${path}`;

async function send(actor: Actor | null, id: string, bytes: Uint8Array<ArrayBuffer> | null, name = "viec.jpg") {
  await signInRequests(actor);
  const body = new FormData();
  if (bytes) body.set("file", new File([bytes], name));
  const headers = { origin: new URL(env().APP_URL).origin };
  const request = new Request(address(`uploads/tasks/${id}`), { method: "POST", body, headers });
  return (await POST(request, { params: Promise.resolve({ id }) })).headers.get("Location");
}

async function take(actor: Actor | null, id: string, query = "") {
  await signInRequests(actor);
  return GET(new Request(address(`export/task-evidence/${id}${query}`)), { params: Promise.resolve({ id }) });
}

describe("what shows that a task was done", () => {
  it("is a photo made small, without what its camera wrote, or a paper as it was; both audited", async () => {
    const { secretary } = register.actors;
    const taskId = await task();
    await attachEvidence(secretary, {
      ...paper(taskId, await notedPicture("jpeg", { width: 2400, height: 3000 })),
      name: "Đường mới.png",
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "task.evidenceAttached", before: null, actorName: secretary.displayName },
      after: { fileName: "Đường mới.jpg" },
    });
    await attachEvidence(register.actors.office, paper(taskId));
    const [picture, document] = await stored(taskId);
    expect(picture).toMatchObject({ format: "JPG", position: 1, fileName: "Đường mới.jpg", width: 2000, height: 1600 });
    expect(picture?.size).toBeLessThanOrEqual(300 * 1024);
    expect(await factsOf(picture?.bytes ?? Buffer.alloc(0))).toMatchObject({ format: "jpeg", notes: 0 });
    expect(picture?.bytes.toString("latin1").toUpperCase()).not.toContain(pictureNote);
    expect(document).toMatchObject({
      format: "PDF",
      position: 2,
      fileName: "Biên bản.pdf",
      bytes: Buffer.from(pdfFile),
    });
  });

  it("is for who reports on the task, and not seen nor moved from another branch", async () => {
    const { secretary, leader, inCharge, otherSecretary, ordinary, inspector } = register.actors;
    const taskId = await task();
    for (const reader of [leader, inCharge]) {
      await expect(attachEvidence(reader, paper(taskId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const { id } = await attachEvidence(secretary, paper(taskId));
    for (const reader of [leader, inCharge]) {
      expect(await listEvidence(reader, taskId)).toMatchObject([{ id, fileName: "Biên bản.pdf", kilobytes: 1 }]);
      await expect(removeEvidence(reader, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const foreign = (await openRegister()).actors.office;
    for (const stranger of [otherSecretary, ordinary, inspector, foreign]) {
      await expect(attachEvidence(stranger, paper(taskId))).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(removeEvidence(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getEvidenceFile(stranger, id, "whole")).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await listEvidence(stranger, taskId)).toEqual([]);
      const raw = await inContext(
        stranger.sessionToken,
        (tx) => tx.$executeRaw`DELETE FROM "TaskEvidence" WHERE id = ${id}::uuid`,
      );
      expect(raw).toBe(0);
    }
    expect(await places(taskId)).toEqual([1]);
  });

  it("is read by the member whose task it is", async () => {
    const { leader, ordinary, office } = register.actors;
    const taskId = await given(leader, register.otherBranchId, { memberId: ordinary.memberId });
    const { id } = await attachEvidence(office, paper(taskId));
    expect(await listEvidence(ordinary, taskId)).toHaveLength(1);
    expect((await getEvidenceFile(ordinary, id, "whole")).fileName).toBe("Biên bản.pdf");
    await expect(attachEvidence(ordinary, paper(taskId, photo))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is one however often it is sent, also at once, and never more than places", async () => {
    const { secretary, office } = register.actors;
    const taskId = await task();
    const both = await Promise.allSettled([secretary, office].map((by) => attachEvidence(by, paper(taskId))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(attachEvidence(secretary, paper(taskId))).rejects.toMatchObject(ruled("errors.evidenceTwice"));
    const other = (at: number) => new Uint8Array(Buffer.concat([pdfFile, Buffer.from(`%${at}\n`)]));
    const more = Array.from({ length: MOST_EVIDENCE + 1 }, (_, at) =>
      attachEvidence(secretary, paper(taskId, other(at))),
    );
    const sent = await Promise.allSettled(more);
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(MOST_EVIDENCE - 1);
    expect(await places(taskId)).toEqual(Array.from({ length: MOST_EVIDENCE }, (_, place) => place + 1));
    await expect(attachEvidence(secretary, paper(taskId, other(99)))).rejects.toMatchObject(
      ruled("errors.muchEvidence"),
    );
    const [, second] = await stored(taskId);
    await removeEvidence(secretary, { id: second?.id ?? "" });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "task.evidenceRemoved", after: null },
      before: { fileName: "Biên bản.pdf" },
    });
    await attachEvidence(secretary, paper(taskId, other(99)));
    expect(await places(taskId)).toContain(2);
  });

  it("stays once the task is reported as done, goes after it was returned, and a closed task takes none", async () => {
    const { secretary, leader } = register.actors;
    const taskId = await task();
    const { id } = await attachEvidence(secretary, paper(taskId));
    await reportDone(secretary, step(taskId, 1));
    await expect(removeEvidence(secretary, { id })).rejects.toMatchObject(ruled("errors.evidenceStays"));
    const raw = await inContext(
      secretary.sessionToken,
      (tx) => tx.$executeRaw`DELETE FROM "TaskEvidence" WHERE id = ${id}::uuid`,
    );
    expect(raw).toBe(0);
    await attachEvidence(secretary, paper(taskId, photo, "viec.jpg"));
    await returnTask(leader, step(taskId, 2, day("2022-03-21")));
    await removeEvidence(secretary, { id });
    await reportDone(secretary, step(taskId, 3, day("2022-03-22")));
    await acceptTask(leader, step(taskId, 4, day("2022-03-23")));
    await expect(attachEvidence(secretary, paper(taskId))).rejects.toMatchObject(ruled("errors.evidenceOfClosed"));
    expect(await places(taskId)).toEqual([2]);
    const [left] = await stored(taskId);
    await expect(removeEvidence(secretary, { id: left?.id ?? "" })).rejects.toMatchObject(
      ruled("errors.evidenceStays"),
    );
  });
});

describe("the way of a file", () => {
  it("in is refused with its reason, and leads back to the form", async () => {
    const { secretary, leader, otherSecretary } = register.actors;
    const taskId = await task();
    const back = (reason: string) => `/tasks/${taskId}/evidence?refused=${reason}`;
    expect(await send(null, taskId, photo)).toContain("/sign-in");
    expect(await send(secretary, taskId, new TextEncoder().encode("MZ chạy"), "viec.jpg")).toBe(
      back("tasks.refusals.OTHER_KIND"),
    );
    expect(await send(secretary, taskId, new Uint8Array(wordFile(["MẬT", "Báo cáo"])), "a.docx")).toBe(
      back("tasks.refusals.SECRECY"),
    );
    expect(await send(secretary, taskId, pdfFile, "Tài liệu MẬT.pdf")).toBe(back("tasks.refusals.SECRECY"));
    expect(await send(leader, taskId, photo)).toBe(back("refusals.forbidden"));
    expect(await send(otherSecretary, taskId, photo)).toBe(back("refusals.notFound"));
    expect(await stored(taskId)).toEqual([]);
    expect(await send(secretary, taskId, photo)).toBe(`/tasks/${taskId}/evidence?done=evidenceAttached`);
    expect(await places(taskId)).toEqual([1]);
  });

  it("out is of its kind, a photo to be seen and a paper to be kept, and closed to others", async () => {
    const { secretary, otherSecretary } = register.actors;
    const taskId = await task();
    const shown = await attachEvidence(secretary, paper(taskId, photo, "viec.jpg"));
    const kept = await attachEvidence(secretary, paper(taskId));
    const answers = [await take(secretary, shown.id), await take(secretary, shown.id, "?size=small")];
    for (const answer of answers)
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    const file = await take(secretary, kept.id);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect((await take(otherSecretary, kept.id)).status).toBe(404);
    expect((await take(null, kept.id)).status).toBe(401);
    expect((await take(secretary, kept.id, "?size=small")).status).toBe(404);
  });
});
