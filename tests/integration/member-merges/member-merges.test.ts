import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { openNumber } from "@/lib/core/identity";
import { findWhereabouts } from "@/lib/features/member-archives/queries/find-whereabouts";
import { confirmMerge, undoMerge } from "@/lib/features/member-merges/commands/confirm-merge";
import { cancelMerge, proposeMerge } from "@/lib/features/member-merges/commands/propose-merge";
import { getMerge, getPairView } from "@/lib/features/member-merges/queries/get-merge";
import { listDuplicates } from "@/lib/features/member-merges/queries/list-pairs";
import type { MergeField } from "@/lib/features/member-merges/schema";
import { addMember } from "@/lib/features/members/commands/add-member";
import { startStatus } from "@/lib/features/members/commands/start-status";
import { listAllMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { memberInput } from "../../support/member-input";
import { purge } from "../../support/purge";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});

const NAMES = "Ân Bảo Chiến Dần Én Giáp Hiên Khoa Lâm Mạnh Nghĩa Oanh Phong Quý Sáng Tân Uy Việt Xuân Yên".split(" ");
let count = 0;

/** One person typed twice in one branch, the second time from a later day and with other words. */
async function twice(changes: object = {}, branchId = register.branchId) {
  const name = `Lường Văn ${NAMES[count++ % NAMES.length]} ${NAMES[Math.floor(count / NAMES.length)]}`;
  const kept = await addMember(register.system, memberInput(name, register.branchId));
  const dropped = await addMember(register.system, {
    ...memberInput(name, branchId),
    occupation: "Trồng rừng",
    phone: "0900000001",
    startsOn: day("2016-01-01"),
    ...changes,
  });
  return { name, keptId: kept.id, droppedId: dropped.id };
}
const propose = (pair: { keptId: string; droppedId: string }, taken: MergeField[] = []) =>
  proposeMerge(register.actors.office, { keptId: pair.keptId, droppedId: pair.droppedId, taken });
async function merged(pair: { keptId: string; droppedId: string }, taken: MergeField[] = []) {
  const { id } = await propose(pair, taken);
  await confirmMerge(register.actors.leader, { id, version: 1 });
  return id;
}
const tables = ["Member", "MemberProfile", "MemberSensitive", "MemberIdentity", "Membership", "MemberStatus"];
const storedOf = async (ids: readonly string[]) => {
  const rows = await Promise.all(
    tables.map((table) =>
      ownerRows(
        `SELECT to_jsonb(r) AS row FROM "${table}" r WHERE "${table === "Member" ? "id" : "memberId"}" = ANY ($1) ORDER BY 1`,
        [ids],
      ),
    ),
  );
  return JSON.stringify(rows);
};
const idsOn = async (on = register.system.today) =>
  (await listAllMembers(register.actors.office, memberListInput.parse({}), on)).map(({ id }) => id);

describe("two records of one person", () => {
  it("are found by folded name and birth date, and shown where they differ", async () => {
    const { office, leader, secretary } = register.actors;
    const pair = await twice({ birthOn: "1975-02-03" });
    const { pairs } = await listDuplicates(leader);
    const found = pairs.find(({ oneId, otherId }) => [oneId, otherId].includes(pair.keptId));
    expect(new Set([found?.oneId, found?.otherId])).toEqual(new Set([pair.keptId, pair.droppedId]));
    await expect(listDuplicates(secretary)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const view = await getPairView(office, pair.keptId, pair.droppedId);
    expect(view.fields).toEqual([
      { field: "birthOn", kept: "1975", dropped: "1975-02-03" },
      { field: "occupation", kept: null, dropped: "Trồng rừng" },
      { field: "phone", kept: null, dropped: "0900000001" },
    ]);
    expect(view).toMatchObject({ moved: 0, same: 1, obstacles: [] });
  });

  it("become one with the values chosen: counted once today and on any day, in one event", async () => {
    const { office, leader } = register.actors;
    const pair = await twice();
    const id = await merged(pair, ["occupation"]);
    for (const on of [register.system.today, day("2018-01-01")]) {
      const ids = await idsOn(on);
      expect(ids.filter((one) => one === pair.keptId)).toHaveLength(1);
      expect(ids).not.toContain(pair.droppedId);
    }
    const [profile] = await ownerRows(
      `SELECT occupation, phone FROM "MemberProfile" JOIN "MemberSensitive" USING ("committeeId", "memberId") WHERE "memberId" = $1`,
      [pair.keptId],
    );
    expect(profile).toEqual({ occupation: "Trồng rừng", phone: null });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "memberMerge.confirmed" });
    expect(await findWhereabouts(office, pair.droppedId)).toEqual({
      ...{ kind: "MERGED", id, keptId: pair.keptId, name: pair.name },
    });
    expect((await listDuplicates(office)).pairs.filter(({ one }) => one === pair.name)).toEqual([]);
    await expect(getPairView(office, pair.keptId, pair.droppedId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getMerge(leader, id)).toMatchObject({ state: "DONE", can: { undo: true, confirm: false } });
    await expect(signInAs(register.committeeId, "Tài khoản muộn", { memberId: pair.droppedId })).rejects.toThrow(
      "MemberMerge_record_gone",
    );
  });

  it("take over the ID number so that it still opens, and stays and statuses that the kept record has not", async () => {
    const pair = await twice({ idNumber: "014075001234" });
    await ownerRows(
      `UPDATE "Membership" SET "endsOn" = '2018-01-01', "endReason" = 'TRANSFERRED' WHERE "memberId" = $1`,
      [pair.droppedId],
    );
    await ownerRows(`UPDATE "Membership" SET "startsOn" = '2019-01-01' WHERE "memberId" = $1`, [pair.keptId]);
    const status = { kind: "EXEMPT", reason: null, decisionNumber: null } as const;
    const period = { startsOn: day("2017-01-01"), lastDay: day("2017-06-30") };
    await startStatus(register.system, { ...status, ...period, memberId: pair.droppedId });
    await merged(pair);
    const [identity] = await ownerRows<{ idNumber: Buffer }>(
      `SELECT "idNumber" FROM "MemberIdentity" WHERE "memberId" = $1`,
      [pair.keptId],
    );
    expect(openNumber(pair.keptId, new Uint8Array(identity?.idNumber ?? []))).toBe("014075001234");
    for (const [table, rows] of [
      ["Membership", 2],
      ["MemberStatus", 1],
    ] as const)
      expect(await ownerRows(`SELECT 1 FROM "${table}" WHERE "memberId" = $1`, [pair.keptId])).toHaveLength(rows);
    expect(await ownerRows(`SELECT 1 FROM "MemberIdentity" WHERE "memberId" = $1`, [pair.droppedId])).toEqual([]);
  });

  it("are not made one while both are in different branches, have different numbers, or the dropped one has an account", async () => {
    const refusal = (reason: string) => ({ code: "RULE", reason: `memberMerges.errors.${reason}` });
    await expect(propose(await twice({}, register.otherBranchId))).rejects.toMatchObject(refusal("overlap.Membership"));
    const numbered = await twice({ idNumber: "014075001235" });
    await ownerRows(
      `INSERT INTO "MemberIdentity" ("committeeId", "memberId", "keyId", "idNumberHash") VALUES ($1, $2, '1', 'x')`,
      [register.committeeId, numbered.keptId],
    );
    await expect(propose(numbered)).rejects.toMatchObject(refusal("twoIdNumbers"));
    const linked = await twice();
    await signInAs(register.committeeId, "Người được gắn", { memberId: linked.droppedId });
    await expect(propose(linked)).rejects.toMatchObject(refusal("ties.accounts"));
    const pair = await twice();
    await expect(propose(pair, ["admittedOn"])).resolves.toBeDefined();
    await expect(propose(pair)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("are proposed by the office, and confirmed by another than who proposed it", async () => {
    const { office, leader, secretary, inspector } = register.actors;
    const pair = await twice();
    const input = { keptId: pair.keptId, droppedId: pair.droppedId, taken: [] };
    await expect(proposeMerge(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const other of [secretary, inspector])
      await expect(proposeMerge(other, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id } = await proposeMerge(office, input);
    await expect(confirmMerge(office, { id, version: 1 })).rejects.toMatchObject({
      code: "FORBIDDEN",
      reason: "memberMerges.errors.confirmedByAnother",
    });
    for (const act of [confirmMerge, undoMerge, cancelMerge])
      await expect(act(secretary, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await cancelMerge(leader, { id, version: 1 });
    await expect(confirmMerge(leader, { id, version: 2 })).rejects.toMatchObject({
      reason: "memberMerges.errors.over",
    });
    expect(await idsOn()).toContain(pair.droppedId);
  });

  it("are made one once by two at once and by one key sent twice, and not over a newer edit", async () => {
    const { office, leader } = register.actors;
    const pair = await twice();
    const formKey = randomUUID();
    const input = { keptId: pair.keptId, droppedId: pair.droppedId, taken: [] };
    const { id } = await proposeMerge(office, input, { formKey });
    expect(await proposeMerge(office, input, { formKey })).toEqual({ id });
    await ownerRows(`UPDATE "Member" SET version = version + 1 WHERE id = $1`, [pair.keptId]);
    await expect(confirmMerge(leader, { id, version: 1 })).rejects.toMatchObject({
      code: "RULE",
      reason: "refusals.constraints.MemberMerge_built_on",
    });
    await ownerRows(`UPDATE "Member" SET version = version - 1 WHERE id = $1`, [pair.keptId]);
    for (const [act, version] of [
      [confirmMerge, 1],
      [undoMerge, 2],
    ] as const) {
      const both = await Promise.allSettled([act(leader, { id, version }), act(leader, { id, version })]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  it("are proposed by whom they were, whatever is sent past the commands", async () => {
    const { office } = register.actors;
    const { id } = await propose(await twice());
    const rewritten = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "MemberMerge" SET "proposedById" = gen_random_uuid() WHERE id = ${id}::uuid`,
    );
    await expect(rewritten).rejects.toThrow(/permission denied/);
  });
});

describe("giving two records back", () => {
  it("restores both to the last byte within thirty days", async () => {
    const { office } = register.actors;
    const pair = await twice({ idNumber: "014075001236", cardNumber: "140750012345" });
    const both = [pair.keptId, pair.droppedId];
    const before = await storedOf(both);
    const id = await merged(pair, ["occupation", "phone", "cardNumber", "fullName"]);
    expect(await storedOf(both)).not.toBe(before);
    await undoMerge(office, { id, version: 2 });
    expect(await storedOf(both)).toBe(before);
    expect(await findWhereabouts(office, pair.droppedId)).toBeNull();
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "memberMerge.reverted" });
    await expect(undoMerge(office, { id, version: 3 })).rejects.toMatchObject({ reason: "memberMerges.errors.undone" });
  });

  it("is refused once somebody has edited the kept record, and after thirty days", async () => {
    const { office } = register.actors;
    const edited = await twice();
    const id = await merged(edited);
    await ownerRows(`UPDATE "Member" SET version = version + 1 WHERE id = $1`, [edited.keptId]);
    expect((await getMerge(office, id)).can.undo).toBe(false);
    await expect(undoMerge(office, { id, version: 2 })).rejects.toMatchObject({
      reason: "refusals.constraints.MemberMerge_built_on",
    });
    const late = await merged(await twice());
    await ownerRows(`UPDATE "MemberMerge" SET "undoEndsAt" = now() WHERE id = $1`, [late]);
    await expect(undoMerge(office, { id: late, version: 2 })).rejects.toMatchObject({
      code: "RULE",
      reason: "memberMerges.errors.undoOver",
    });
    await purge();
    expect(await ownerRows(`SELECT 1 FROM "MemberMergeImage" WHERE "mergeId" = $1`, [late])).toEqual([]);
  });
});
