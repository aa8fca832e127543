import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/drafts/minutes/route";
import type { Actor } from "@/lib/core/actor";
import { addMonths, type Day, day } from "@/lib/core/day";
import { env } from "@/lib/core/env";
import { dropDraft, keepDraft } from "@/lib/features/meetings/commands/keep-draft";
import { sendMinutes } from "@/lib/features/meetings/commands/send-minutes";
import { takeOverPen, writeMinutes } from "@/lib/features/meetings/commands/write-minutes";
import { getMeeting } from "@/lib/features/meetings/queries/get-meeting";
import { getMinutesForm } from "@/lib/features/meetings/queries/get-minutes-form";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";
import { countEvents } from "../actions/fingerprint";
import { signInRequests } from "../actions/request";
import { firstBranch, item, noNext, type Place, sent, written } from "./branch-meeting";

vi.mock("next/headers", async () => (await import("../actions/request")).requestParts);
vi.mock("next-intl/server", async () => (await import("../actions/request")).translations);

const TYPED = { conclusion: "Chi bộ thống nhất làm đường", "title-2": "Việc khác", "yes-2": "mười" };

let register: TestRegister;
let first: Place;
let months = 0;

beforeAll(async () => {
  register = await openRegister();
  first = firstBranch(register);
});

const nextMonth = (): Day => addMonths(day("2016-01-01"), months++);
const minutes = () => written(register.system, first, nextMonth());
const typed = (id: string, entries: Record<string, string> = TYPED) => ({ id, version: 3, entries });
const formOf = async (actor: Actor, id: string, opens = false) =>
  getMinutesForm(actor, await getMeeting(actor, id), opens);
const kept = (id: string) =>
  ownerRows<{ account: string; entries: Record<string, string> }>(
    `SELECT "accountId" AS account, entries FROM "MinutesDraft" WHERE "meetingId" = $1`,
    [id],
  );

describe("a draft of minutes", () => {
  it("is kept as it was typed last, for its owner alone, and without a word in the audit", async () => {
    const { secretary, office, leader } = register.actors;
    const id = await minutes();
    const events = await countEvents(register.committeeId);
    await keepDraft(secretary, typed(id, { conclusion: "Chi bộ" }));
    await keepDraft(secretary, typed(id));
    expect(await countEvents(register.committeeId)).toBe(events);
    expect(await kept(id)).toEqual([{ account: secretary.accountId, entries: TYPED }]);
    expect((await formOf(secretary, id)).draft).toMatchObject({ entries: TYPED, isOpened: false });
    for (const other of [office, leader]) expect((await formOf(other, id)).draft).toBeNull();
  });

  it("is what the form begins with when it is opened, upon the version it was typed on", async () => {
    const { secretary, office } = register.actors;
    const id = await minutes();
    await keepDraft(secretary, typed(id));
    await takeOverPen(office, { id, version: 3 });
    await writeMinutes(office, { id, version: 4, conclusion: "Thống nhất", items: [item] });
    expect(await formOf(secretary, id, true)).toMatchObject({ entries: TYPED, places: 2, version: 3 });
    const stored = await formOf(secretary, id);
    expect(stored).toMatchObject({ places: 1, version: 5, draft: { entries: TYPED } });
    expect(stored.entries).toEqual({
      ...{ "title-1": item.title, "opinions-1": item.opinions, conclusion: "Thống nhất" },
    });
  });

  it("is not offered where it says what is stored", async () => {
    const { secretary } = register.actors;
    const id = await minutes();
    const { entries } = await formOf(secretary, id);
    await keepDraft(secretary, typed(id, entries));
    expect((await formOf(secretary, id, true)).draft).toBeNull();
  });

  it("goes when the minutes are saved, its owner's alone, and every one when they are sent", async () => {
    const { secretary, office } = register.actors;
    const id = await minutes();
    await keepDraft(secretary, typed(id));
    await keepDraft(office, typed(id));
    await takeOverPen(secretary, { id, version: 3 });
    await writeMinutes(secretary, { id, version: 4, conclusion: null, items: [item] });
    expect(await kept(id)).toEqual([{ account: office.accountId, entries: TYPED }]);
    await sendMinutes(secretary, { id, version: 5, ...noNext });
    expect(await kept(id)).toEqual([]);
    await expect(keepDraft(office, typed(id))).rejects.toMatchObject({ code: "RULE" });
  });

  it("is thrown away by its owner once, which is audited without what it said", async () => {
    const { secretary, office } = register.actors;
    const id = await minutes();
    await keepDraft(secretary, typed(id));
    await expect(dropDraft(office, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await dropDraft(secretary, { id });
    expect(await kept(id)).toEqual([]);
    const event = await lastEvent(register.committeeId);
    expect(event).toMatchObject({ type: "meeting.draftDropped" });
    expect(JSON.stringify(event)).not.toContain(TYPED.conclusion);
    await expect(dropDraft(secretary, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused to who does not keep the minutes, and kept by the database from others", async () => {
    const { secretary, otherSecretary, leader } = register.actors;
    const id = await minutes();
    await expect(keepDraft(otherSecretary, typed(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(keepDraft(leader, typed(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await keepDraft(secretary, typed(id));
    await expect(ownerRows(`UPDATE "MinutesDraft" SET entries = '[]' WHERE "meetingId" = $1`, [id])).rejects.toThrow(
      /MinutesDraft_entries/,
    );
  });
});

describe("the page that sends a draft while somebody types", () => {
  const post = async (actor: Actor | null, body: unknown, origin = new URL(env().APP_URL).origin) => {
    await signInRequests(actor);
    const request = { method: "POST", headers: { origin }, body: JSON.stringify(body) };
    return POST(new Request("http://localhost/api/drafts/minutes", request));
  };

  it("is told the time", async () => {
    const id = await minutes();
    const answer = await post(register.actors.secretary, { ...typed(id), version: "3" });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ time: expect.stringMatching(/^\d\d:\d\d$/) });
    expect(await kept(id)).toHaveLength(1);
  });

  it("is refused from elsewhere, without a session, with another control, a secrecy mark or too much, and nothing is kept", async () => {
    const { secretary, leader } = register.actors;
    const id = await minutes();
    const closed = await sent(register.system, first, nextMonth());
    const refused: Parameters<typeof post>[] = [
      [secretary, typed(id), "https://elsewhere.example"],
      [null, typed(id)],
      [secretary, null],
      [secretary, typed(id, { "salary-1": "1" })],
      [secretary, typed(id, { conclusion: "TỐI MẬT" })],
      [secretary, typed(id, { conclusion: "a".repeat(10_001) })],
      [secretary, { ...typed(id), more: 1 }],
      [leader, typed(id)],
      [secretary, typed(closed)],
    ];
    const statuses: number[] = [];
    for (const sending of refused) statuses.push((await post(...sending)).status);
    expect(statuses).toEqual([403, 409, 409, 409, 409, 409, 409, 409, 409]);
    expect([...(await kept(id)), ...(await kept(closed))]).toEqual([]);
  });
});
