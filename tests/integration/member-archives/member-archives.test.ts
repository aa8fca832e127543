import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { confirmArchive, undoArchive } from "@/lib/features/member-archives/commands/confirm-archive";
import { cancelArchive, proposeArchive } from "@/lib/features/member-archives/commands/propose-archive";
import { findWhereabouts } from "@/lib/features/member-archives/queries/find-whereabouts";
import { getArchive, getCandidateView } from "@/lib/features/member-archives/queries/get-archive";
import { listArchives } from "@/lib/features/member-archives/queries/list-archives";
import { startStatus } from "@/lib/features/members/commands/start-status";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { closeRoll } from "@/lib/features/reports/commands/close-roll";
import { getRiseAndFall } from "@/lib/features/reports/queries/get-rise-and-fall";
import { purge } from "../../support/purge";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { mistake } from "./mistake";

let register: TestRegister;
const year = { from: day("2022-01-01"), to: day("2022-12-31") };

beforeAll(async () => {
  register = await openRegister();
});

const propose = (memberId: string) =>
  proposeArchive(register.actors.office, { memberId, version: 1, reason: "Nhập thử" });
async function archived(memberId: string): Promise<string> {
  const { id } = await propose(memberId);
  await confirmArchive(register.actors.leader, { id, version: 1 });
  return id;
}
const tables = ["MemberProfile", "MemberSensitive", "MemberIdentity", "Membership", "MemberStatus"];
async function storedOf(memberId: string): Promise<string> {
  const rows = await Promise.all([
    ownerRows(`SELECT to_jsonb(r) FROM "Member" r WHERE id = $1`, [memberId]),
    ...tables.map((table) =>
      ownerRows(`SELECT to_jsonb(r) FROM "${table}" r WHERE "memberId" = $1 ORDER BY 1`, [memberId]),
    ),
  ]);
  return JSON.stringify(rows);
}
const idsOn = async (on = register.system.today) =>
  (await listAllMembers(register.actors.office, memberListInput.parse({}), on)).map(({ id }) => id);

describe("a record entered in error", () => {
  it("leaves today's list and those of past days, keeps its name alone, and says so in one event", async () => {
    const { office, leader } = register.actors;
    const memberId = await mistake(register, { idNumber: "014075009911" });
    expect(await idsOn(day("2018-01-01"))).toContain(memberId);
    const id = await archived(memberId);
    for (const on of [register.system.today, day("2018-01-01")]) expect(await idsOn(on)).not.toContain(memberId);
    for (const table of tables)
      expect(await ownerRows(`SELECT 1 FROM "${table}" WHERE "memberId" = $1`, [memberId])).toEqual([]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "memberArchive.confirmed" });
    const name = (await getArchive(leader, id)).memberName;
    expect(await findWhereabouts(office, memberId)).toEqual({ kind: "ARCHIVED", id, name, keptId: null });
    expect(await listArchives(leader)).toContainEqual(expect.objectContaining({ id, state: "DONE" }));
    await expect(signInAs(register.committeeId, "Tài khoản muộn", { memberId })).rejects.toThrow(
      "MemberArchive_record_gone",
    );
    await expect(propose(memberId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const again = await mistake(register, { idNumber: "014075009911" });
    expect(await idsOn()).toContain(again);
  });

  it("is none when somebody has an account, a post or something done in their name", async () => {
    const linked = await mistake(register);
    await signInAs(register.committeeId, "Người được gắn", { memberId: linked });
    await expect(propose(linked)).rejects.toMatchObject({
      code: "RULE",
      reason: "memberArchives.errors.holds.accounts",
    });
    const seated = await mistake(register);
    await ownerRows(
      `INSERT INTO "BranchOffice" ("committeeId", id, "branchId", "memberId", kind, "startsOn")
        VALUES ($1, gen_random_uuid(), $2, $3, 'COMMITTEE_MEMBER', '2020-01-01')`,
      [register.committeeId, register.branchId, seated],
    );
    const view = await getCandidateView(register.actors.office, seated);
    expect(view.obstacles).toEqual([{ reason: "memberArchives.errors.holds.BranchOffice", params: { count: 1 } }]);
    await expect(propose(seated)).rejects.toMatchObject({ reason: "memberArchives.errors.holds.BranchOffice" });
  });

  it("is proposed by the office, and confirmed by another than who proposed it", async () => {
    const { office, leader, secretary, inspector } = register.actors;
    const memberId = await mistake(register);
    const input = { memberId, version: 1, reason: "Nhập thử" };
    await expect(proposeArchive(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const other of [secretary, inspector]) {
      await expect(proposeArchive(other, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(listArchives(other)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await findWhereabouts(other, memberId)).toBeNull();
    }
    const { id } = await proposeArchive(office, input);
    await expect(confirmArchive(office, { id, version: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
      reason: "memberArchives.errors.confirmedByAnother",
    });
    for (const act of [confirmArchive, undoArchive, cancelArchive])
      await expect(act(secretary, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await cancelArchive(leader, { id, version: 1 });
    await expect(confirmArchive(leader, { id, version: 2 })).rejects.toMatchObject({
      reason: "memberArchives.errors.over",
    });
    expect(await idsOn()).toContain(memberId);
  });

  it("goes once by two at once and by one key sent twice, and not over a newer edit", async () => {
    const { office, leader } = register.actors;
    const memberId = await mistake(register);
    const input = { memberId, version: 1, reason: "Nhập thử" };
    const formKey = randomUUID();
    const { id } = await proposeArchive(office, input, { formKey });
    expect(await proposeArchive(office, input, { formKey })).toEqual({ id });
    await expect(proposeArchive(office, input)).rejects.toMatchObject({ code: "CONFLICT" });
    await ownerRows(`UPDATE "Member" SET version = 2 WHERE id = $1`, [memberId]);
    expect((await getArchive(leader, id)).isChangedSince).toBe(true);
    await expect(confirmArchive(leader, { id, version: 1 })).rejects.toMatchObject({
      reason: "refusals.constraints.MemberArchive_built_on",
    });
    await expect(proposeArchive(office, input)).rejects.toMatchObject({ code: "CONFLICT" });
    await ownerRows(`UPDATE "Member" SET version = 1 WHERE id = $1`, [memberId]);
    for (const [act, version] of [
      [confirmArchive, 1],
      [undoArchive, 2],
    ] as const) {
      const both = await Promise.allSettled([act(leader, { id, version }), act(leader, { id, version })]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  it("was proposed by whom it was, whatever is sent past the commands", async () => {
    const { id } = await propose(await mistake(register));
    const { sessionToken } = register.actors.office;
    const rewritten = inContext(
      sessionToken,
      (tx) => tx.$executeRaw`UPDATE "MemberArchive" SET "proposedById" = gen_random_uuid() WHERE id = ${id}::uuid`,
    );
    await expect(rewritten).rejects.toThrow(/permission denied/);
    const pointed = inContext(
      sessionToken,
      (tx) => tx.$executeRaw`UPDATE "MemberArchive" SET "memberId" = gen_random_uuid() WHERE id = ${id}::uuid`,
    );
    await expect(pointed).rejects.toThrow(/permission denied/);
    await expect(
      inContext(sessionToken, (tx) => tx.$queryRaw`SELECT app.archive_member(${id}::uuid, 'x')`),
    ).rejects.toThrow("MemberArchive_confirmed_by_another");
  });
});

describe("taking a record back", () => {
  it("restores it to the last byte within thirty days", async () => {
    const { office } = register.actors;
    const memberId = await mistake(register, { idNumber: "014075009922", cardNumber: "140750099922" });
    const period = { startsOn: day("2017-01-01"), lastDay: day("2017-06-30") };
    await startStatus(register.system, { ...period, memberId, kind: "EXEMPT", reason: null, decisionNumber: null });
    const before = await storedOf(memberId);
    const version = (await getCandidateView(office, memberId)).version;
    const { id } = await proposeArchive(office, { memberId, version, reason: "Nhập thử" });
    await confirmArchive(register.actors.leader, { id, version: 1 });
    expect(await storedOf(memberId)).not.toBe(before);
    await undoArchive(office, { id, version: 2 });
    expect(await storedOf(memberId)).toBe(before);
    expect(await findWhereabouts(office, memberId)).toBeNull();
    expect(await ownerRows(`SELECT 1 FROM "MemberArchiveImage" WHERE "archiveId" = $1`, [id])).toEqual([]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "memberArchive.reverted" });
    await expect(undoArchive(office, { id, version: 3 })).rejects.toMatchObject({
      reason: "memberArchives.errors.undone",
    });
  });

  it("is refused after thirty days, when what it said is deleted", async () => {
    const { office } = register.actors;
    const id = await archived(await mistake(register));
    await ownerRows(`UPDATE "MemberArchive" SET "undoEndsAt" = now() WHERE id = $1`, [id]);
    expect((await getArchive(office, id)).can.undo).toBe(false);
    await expect(undoArchive(office, { id, version: 2 })).rejects.toMatchObject({
      code: "RULE",
      reason: "memberArchives.errors.undoOver",
    });
    await purge();
    expect(await ownerRows(`SELECT 1 FROM "MemberArchiveImage" WHERE "archiveId" = $1`, [id])).toEqual([]);
  });
});

describe("a closed year", () => {
  it("is corrected only with a reason, and by name", async () => {
    const { office, leader } = register.actors;
    const memberId = await mistake(register);
    await closeRoll(office, year);
    const { id } = await propose(memberId);
    await expect(confirmArchive(leader, { id, version: 1 })).rejects.toMatchObject({ field: "correctionReason" });
    await confirmArchive(leader, { id, version: 1 }, { correctionReason: "Không phải đảng viên" });
    const told = async () =>
      (await getRiseAndFall(office, year)).closing?.corrections.filter((one) => one.memberId === memberId) ?? [];
    expect((await told()).map(({ column, change }) => [column, change])).toEqual([
      ["closing", -1],
      ["opening", -1],
    ]);
    await undoArchive(office, { id, version: 2 }, { correctionReason: "Lấy lại" });
    expect((await told()).reduce((sum, { change }) => sum + change, 0)).toBe(0);
  });
});
