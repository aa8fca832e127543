import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/export/meeting-photos/[id]/route";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { env } from "@/lib/core/env";
import { attachPhoto, removePhoto } from "@/lib/features/meetings/commands/keep-photos";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { getPhoto, listPhotos } from "@/lib/features/meetings/queries/list-photos";
import { plainPicture } from "../../support/pictures";
import { lastEvent, type TestRegister } from "../../support/register";
import { signInRequests } from "../actions/request";
import { type Body, openBodies, writtenOf } from "./body-meeting";
import { noNext } from "./branch-meeting";

vi.mock("next/headers", async () => (await import("../actions/request")).requestParts);
vi.mock("next-intl/server", async () => (await import("../actions/request")).translations);

let register: TestRegister;
let executive: Body;
let standing: Body;
/** A member of the executive committee alone, until the end of 2021. */
let once: Actor;
let photo: Uint8Array<ArrayBuffer>;
let days = 0;

beforeAll(async () => {
  ({ register, executive, standing, once } = await openBodies());
  photo = await plainPicture();
});

/** A day of its own for each test, in a year in which both sat in their seats, or in the year after. */
const dayIn = (year: 2021 | 2022): Day => addDays(day(`${year}-01-01`), days++);

/** A draft of the body with the photo. */
async function photographed(of: Body, year: 2021 | 2022) {
  const { office } = register.actors;
  const meetingId = await writtenOf(office, of, dayIn(year));
  return { meetingId, id: (await attachPhoto(office, { meetingId, bytes: photo })).id };
}

const seenBy = async ({ sessionToken }: Actor, id: string) =>
  inContext(sessionToken, (tx) => tx.$queryRaw<{ id: string }[]>`SELECT id FROM "MeetingPhoto" WHERE id = ${id}::uuid`);

const shown = async (actor: Actor, id: string) => {
  await signInRequests(actor);
  const request = new Request(`${env().APP_URL}/api/export/meeting-photos/${id}?size=small`);
  return (await GET(request, { params: Promise.resolve({ id }) })).status;
};

describe("a photo of the notebook of a body", () => {
  it("is attached by the office and audited, read by who reads it, by raw SQL too", async () => {
    const { leader, inCharge, office } = register.actors;
    const { meetingId, id } = await photographed(executive, 2021);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "meeting.photoAttached", before: null },
      after: expect.objectContaining({ photoNumber: 1 }) as unknown,
    });
    for (const reader of [office, leader, inCharge, once]) {
      expect(await listPhotos(reader, meetingId)).toMatchObject([{ id, number: 1, recordedBy: office.displayName }]);
      expect((await getPhoto(reader, id, "whole")).length).toBeGreaterThan(0);
      expect(await seenBy(reader, id)).toEqual([{ id }]);
      expect(await shown(reader, id)).toBe(200);
    }
  });

  it("is nobody's to see who did not sit in the body on that day, nor anybody's to change who only reads", async () => {
    const { leader, inCharge, secretary, inspector, ordinary, admin } = register.actors;
    for (const [of, year] of [[executive, 2022] as const, [standing, 2021] as const]) {
      const { meetingId, id } = await photographed(of, year);
      for (const reader of [leader, inCharge]) {
        await expect(attachPhoto(reader, { meetingId, bytes: photo })).rejects.toMatchObject({ code: "FORBIDDEN" });
        await expect(removePhoto(reader, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
      for (const stranger of [once, secretary, inspector, ordinary, admin]) {
        await expect(attachPhoto(stranger, { meetingId, bytes: photo })).rejects.toMatchObject({ code: "NOT_FOUND" });
        await expect(removePhoto(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
        await expect(getPhoto(stranger, id, "small")).rejects.toMatchObject({ code: "NOT_FOUND" });
        expect(await listPhotos(stranger, meetingId)).toEqual([]);
        expect(await seenBy(stranger, id)).toEqual([]);
        expect(await shown(stranger, id)).toBe(404);
      }
    }
  });

  it("comes and goes with the draft, and stays once the minutes are closed", async () => {
    const { office } = register.actors;
    const { meetingId, id } = await photographed(standing, 2022);
    const again = attachPhoto(office, { meetingId, bytes: photo });
    await expect(again).rejects.toMatchObject({ code: "RULE", reason: "meetings.errors.photoTwice" });
    await removePhoto(office, { id });
    expect(await listPhotos(office, meetingId)).toEqual([]);
    const kept = await attachPhoto(office, { meetingId, bytes: photo });
    await sendMinutes(office, { id: meetingId, version: 3, ...noNext });
    const locked = { code: "RULE", reason: "meetings.errors.locked" };
    const late = attachPhoto(office, { meetingId, bytes: await plainPicture("png", { width: 20, height: 20 }, 7) });
    await expect(late).rejects.toMatchObject(locked);
    await expect(removePhoto(office, kept)).rejects.toMatchObject(locked);
    const raw = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`DELETE FROM "MeetingPhoto" WHERE id = ${kept.id}::uuid`,
    );
    expect(await raw).toBe(0);
    expect(await listPhotos(office, meetingId)).toHaveLength(1);
  });
});
