import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/export/meeting-photos/[id]/route";
import { POST } from "@/app/api/uploads/meetings/[id]/route";
import type { Actor } from "@/lib/core/actor";
import { addMonths, type Day, day } from "@/lib/core/day";
import { env } from "@/lib/core/env";
import { attachPhoto, removePhoto } from "@/lib/features/meetings/commands/keep-photos";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { getPhoto, listPhotos } from "@/lib/features/meetings/queries/list-photos";
import { MOST_PHOTOS } from "@/lib/features/meetings/schema/photos";
import { factsOf, notedPicture, pictureNote, plainPicture } from "../../support/pictures";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { signInRequests } from "../actions/request";
import { firstBranch, noNext, type Place, secondBranch, written } from "./branch-meeting";

vi.mock("next/headers", async () => (await import("../actions/request")).requestParts);
vi.mock("next-intl/server", async () => (await import("../actions/request")).translations);

let register: TestRegister;
let first: Place;
let photo: Uint8Array<ArrayBuffer>;
let months = 0;

beforeAll(async () => {
  register = await openRegister();
  first = firstBranch(register);
  photo = await plainPicture();
});

/** A month of its own for each test. */
const nextMonth = (): Day => addMonths(day("2016-01-01"), months++);
const draft = (place = first) => written(register.system, place, nextMonth());
const another = (shade: number) => plainPicture("png", { width: 20, height: 20 }, shade);
const stored = (meetingId: string) =>
  ownerRows<{ id: string; position: number; size: number }>(
    `SELECT id, position, size FROM "MeetingPhoto" WHERE "meetingId" = $1 ORDER BY position`,
    [meetingId],
  );
const positions = async (meetingId: string) => (await stored(meetingId)).map(({ position }) => position);
const ruled = (reason: string) => ({ code: "RULE", reason: `meetings.${reason}` });

describe("a photo of the notebook", () => {
  it("is kept small and without what its camera wrote, and audited without what is on it", async () => {
    const { secretary, leader, inCharge } = register.actors;
    const meetingId = await draft();
    const bytes = await notedPicture("jpeg", { width: 2400, height: 3000 });
    const { id } = await attachPhoto(secretary, { meetingId, bytes });
    const [row] = await ownerRows<{ bytes: Buffer; small: Buffer; size: number; by: string }>(
      `SELECT bytes, small, size, "recordedBy" AS by FROM "MeetingPhoto" WHERE id = $1`,
      [id],
    );
    expect(row).toMatchObject({ size: row?.bytes.length, by: secretary.displayName });
    expect(row?.size).toBeLessThanOrEqual(300 * 1024);
    for (const picture of [row?.bytes, row?.small]) {
      expect(await factsOf(picture ?? Buffer.alloc(0))).toMatchObject({ format: "jpeg", notes: 0 });
      expect(picture?.toString("latin1").toUpperCase()).not.toContain(pictureNote);
    }
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.photoAttached", before: null },
      after: { photoNumber: 1, fileSize: row?.size },
    });
    for (const reader of [secretary, leader, inCharge]) {
      expect(await listPhotos(reader, meetingId)).toMatchObject([
        { id, number: 1, width: 2000, height: 1600, recordedBy: secretary.displayName },
      ]);
      expect(Buffer.from(await getPhoto(reader, id, "whole")).equals(row?.bytes ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it("is for who keeps the minutes, and not seen nor moved from another branch", async () => {
    const { secretary, leader, inCharge, otherSecretary, ordinary, inspector } = register.actors;
    const meetingId = await draft();
    for (const reader of [leader, inCharge]) {
      await expect(attachPhoto(reader, { meetingId, bytes: photo })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const { id } = await attachPhoto(secretary, { meetingId, bytes: photo });
    await expect(removePhoto(inCharge, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const foreign = (await openRegister()).actors.office;
    for (const stranger of [otherSecretary, ordinary, inspector, foreign]) {
      await expect(attachPhoto(stranger, { meetingId, bytes: photo })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(removePhoto(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getPhoto(stranger, id, "small")).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await listPhotos(stranger, meetingId)).toEqual([]);
    }
    expect(await positions(meetingId)).toEqual([1]);
  });

  it("is one however often it is sent, also at once", async () => {
    const { secretary, office } = register.actors;
    const meetingId = await draft();
    const both = await Promise.allSettled([
      attachPhoto(secretary, { meetingId, bytes: photo }),
      attachPhoto(office, { meetingId, bytes: photo }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = attachPhoto(secretary, { meetingId, bytes: photo });
    await expect(again).rejects.toMatchObject(ruled("errors.photoTwice"));
    expect(await positions(meetingId)).toEqual([1]);
  });

  it("takes the first free place, and there are never more than places, also at once", async () => {
    const { secretary } = register.actors;
    const meetingId = await draft();
    const photos = await Promise.all(Array.from({ length: MOST_PHOTOS + 2 }, (_, shade) => another(shade)));
    const sent = await Promise.allSettled(photos.map((bytes) => attachPhoto(secretary, { meetingId, bytes })));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(MOST_PHOTOS);
    const all = await stored(meetingId);
    expect(all.map(({ position }) => position)).toEqual(Array.from({ length: MOST_PHOTOS }, (_, place) => place + 1));
    const one = await another(99);
    await expect(attachPhoto(secretary, { meetingId, bytes: one })).rejects.toMatchObject(ruled("errors.manyPhotos"));
    await removePhoto(secretary, { id: all[4]?.id ?? "" });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.photoRemoved", after: null },
      before: { photoNumber: 5 },
    });
    const { id } = await attachPhoto(secretary, { meetingId, bytes: one });
    expect((await stored(meetingId)).find((row) => row.id === id)?.position).toBe(5);
  });

  it("stays with minutes that were sent, and the database keeps it", async () => {
    const { secretary } = register.actors;
    const meetingId = await draft();
    const { id } = await attachPhoto(secretary, { meetingId, bytes: photo });
    await sendMinutes(secretary, { id: meetingId, version: 3, ...noNext });
    const late = attachPhoto(secretary, { meetingId, bytes: await another(7) });
    await expect(late).rejects.toMatchObject(ruled("errors.locked"));
    await expect(removePhoto(secretary, { id })).rejects.toMatchObject(ruled("errors.locked"));
    expect(await positions(meetingId)).toEqual([1]);
    const [row] = await ownerRows<{ update: boolean }>(
      `SELECT has_any_column_privilege('sodb_app', '"MeetingPhoto"', 'UPDATE') AS update`,
    );
    expect(row).toEqual({ update: false });
    const big = ownerRows(
      `UPDATE "MeetingPhoto" SET bytes = decode(repeat('00', 307201), 'hex'), size = 307201 WHERE id = $1`,
      [id],
    );
    await expect(big).rejects.toThrow(/MeetingPhoto_size/);
    await expect(ownerRows(`UPDATE "MeetingPhoto" SET position = 13 WHERE id = $1`, [id])).rejects.toThrow(
      /MeetingPhoto_places/,
    );
  });

  it("and sending the minutes follow one another, never across", async () => {
    const { secretary, office } = register.actors;
    const meetingId = await draft();
    const bytes = await another(8);
    const [attached, sending] = await Promise.allSettled([
      attachPhoto(secretary, { meetingId, bytes }),
      sendMinutes(office, { id: meetingId, version: 3, ...noNext }),
    ]);
    expect(sending.status).toBe("fulfilled");
    expect(await positions(meetingId)).toHaveLength(attached.status === "fulfilled" ? 1 : 0);
  });
});

const address = (path: string) => `${env().APP_URL}/api/${path}`;

describe("a photo sent to its address", () => {
  /** Where the browser is sent after the photo, or the status where it is sent nowhere. */
  async function send(
    actor: Actor | null,
    meetingId: string,
    bytes: Uint8Array<ArrayBuffer> | null,
    origin = env().APP_URL,
  ) {
    await signInRequests(actor);
    const body = new FormData();
    if (bytes) body.set("file", new File([bytes], "trang-1.jpg"));
    const headers = { origin: new URL(origin).origin };
    const request = new Request(address(`uploads/meetings/${meetingId}`), { method: "POST", body, headers });
    const answer = await POST(request, { params: Promise.resolve({ id: meetingId }) });
    return answer.headers.get("Location") ?? answer.status;
  }

  it("is kept and asks for the next one, or says what is wrong", async () => {
    const { secretary, leader } = register.actors;
    const meetingId = await draft();
    const page = `/meetings/${meetingId}/photos`;
    expect(await send(secretary, meetingId, photo)).toBe(`${page}?done=photoAttached`);
    const pdf = new Uint8Array(Buffer.from("%PDF-1.7\n%%EOF\n"));
    const big = new Uint8Array(15 * 1024 * 1024 + 1);
    expect(await send(null, meetingId, photo)).toContain("/sign-in");
    expect(await send(secretary, meetingId, photo, "https://elsewhere.example")).toBe(403);
    expect(await send(secretary, meetingId, null)).toBe(`${page}?refused=meetings.upload.none`);
    expect(await send(secretary, meetingId, pdf)).toBe(`${page}?refused=meetings.refusals.OTHER_KIND`);
    expect(await send(secretary, meetingId, big)).toBe(`${page}?refused=meetings.refusals.TOO_BIG`);
    expect(await send(secretary, meetingId, photo.slice(0, 200))).toBe(`${page}?refused=meetings.refusals.DAMAGED`);
    expect(await send(leader, meetingId, photo)).toBe(`${page}?refused=refusals.forbidden`);
    expect(await positions(meetingId)).toEqual([1]);
  });

  it("is shown in the browser to who reads the meeting, and to nobody else", async () => {
    const { secretary, leader, otherSecretary } = register.actors;
    const meetingId = await draft();
    const { id } = await attachPhoto(secretary, { meetingId, bytes: photo });
    const show = async (actor: Actor | null, size = "") => {
      await signInRequests(actor);
      return GET(new Request(address(`export/meeting-photos/${id}${size}`)), { params: Promise.resolve({ id }) });
    };
    for (const size of ["", "?size=small"]) {
      const answer = await show(leader, size);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        ...{ "content-type": "image/jpeg", "x-content-type-options": "nosniff", "cache-control": "no-store" },
        "content-disposition": expect.stringMatching(/^inline; /u) as unknown,
      });
      expect(await factsOf(new Uint8Array(await answer.arrayBuffer()))).toMatchObject({ format: "jpeg", width: 40 });
    }
    expect((await show(otherSecretary)).status).toBe(404);
    expect((await show(null)).status).toBe(401);
    const other = await draft(secondBranch(register));
    await expect(attachPhoto(secretary, { meetingId: other, bytes: photo })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
