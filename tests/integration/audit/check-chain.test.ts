import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { checkChain } from "@/lib/features/audit/commands";
import { type EventFilters, listAccesses, listEvents } from "@/lib/features/audit/queries";
import { seedSample } from "@/prisma/seed/seed";
import { testDatabaseUrls } from "../../support/test-database";
import { actorNamed } from "../sample/people";

const everything: EventFilters = { person: "", kind: "", recordId: null, from: null, to: null };

let leader: Actor;
let secretary: Actor;
let admin: Actor;

beforeAll(async () => {
  await seedSample(testDatabaseUrls());
  [leader, secretary, admin] = [await actorNamed("bithu"), await actorNamed("naan"), await actorNamed("quantri")];
}, 60_000);

describe("the audit trail", () => {
  it("is found whole, and the check itself becomes the next event", async () => {
    expect(await checkChain(leader, {})).toMatchObject({ whole: true, brokenAfter: null });
    expect(await checkChain(admin, {})).toMatchObject({ whole: true, brokenAfter: null });
    const { events } = await listEvents(leader, everything, 1);
    expect(events.slice(0, 2).map((event) => [event.type, event.actorName])).toEqual([
      ["auditChain.checked", admin.displayName],
      ["auditChain.checked", leader.displayName],
    ]);
  });

  it("is not for a secretary to check", async () => {
    await expect(checkChain(secretary, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("shows leadership all, an administrator accounts, a secretary the own doings", async () => {
    const all = await listEvents(leader, everything, 1);
    const accounts = await listEvents(admin, everything, 1);
    const own = await listEvents(secretary, everything, 1);
    expect(all.total).toBeGreaterThan(accounts.total);
    expect(accounts.total).toBeGreaterThan(own.total);
    expect(own.events.filter((event) => event.actorName !== secretary.displayName)).toEqual([]);
  });

  it("narrows by person, kind and day, and never past its last page", async () => {
    const members = await listEvents(leader, { ...everything, kind: "member" }, 999);
    expect(members.page).toBeLessThan(999);
    expect(members.events.every((event) => event.type.startsWith("member."))).toBe(true);
    const before = await listEvents(leader, { ...everything, to: leader.today, from: leader.today }, 1);
    expect(before.total).toBeGreaterThan(0);
  });

  it("notes who has opened it", async () => {
    await listEvents(leader, everything, 1);
    const [latest] = await listAccesses(leader);
    expect(latest).toMatchObject({ type: "audit.opened", actorName: leader.displayName });
  });
});
