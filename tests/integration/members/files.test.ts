import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import type { DomainError } from "@/lib/core/errors";
import { orderMembersFile } from "@/lib/features/members/commands/order-members-file";
import { getMembersFile } from "@/lib/features/members/queries/get-members-file";
import { getOrderedFile, getOrderedTable } from "@/lib/features/members/queries/get-ordered-file";
import type { MemberFileWords } from "@/lib/features/members/rules/file-table";
import { memberFileColumns, memberListInput } from "@/lib/features/members/schema";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { refusalOf } from "../accounts/people";

const columns = Object.fromEntries(memberFileColumns.map((column) => [column, column] as const));
const words: MemberFileWords = {
  sheet: "Đảng viên",
  columns: { ...columns, number: "STT" } as MemberFileWords["columns"],
  value: (stored) => stored,
  head: ({ count, serial, purpose }) => ({ head: [String(count), serial], stamp: [["purpose", purpose ?? ""]] }),
};
const purpose = "Báo cáo cơ cấu dân tộc gửi cấp trên";

let register: TestRegister;
let office: Actor;
beforeAll(async () => {
  register = await openRegister();
});
beforeEach(async () => {
  office = await signInAs(register.committeeId, "Văn phòng", { role: "OFFICE" });
});

const take = (actor: Actor, address: Record<string, string> = {}) =>
  getMembersFile(actor, memberListInput.parse(address), actor.today, { format: "xlsx", words });
const order = (actor: Actor, changes: Partial<Parameters<typeof orderMembersFile>[1]> = {}, sending = {}) =>
  orderMembersFile(
    actor,
    { columns: [...memberFileColumns], purpose, filters: memberListInput.parse({}), ...changes },
    sending,
  );
const accesses = (actor: Actor) =>
  ownerRows<{ params: Record<string, unknown> }>(
    `SELECT params FROM "AccessLog" WHERE "accountId" = $1 AND type = 'members.exported' ORDER BY at`,
    [actor.accountId],
  );
const orders = (actor: Actor) =>
  ownerRows<{ id: string; purpose: string; rowCount: number; isWhole: boolean }>(
    `SELECT id, purpose, "rowCount", "isWhole" FROM "ExportOrder" WHERE "accountId" = $1`,
    [actor.accountId],
  );

describe("a file of members", () => {
  it("holds nothing sensitive, and leaves who took what of it", async () => {
    const file = await take(office, { sex: "FEMALE" });
    expect(file.columns.map(({ header }) => header)).not.toContain("ethnicity");
    expect(JSON.stringify(file.rows)).not.toMatch(/Kinh|Thái/);
    const [noted] = await accesses(office);
    expect(noted?.params).toMatchObject({ rows: 2, sex: "FEMALE", serial: file.serial, whole: false });
    expect(noted?.params.columns).toContain("fullName, sex");
  });

  it("is traced with what narrowed it, each by its name and a branch by its own", async () => {
    await take(office, { branch: register.branchId, status: "OFFICIAL", sort: "birth", size: "all" });
    const [noted] = await accesses(office);
    expect(noted?.params).toMatchObject({ status: "OFFICIAL", branch: expect.stringContaining("Chi bộ") });
    expect(Object.keys(noted?.params ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(sort|size)$/)]),
    );
  });

  it("is the own branch's for a secretary and none for who may only look", async () => {
    expect((await take(register.actors.secretary)).rows).toHaveLength(5);
    expect(await refusalOf(take(register.actors.inCharge))).toBe("FORBIDDEN refusals.forbidden");
    expect(await refusalOf(take(register.actors.admin))).toBe("FORBIDDEN refusals.forbidden");
  });

  it("is not filtered by what it must not tell", async () => {
    expect(await refusalOf(take(office, { ethnicity: "Kinh" }))).toBe("RULE exports.errors.orderInstead");
    expect(await accesses(office)).toEqual([]);
  });

  it("is the whole register three times a day for one person, however many ask at once", async () => {
    const taken = await Promise.allSettled(Array.from({ length: 6 }, () => take(office)));
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const refused = taken.flatMap((one) => (one.status === "rejected" ? [(one.reason as DomainError).reason] : []));
    expect(new Set(refused)).toEqual(new Set(["exports.errors.wholeFilesTaken"]));
    expect(await accesses(office)).toHaveLength(3);
    expect((await take(office, { branch: register.otherBranchId })).rows).toHaveLength(3);
    await expect(take(register.actors.leader)).resolves.toBeTruthy();
    await ownerRows(`UPDATE "AccessLog" SET at = at - interval '1 day' WHERE "accountId" = $1`, [office.accountId]);
    await expect(take(office)).resolves.toBeTruthy();
  });
});

describe("a file with sensitive columns", () => {
  it("is ordered with its purpose, which the audit keeps, and fetched with it", async () => {
    const { id } = await order(office, { filters: memberListInput.parse({ ethnicity: "Kinh", on: "2022-12-31" }) });
    const told = await ownerRows(`SELECT type, reason FROM "AuditEvent" WHERE "accountId" = $1`, [office.accountId]);
    expect(told).toEqual([{ type: "membersFile.ordered", reason: purpose }]);
    expect(await orders(office)).toEqual([{ id, purpose, rowCount: 1, isWhole: false }]);
    const file = await getOrderedTable(office, id, words);
    expect(file.on).toBe(day("2022-12-31"));
    expect(file.rows).toHaveLength(1);
    expect(file.rows[0]).toContain("Kinh");
    expect((await accesses(office))[0]?.params).toMatchObject({ purpose, serial: file.serial, rows: 1 });
  });

  it("is nobody's but the office's", async () => {
    for (const actor of [register.actors.leader, register.actors.secretary, register.actors.admin]) {
      expect(await refusalOf(order(actor))).toBe("FORBIDDEN refusals.forbidden");
      expect(await orders(actor)).toEqual([]);
    }
    const { id } = await order(office, { filters: memberListInput.parse({ sex: "FEMALE" }) });
    const colleague = await signInAs(register.committeeId, "Văn phòng khác", { role: "OFFICE" });
    expect(await refusalOf(getOrderedFile(colleague, id))).toBe("NOT_FOUND refusals.notFound");
    expect(await refusalOf(getOrderedTable(colleague, id, words))).toBe("NOT_FOUND refusals.notFound");
  });

  it("needs a purpose that says something, and the password given lately", async () => {
    expect(await refusalOf(order(office, { purpose: "xem" }))).toBe("RULE exports.errors.purposeTooShort");
    await ownerRows(`UPDATE "Session" SET "passwordGivenAt" = now() - interval '11 minutes' WHERE id = $1`, [
      office.sessionId,
    ]);
    expect(await refusalOf(order(office))).toBe("RULE refusals.secret.again");
    expect(await orders(office)).toEqual([]);
  });

  it("is one file for one sending, and counts among the three of the day", async () => {
    const formKey = crypto.randomUUID();
    const twice = await Promise.all([order(office, {}, { formKey }), order(office, {}, { formKey })]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await orders(office)).toHaveLength(1);
    await getOrderedTable(office, twice[0].id, words);
    await order(office);
    await take(office);
    expect(await refusalOf(take(office))).toBe("RULE exports.errors.wholeFilesTaken");
    expect(await refusalOf(order(office))).toBe("RULE exports.errors.wholeFilesTaken");
    await expect(getOrderedTable(office, twice[0].id, words)).resolves.toBeTruthy();
  });

  it("can be fetched for ten minutes, by who still has the right", async () => {
    const { id } = await order(office, { filters: memberListInput.parse({ sex: "FEMALE" }) });
    await ownerRows(`UPDATE "ExportOrder" SET "orderedAt" = now() - interval '11 minutes' WHERE id = $1`, [id]);
    expect(await getOrderedFile(office, id)).toMatchObject({ canFetch: false });
    expect(await refusalOf(getOrderedTable(office, id, words))).toBe("RULE exports.errors.orderExpired");
    expect(await accesses(office)).toEqual([]);
  });
});
