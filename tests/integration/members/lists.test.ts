import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { listEthnicities, listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { openRegister, signInAs, type TestRegister } from "../../support/register";

let register: TestRegister;
const then = day("2022-12-31");

beforeAll(async () => {
  register = await openRegister();
});

function list(actor: Actor, address: Record<string, string> = {}, on = actor.today, window = { page: 1, size: 25 }) {
  return listMembers(actor, memberListInput.parse(address), on, window);
}

async function names(actor: Actor, address: Record<string, string> = {}, on = actor.today): Promise<string[]> {
  return (await list(actor, address, on)).rows.map((row) => row.fullName);
}

describe("the list of members", () => {
  it("holds everyone of a day by given name for the office and the leader", async () => {
    const all = [
      "Hà Thị Ẩm",
      "Giàng A Chu",
      "Lò Văn Đôi",
      "Mùi Thị Lan",
      "Sồng A Páo",
      "Đinh Văn Quân",
      "Ngần Văn Thiệp",
      "Vì Văn Ước",
    ];
    expect(await names(register.actors.office)).toEqual(all);
    expect(await names(register.actors.leader)).toEqual(all);
    expect(await names(register.actors.office, {}, then)).toEqual(all.filter((name) => name !== "Lò Văn Đôi"));
    expect(await names(register.actors.office, { sort: "-name" })).toEqual(all.toReversed());
  });

  it("holds the own branch for a secretary and the assigned branch for who is in charge", async () => {
    const own = ["Hà Thị Ẩm", "Giàng A Chu", "Lò Văn Đôi", "Ngần Văn Thiệp", "Vì Văn Ước"];
    expect(await names(register.actors.secretary)).toEqual(own);
    expect(await names(register.actors.inCharge)).toEqual(own);
    expect(await names(register.actors.secretary, { branch: register.otherBranchId })).toEqual([]);
  });

  it.each(["inspector", "admin", "ordinary"] as const)("is no list for %s", async (role) => {
    const found = await list(register.actors[role]);
    expect(found).toMatchObject({ rows: [], total: 0, can: { list: false, add: false, export: false } });
  });

  it.each([
    ["thiep", ["Ngần Văn Thiệp"]],
    ["THIỆP ngan", ["Ngần Văn Thiệp"]],
    ["dinh  quan", ["Đinh Văn Quân"]],
    ["a\u0302\u0309m", ["Hà Thị Ẩm"]],
    ["uoc", ["Vì Văn Ước"]],
    ["%", []],
    ["zz", []],
  ])("finds by %s", async (q, expected) => {
    expect(await names(register.actors.office, { q })).toEqual(expected);
  });

  it.each([
    [{ status: "PROBATIONARY" }, ["Lò Văn Đôi"]],
    [{ status: "EXEMPT" }, ["Giàng A Chu"]],
    [{ sex: "FEMALE" }, ["Hà Thị Ẩm", "Mùi Thị Lan"]],
    [{ education: "LOWER_SECONDARY" }, ["Hà Thị Ẩm"]],
    [{ ethnicity: "Kinh" }, ["Hà Thị Ẩm"]],
    [{ sex: "FEMALE", ethnicity: "MINORITY" }, ["Mùi Thị Lan"]],
    [{ theory: "ADVANCED" }, []],
    [{ qualification: "UNIVERSITY" }, []],
    [{ ageFrom: "80" }, ["Giàng A Chu"]],
    [{ ageTo: "80", sex: "FEMALE" }, ["Hà Thị Ẩm", "Mùi Thị Lan"]],
    [{ ageFrom: "200" }, "everyone"],
    [{ partyTo: "1" }, ["Lò Văn Đôi"]],
    [{ partyFrom: "10", status: "EXEMPT" }, ["Giàng A Chu"]],
    [{ office: "SECRETARY" }, ["Sồng A Páo", "Ngần Văn Thiệp"]],
    [{ office: "DEPUTY" }, ["Vì Văn Ước"]],
    [{ office: "VILLAGE_HEAD" }, ["Mùi Thị Lan", "Ngần Văn Thiệp"]],
    [{ office: "COMMITTEE" }, ["Đinh Văn Quân"]],
    [{ office: "COMMITTEE_MEMBER" }, []],
    [{ rating: "EXCELLENT", year: "2022" }, []],
  ])("is narrowed to %o", async (filter: Record<string, string>, expected) => {
    const found = await names(register.actors.office, filter);
    expect(found).toEqual(expected === "everyone" ? await names(register.actors.office) : expected);
  });

  it("refuses to filter by ethnicity for who may not know it", async () => {
    const { inCharge } = register.actors;
    await expect(names(inCharge, { ethnicity: "Kinh" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const found = await list(inCharge);
    expect(found.can.seeEthnicity).toBe(false);
    expect(found.rows.every((row) => row.ethnicity === null)).toBe(true);
    expect(await listEthnicities(inCharge)).toEqual([]);
    expect(await listEthnicities(register.actors.secretary)).toEqual(["Kinh", "Thái"]);
  });

  it("counts years on the day that is asked for", async () => {
    const { office } = register.actors;
    expect(await names(office, { ageFrom: "48" }, day("2023-01-01"))).toHaveLength(7);
    expect(await names(office, { ageFrom: "48" }, day("2022-12-31"))).toEqual(["Giàng A Chu"]);
    expect(await names(office, { partyFrom: "13" }, day("2023-02-03"))).toHaveLength(7);
    expect(await names(office, { partyFrom: "13" }, day("2023-02-02"))).toEqual([]);
    expect(await names(office, { office: "SECRETARY" }, day("2020-05-31"))).toEqual([]);
  });

  it("has pages, and past the last one shows the last one", async () => {
    const { office } = register.actors;
    expect(await list(office, {}, office.today, { page: 1, size: 3 })).toMatchObject({ total: 8, page: 1 });
    const past = await list(office, {}, office.today, { page: 9, size: 3 });
    expect(past).toMatchObject({ total: 8, page: 3 });
    expect(past.rows.map((row) => row.fullName)).toEqual(["Ngần Văn Thiệp", "Vì Văn Ước"]);
    expect(await list(office, { q: "zz" }, office.today, { page: 9, size: 3 })).toMatchObject({ total: 0, page: 1 });
  });

  it("shows the rating of the last year that was over on the day", async () => {
    const { office } = register.actors;
    expect((await list(office, {}, then)).ratingYear).toBe(2022);
    expect((await list(office, {}, day("2022-12-30"))).ratingYear).toBe(2021);
    expect((await list(office, { year: "2020" }, then)).ratingYear).toBe(2020);
  });
});

describe("a member who has gone", () => {
  it("stays by name in the old branch's lists of earlier days, without the profile and in no stage", async () => {
    const own = await openRegister();
    const { office, secretary, leader } = own.actors;
    await installRuleSets(own.system);
    const move = transferInput(own.members.woman, { toBranchId: own.otherBranchId });
    await transfer({ proposer: office, accepter: leader }, move);

    const earlier = await list(secretary, {}, then);
    const row = earlier.rows.find((one) => one.id === own.members.woman);
    expect(row).toMatchObject({ fullName: "Hà Thị Ẩm", birthOn: null, cardNumber: null, ethnicity: null });
    expect(await names(secretary, { status: "PROBATIONARY" }, then)).toEqual([]);
    expect(await names(secretary)).not.toContain("Hà Thị Ẩm");
    expect(await names(own.actors.otherSecretary)).toContain("Hà Thị Ẩm");
    expect(await names(own.actors.otherSecretary, {}, then)).not.toContain("Hà Thị Ẩm");
  });

  it("is on no list after the last day, and on the lists until then", async () => {
    const own = await openRegister();
    const { office, leader } = own.actors;
    await installRuleSets(own.system);
    await transfer({ proposer: office, accepter: leader }, departure(own.members.other, day("2023-07-01")));
    expect(await names(office, {}, day("2023-06-30"))).toContain("Mùi Thị Lan");
    expect(await names(office, {}, day("2023-07-01"))).not.toContain("Mùi Thị Lan");
  });

  it("is found by the last digits of the card", async () => {
    const own = await openRegister();
    const { id } = await addMember(own.actors.office, {
      ...memberInput("Lường Văn Thẻ", own.branchId),
      cardNumber: "000123456789",
    });
    const found = await list(own.actors.office, { q: "6789" });
    expect(found.rows.map((row) => row.id)).toEqual([id]);
  });
});

it("shows nobody the members of another register", async () => {
  const elsewhere = await openRegister();
  const stranger = await signInAs(elsewhere.committeeId, "Văn phòng khác", { role: "OFFICE" });
  expect(await names(stranger, { branch: register.branchId })).toEqual([]);
});
