import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { checkChain } from "@/lib/features/audit/commands";
import type { EventFilters } from "@/lib/features/audit/queries/filters";
import { listAccesses } from "@/lib/features/audit/queries/list-accesses";
import { listEvents } from "@/lib/features/audit/queries/list-events";
import { openSample } from "../../support/sample";
import { actorNamed } from "../sample/people";

const everything: EventFilters = { person: "", kind: "", recordId: null, eventId: null, from: null, to: null };

const first = { page: 1, size: 50 };

let leader: Actor;
let secretary: Actor;
let admin: Actor;

beforeAll(async () => {
  await openSample();
  [leader, secretary, admin] = [await actorNamed("bithu"), await actorNamed("naan"), await actorNamed("quantri")];
}, 180_000);

describe("the audit trail", () => {
  it("is found whole, and the check itself becomes the next event", async () => {
    expect(await checkChain(leader, {})).toMatchObject({ whole: true, brokenAfter: null });
    expect(await checkChain(admin, {})).toMatchObject({ whole: true, brokenAfter: null });
    const { events } = await listEvents(leader, everything, { page: 1, size: 50 });
    expect(events.slice(0, 2).map((event) => [event.type, event.actorName])).toEqual([
      ["auditChain.checked", admin.displayName],
      ["auditChain.checked", leader.displayName],
    ]);
  });

  it("is not for a secretary to check", async () => {
    await expect(checkChain(secretary, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("shows leadership all, an administrator accounts, a secretary the own doings", async () => {
    const all = await listEvents(leader, everything, first);
    const accounts = await listEvents(admin, everything, first);
    const own = await listEvents(secretary, everything, first);
    expect(all.total).toBeGreaterThan(accounts.total);
    expect(accounts.total).toBeGreaterThan(own.total);
    expect(own.events.filter((event) => event.actorName !== secretary.displayName)).toEqual([]);
  });

  it("narrows by person, kind and day, and never past its last page", async () => {
    const members = await listEvents(leader, { ...everything, kind: "member" }, { page: 999, size: 50 });
    expect(members.page).toBeLessThan(999);
    expect(members.events.every((event) => event.type.startsWith("member."))).toBe(true);
    const before = await listEvents(leader, { ...everything, to: leader.today, from: leader.today }, first);
    expect(before.total).toBeGreaterThan(0);
  });

  it("finds people without accents and tells from where they worked", async () => {
    const plain = leader.displayName
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/gu, "")
      .toLowerCase();
    const theirs = await listEvents(leader, { ...everything, person: plain }, first);
    expect(theirs.total).toBeGreaterThan(0);
    expect(theirs.events.every((event) => event.actorName === leader.displayName)).toBe(true);
    expect(theirs.events[0]?.place?.address).toBe("127.0.0.1");
    expect((await listEvents(leader, { ...everything, person: "khong co ai" }, first)).total).toBe(0);
  });

  it("narrows to one record, which is that record's history", async () => {
    const [latest] = (await listEvents(leader, { ...everything, kind: "member" }, first)).events;
    const recordId = latest?.subject.id ?? "";
    const { events } = await listEvents(leader, { ...everything, recordId }, first);
    expect(events.length).toBeGreaterThan(0);
    const ofOthers = events.filter(({ subject }) => subject.id !== recordId);
    expect(ofOthers.filter(({ changes }) => changes.length === 0)).toEqual([]);
    expect(ofOthers.flatMap(({ changes }) => changes).filter((change) => change.recordId !== recordId)).toEqual([]);
  });

  it("narrows to one event, which shows nobody what is not theirs", async () => {
    const [latest] = (await listEvents(leader, everything, first)).events;
    const alone = { ...everything, eventId: latest?.id ?? null };
    expect((await listEvents(leader, alone, first)).events.map(({ id }) => id)).toEqual([latest?.id]);
    expect((await listEvents(secretary, alone, first)).total).toBe(0);
  });

  it("notes who has opened it", async () => {
    await listEvents(leader, everything, first);
    const { accesses } = await listAccesses(leader, everything, first);
    expect(accesses[0]).toMatchObject({ type: "audit.opened", actorName: leader.displayName });
  });
});
