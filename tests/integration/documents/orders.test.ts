import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { orderMemberForm, orderRegister } from "@/lib/features/documents/commands/order-document";
import { getOrderedDocument, getOrderedDocumentFile } from "@/lib/features/documents/queries/get-ordered-document";
import { getOrderedFile } from "@/lib/features/members/queries/get-ordered-file";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { wordText } from "../../support/word";
import { refusalOf } from "../accounts/people";

const purpose = "Lập hồ sơ chuyển sinh hoạt";

let register: TestRegister;
let office: Actor;
beforeAll(async () => {
  register = await openRegister();
});
beforeEach(async () => {
  office = await signInAs(register.committeeId, "Văn phòng", { role: "OFFICE" });
});

const orderForm = (actor: Actor, changes = {}, sending = {}) =>
  orderMemberForm(actor, { memberId: register.members.woman, purpose, ...changes }, sending);
const orderBook = (actor: Actor, changes = {}) =>
  orderRegister(actor, { branchId: register.branchId, on: actor.today, format: "docx", purpose, ...changes });
const text = async (actor: Actor, id: string) => wordText((await getOrderedDocumentFile(actor, id)).bytes);
const orders = (actor: Actor) => ownerRows(`SELECT id FROM "ExportOrder" WHERE "accountId" = $1`, [actor.accountId]);

describe("a form with what is sensitive", () => {
  it("is ordered with its purpose, told in the trail, and fetched under its number", async () => {
    const { id } = await orderForm(office);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "documentFile.ordered" });
    const order = await getOrderedDocument(office, id);
    expect(order).toMatchObject({ document: "MEMBER_FORM", purpose, rowCount: 1, format: "docx", canFetch: true });
    const form = await text(office, id);
    expect(form).toContain("9. Dân tộc: Kinh");
    expect(form).toContain(order.serial);
    expect(form).toContain("Số định danh cá nhân: …");
    const [trace] = await ownerRows<{ params: Record<string, unknown> }>(
      `SELECT params FROM "AccessLog" WHERE "accountId" = $1 AND type = 'document.exported'`,
      [office.accountId],
    );
    expect(trace?.params).toMatchObject({ serial: order.serial, purpose, member: "Hà Thị Ẩm" });
  });

  it("is nobody else's to fetch, and no list of members", async () => {
    const { id } = await orderForm(office);
    const { leader } = register.actors;
    expect(await refusalOf(getOrderedDocument(register.actors.office, id))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(getOrderedDocumentFile(register.actors.office, id))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(getOrderedDocumentFile(leader, id))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(getOrderedFile(office, id))).toMatch(/^NOT_FOUND/);
  });

  it("is the office's, of somebody it sees, for a purpose that says something", async () => {
    const { leader, secretary, inCharge } = register.actors;
    for (const actor of [leader, secretary, inCharge]) expect(await refusalOf(orderForm(actor))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(orderForm(secretary, { memberId: register.members.other }))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(orderForm(office, { memberId: crypto.randomUUID() }))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(orderForm(office, { purpose: "in" }))).toBe("RULE exports.errors.purposeTooShort");
    expect(await orders(office)).toEqual([]);
  });

  it("sent twice at once is one order", async () => {
    const formKey = crypto.randomUUID();
    const both = await Promise.allSettled([orderForm(office, {}, { formKey }), orderForm(office, {}, { formKey })]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await orders(office)).toHaveLength(1);
  });

  it("asks for the password again, and is there for a short time only", async () => {
    const { id } = await orderForm(office);
    await ownerRows(`UPDATE "ExportOrder" SET "orderedAt" = now() - interval '11 minutes' WHERE id = $1`, [id]);
    expect(await refusalOf(getOrderedDocumentFile(office, id))).toBe("RULE exports.errors.orderExpired");
    await ownerRows(`UPDATE "Session" SET "passwordGivenAt" = now() - interval '11 minutes' WHERE "accountId" = $1`, [
      office.accountId,
    ]);
    expect(await refusalOf(orderForm(office))).toBe("RULE refusals.secret.again");
  });
});

describe("a register with ethnicity and religion", () => {
  it("tells them of the branch that was asked for", async () => {
    const book = await text(office, (await orderBook(office)).id);
    expect(book).toContain("Nữ\nKinh");
    expect(book).not.toContain("Mùi Thị Lan");
  });

  it("is Excel where that was asked for", async () => {
    const { id } = await orderBook(office, { format: "xlsx" });
    const file = await getOrderedDocumentFile(office, id);
    expect([file.format, Buffer.from(file.bytes.slice(0, 2)).toString()]).toEqual(["xlsx", "PK"]);
  });

  it("of the whole counts as a whole file once, when it is ordered", async () => {
    for (let times = 0; times < 3; times += 1) await text(office, (await orderBook(office, { branchId: null })).id);
    expect(await refusalOf(orderBook(office, { branchId: null }))).toBe("RULE exports.errors.wholeFilesTaken");
    await orderBook(office);
  });

  it("is the office's, of a branch that is there", async () => {
    const { leader, secretary, inCharge } = register.actors;
    for (const actor of [leader, secretary, inCharge]) expect(await refusalOf(orderBook(actor))).toMatch(/^FORBIDDEN/);
    expect(await refusalOf(orderBook(secretary, { branchId: register.otherBranchId }))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(orderBook(office, { branchId: crypto.randomUUID() }))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(orderBook(office, { purpose: "in sổ" }))).toBe("RULE exports.errors.purposeTooShort");
  });
});
