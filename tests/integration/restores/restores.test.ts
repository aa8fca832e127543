import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import { issueReset } from "@/lib/features/accounts/commands/keep-account";
import { postAnnouncement } from "@/lib/features/announcements/commands/post-announcement";
import { listAnnouncements } from "@/lib/features/announcements/queries/list-announcements";
import { announcementFilter } from "@/lib/features/announcements/schema";
import { checkChain } from "@/lib/features/audit/commands";
import { listEvents } from "@/lib/features/audit/queries/list-events";
import { getOpenedMember } from "@/lib/features/members/queries/get-member";
import { acceptRestore } from "@/lib/features/restores/commands/accept-restore";
import { listRestores } from "@/lib/features/restores/queries/list-restores";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { plantRestore, storedRestore } from "../../support/restores";

let register: TestRegister;
let id: string;
/* The people of the register as a request finds them once it has been restored. */
let people: TestRegister["actors"] & { second: Actor };

beforeEach(async () => {
  register = await openRegister();
  id = await plantRestore(register.committeeId, 5);
  people = { ...register.actors, second: await signInAs(register.committeeId, "Phó bí thư", { role: "LEADER" }) };
  for (const [name, actor] of Object.entries(people))
    Object.assign(people, { [name]: await inContext(actor.sessionToken, async (_tx, found) => found) });
});

const input = (changes = {}) => ({ id, version: 1, seen: true, ...changes });
const announcement = { title: "Họp", text: "Mời dự họp", reach: "ALL" as const, branches: [] };
const announcements = async (by: Actor) => (await listAnnouncements(by, announcementFilter.parse({}))).lines.length;
const accesses = async () =>
  (
    await ownerRows<{ type: string }>(`SELECT type FROM "AccessLog" WHERE "committeeId" = $1`, [register.committeeId])
  ).map(({ type }) => type);

describe("a restored state that waits", () => {
  it("is read as ever, traces included, and written by nobody", async () => {
    const { leader, office } = people;
    expect(leader.pendingRestore).toMatchObject({ id });
    expect(await announcements(leader)).toBe(0);
    const filters = { person: "", kind: "", recordId: null, eventId: null, from: null, to: null };
    expect((await listEvents(leader, filters, { page: 1, size: 25 })).total).toBeGreaterThan(0);
    expect(await checkChain(leader, {})).toMatchObject({ whole: true });
    expect((await accesses()).sort()).toEqual(["audit.opened", "auditChain.checked"]);
    expect(await getOpenedMember(office, register.members.other)).toMatchObject({ id: register.members.other });

    for (const actor of [leader, office, register.system])
      await expect(postAnnouncement(actor, announcement, { formKey: randomUUID() })).rejects.toMatchObject({
        code: "RULE",
        reason: "refusals.restorePending",
      });
    expect(await ownerRows(`SELECT 1 FROM "Announcement" WHERE "committeeId" = $1`, [register.committeeId])).toEqual(
      [],
    );
  });

  it("holds up no other register", async () => {
    const other = await openRegister();
    expect((await postAnnouncement(other.actors.leader, announcement)).id).toBeTruthy();
  });

  it("lets an administrator give a code to who has forgotten the password of that day, and do nothing else", async () => {
    const { admin, leader, second } = people;
    const [account] = await ownerRows<{ version: number }>(`SELECT version FROM "Account" WHERE id = $1`, [
      leader.accountId,
    ]);
    const named = { accountId: leader.accountId ?? "", version: account?.version ?? 0 };
    expect((await issueReset(admin, named)).issued?.code).toBeTruthy();
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "accountCode.given" });
    await expect(issueReset(second, { ...named, accountId: admin.accountId ?? "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("accepting it", () => {
  it("is a leader's, once, after which everybody writes", async () => {
    const { leader, second } = people;
    const { pending } = await listRestores(leader);
    expect(pending).toMatchObject({ id, keptAs: "before-restore-1", facts: { entries: 5, lost: 3, branches: 2 } });
    const formKey = randomUUID();
    await acceptRestore(leader, input(), { formKey });
    expect(await storedRestore(id)).toEqual({
      acceptedById: leader.accountId,
      acceptedBy: leader.displayName,
      version: 2,
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "restore.accepted",
      actorName: leader.displayName,
    });
    const head = await lastEvent(register.committeeId);

    expect(await acceptRestore(leader, input(), { formKey })).toEqual({ id });
    for (const again of [leader, second])
      await expect(acceptRestore(again, input())).rejects.toMatchObject({
        code: "RULE",
        reason: "restores.errors.acceptedBefore",
      });
    expect(await lastEvent(register.committeeId)).toEqual(head);
    expect((await postAnnouncement(register.actors.leader, announcement)).id).toBeTruthy();
    expect((await listRestores(register.actors.office)).earlier).toMatchObject([{ id, state: "ACCEPTED" }]);
  });

  it("by two leaders at once is one of theirs", async () => {
    const results = await Promise.allSettled([people.leader, people.second].map((by) => acceptRestore(by, input())));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const events = await ownerRows(`SELECT 1 FROM "AuditEvent" WHERE "subjectId" = $1 AND type = 'restore.accepted'`, [
      id,
    ]);
    expect(events).toHaveLength(1);
  });

  it("is refused to everybody else, each as it should be", async () => {
    const { office, admin, secretary } = people;
    for (const actor of [office, admin])
      await expect(acceptRestore(actor, input())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(acceptRestore(secretary, input())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listRestores(secretary)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(acceptRestore(register.system, input())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(acceptRestore(people.leader, input({ version: 4 }))).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(acceptRestore(people.leader, input({ id: randomUUID() }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const other = await openRegister();
    await expect(acceptRestore(other.actors.leader, input())).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await storedRestore(id)).toMatchObject({ acceptedById: null, version: 1 });
  });

  it("asks for the password again where it was not given lately", async () => {
    await ownerRows(`UPDATE "Session" SET "passwordGivenAt" = now() - interval '11 minutes' WHERE id = $1`, [
      people.leader.sessionId,
    ]);
    await expect(acceptRestore(people.leader, input())).rejects.toMatchObject({ reason: "refusals.secret.again" });
    expect(await storedRestore(id)).toMatchObject({ version: 1 });
  });

  it("shows office and administrator what was restored, and no figures of it", async () => {
    for (const actor of [people.office, people.admin]) {
      const { pending, can } = await listRestores(actor);
      expect([pending?.facts, can.accept]).toEqual([null, false]);
    }
    const both = await signInAs(register.committeeId, "Kiêm nhiệm", { role: "LEADER" });
    expect((await listRestores({ ...both, roles: ["LEADER", "ADMIN"] })).administers).toBe(true);
  });
});
