import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { getRegisterFile, type RegisterOrder } from "@/lib/features/documents/queries/get-register-file";
import { addMember } from "@/lib/features/members/commands/add-member";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";
import { wordText } from "../../support/word";
import { refusalOf } from "../accounts/people";

let register: TestRegister;
let office: Actor;
beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  const { actors, branchId, otherBranchId, system } = register;
  office = actors.office;
  const people = { proposer: actors.office, accepter: actors.leader };
  const add = async (name: string) => (await addMember(system, memberInput(name, branchId))).id;
  await transfer(
    people,
    transferInput(await add("Lò Văn Sang"), { toBranchId: otherBranchId, effectiveOn: day("2026-03-01") }),
  );
  await transfer(people, departure(await add("Lò Văn Xa"), day("2026-04-01")));
});

const order = (changes: Partial<RegisterOrder> = {}): RegisterOrder => ({
  branchId: register.branchId,
  on: day("2026-06-30"),
  format: "docx",
  depth: "PLAIN",
  ...changes,
});
const take = (actor: Actor, changes: Partial<RegisterOrder> = {}) =>
  getRegisterFile(actor, order(changes), { serial: null, params: {} });
const text = async (actor: Actor, changes: Partial<RegisterOrder> = {}) => wordText((await take(actor, changes)).bytes);

describe("the register of a branch as of a day", () => {
  it("holds who was in it, who came and who went, in 14 columns", async () => {
    const first = await text(office);
    expect(first).toContain("SỔ DANH SÁCH ĐẢNG VIÊN");
    expect(first).toContain("Chi bộ bản Thử Một, tính đến ngày 30/06/2026: 5 đảng viên");
    expect(first).toMatch(/Lò Văn Sang[\s\S]*01\/03\/2026\nChi bộ bản Thử Hai/u);
    expect(first).toMatch(/Lò Văn Xa[\s\S]*01\/04\/2026\nĐảng bộ xã Khác/u);
    expect(first).toContain("Miễn sinh hoạt");
    expect(first).not.toMatch(/Kinh|Thái|\d{4}-\d{2}-\d{2}|[{}]/u);
    const second = await text(office, { branchId: register.otherBranchId });
    expect(second).toMatch(/Lò Văn Sang[\s\S]*01\/03\/2026\nChi bộ bản Thử Một/u);
    const before = await text(office, { on: day("2025-12-31") });
    expect(before).toContain("tính đến ngày 31/12/2025: 6 đảng viên");
    expect(before).not.toContain("01/03/2026");
  });

  it("is the same as Excel, with cells that never run as a formula", async () => {
    const { branchId } = register;
    await addMember(register.system, { ...memberInput("Lò Văn Thức", branchId), occupation: '=HYPERLINK("x")' });
    const { bytes, serial } = await take(office, { format: "xlsx", on: office.today });
    const { sheets } = await readXlsx(bytes);
    const rows = sheets[0]?.rows ?? [];
    expect(rows[3]).toHaveLength(14);
    const names = rows.slice(4).map((row) => String(row[1]));
    expect(names.some((name) => name.startsWith("Lò Văn Thức"))).toBe(true);
    expect(JSON.stringify(rows)).toContain("'=HYPERLINK");
    expect(sheets[1]?.rows[0]?.[0]).toBe(serial);
  });
});

describe("who takes a register away", () => {
  it("is the office and the leaders for all, and a secretary for the own branch", async () => {
    const { leader, secretary, inCharge, inspector, ordinary, admin } = register.actors;
    expect(await text(leader, { branchId: null })).toContain("Đảng bộ xã Thử Nghiệm, tính đến ngày 30/06/2026");
    expect(await text(secretary)).toContain("Hà Thị Ẩm");
    expect(await refusalOf(take(secretary, { branchId: register.otherBranchId }))).toMatch(/^NOT_FOUND/);
    expect(await refusalOf(take(secretary, { branchId: null }))).toMatch(/^NOT_FOUND/);
    for (const actor of [inCharge, inspector, ordinary, admin]) {
      expect(await refusalOf(take(actor))).toMatch(/^FORBIDDEN/);
    }
    expect(await refusalOf(take(office, { branchId: crypto.randomUUID() }))).toMatch(/^NOT_FOUND/);
  });

  it("sees of who has gone no more than the name", async () => {
    const own = await text(register.actors.secretary);
    expect(own).toContain("Lò Văn Xa");
    expect(own).toMatch(/Lò Văn Xa\nNam\n\n\n\n\n/u);
  });

  it("is traced, and takes the whole only as often as one person needs", async () => {
    const person = await signInAs(register.committeeId, "Văn phòng", { role: "OFFICE" });
    for (let times = 0; times < 3; times += 1) await take(person, { branchId: null });
    expect(await refusalOf(take(person, { branchId: null }))).toBe("RULE exports.errors.wholeFilesTaken");
    await take(person);
    const traces = await ownerRows<{ params: Record<string, unknown> }>(
      `SELECT params FROM "AccessLog" WHERE "accountId" = $1 ORDER BY at`,
      [person.accountId],
    );
    expect(traces.map(({ params }) => params.whole ?? false)).toEqual([true, true, true, false]);
    expect(traces[3]?.params).toMatchObject({ documentKind: "MEMBER_REGISTER", branch: "Chi bộ bản Thử Một" });
  });
});
