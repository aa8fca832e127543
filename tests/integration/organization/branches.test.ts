import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { endBranchOffice } from "@/lib/features/organization/commands/appoint-branch-officer";
import { editBranchContact } from "@/lib/features/organization/commands/edit-branch-contact";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { getBranchRecord } from "@/lib/features/organization/queries/branch-record";
import { listBranchInspections, listBranchRatings } from "@/lib/features/organization/queries/branch-results";
import { listBranches } from "@/lib/features/organization/queries/branches";
import { getRegister } from "@/lib/features/organization/queries/register";
import { openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";

let register: TestRegister;
const then = day("2022-12-31");
const nobody = "00000000-0000-4000-8000-000000000000";

beforeAll(async () => {
  register = await openRegister();
});

describe("the list of branches", () => {
  it("shows the office every branch of a day with leaders, headcount, village head and who is in charge", async () => {
    const found = await listBranches(register.actors.office, then);
    expect(found?.rows.map((row) => row.name)).toEqual(["Chi bộ bản Thử Hai", "Chi bộ bản Thử Một"]);
    const first = found?.rows.find((row) => row.id === register.branchId);
    expect(first).toMatchObject({
      kind: "VILLAGE",
      villages: ["Bản Thử Một"],
      secretary: { name: "Ngần Văn Thiệp" },
      deputies: [{ name: "Vì Văn Ước" }],
      inCharge: { name: "Đinh Văn Quân" },
      counts: { total: 4, official: 4, probationary: 0, female: 1, minority: 3, exempt: 1 },
      heads: "CONCURRENT",
      can: { open: true },
    });
    expect(found?.rows.find((row) => row.id === register.otherBranchId)?.heads).toBe("LACKING");
    expect(found?.can.add).toBe(true);
  });

  it("has the secretary's own number for who may know it, else the branch's", async () => {
    const own = await openRegister();
    const phoneFor = async (reader: typeof own.actors.office) =>
      (await listBranches(reader, reader.today))?.rows.find((row) => row.id === own.branchId)?.phone;
    await ownerRows(`UPDATE "MemberSensitive" SET phone = '0900 000 001' WHERE "memberId" = $1`, [
      own.members.secretary,
    ]);
    const contact = { branchId: own.branchId, version: 1, phone: "0900 000 002", meetingPlace: null };
    await editBranchContact(own.actors.office, contact);
    const { office, leader, secretary, inCharge, inspector } = own.actors;
    for (const reader of [office, leader, secretary]) expect(await phoneFor(reader)).toBe("0900 000 001");
    expect(await phoneFor(inCharge)).toBe("0900 000 002");
    expect(await phoneFor(inspector)).toBeNull();
    expect((await getBranch(office, own.branchId, then)).secretaryPhone).toBe("0900 000 001");
    expect((await getBranch(inCharge, own.branchId, then)).secretaryPhone).toBeNull();
  });

  it("counts a probationer from the day of joining on", async () => {
    const { office } = register.actors;
    const today = await listBranches(office, office.today);
    expect(today?.rows.find((row) => row.id === register.branchId)?.counts).toMatchObject({
      total: 5,
      official: 4,
      probationary: 1,
    });
  });

  it("is empty before the first branch", async () => {
    expect((await listBranches(register.actors.office, day("2014-12-31")))?.rows).toEqual([]);
  });

  it("shows a leader the same, without the right to add", async () => {
    const found = await listBranches(register.actors.leader, then);
    expect(found?.rows.every((row) => row.counts !== null && row.secretary !== null)).toBe(true);
    expect(found?.can.add).toBe(false);
  });

  it("shows a secretary the own branch, and of the others only the name", async () => {
    const found = await listBranches(register.actors.secretary, then);
    expect(found?.rows.find((row) => row.id === register.branchId)?.counts?.total).toBe(4);
    expect(found?.rows.find((row) => row.id === register.otherBranchId)).toMatchObject({
      name: "Chi bộ bản Thử Hai",
      secretary: null,
      inCharge: null,
      counts: null,
      heads: null,
      can: { open: false },
    });
  });

  it("shows the one in charge the assigned branch as it is today, without ethnicity, and no counts of other days", async () => {
    const { inCharge } = register.actors;
    const today = await listBranches(inCharge, inCharge.today);
    expect(today?.rows.find((row) => row.id === register.branchId)?.counts).toMatchObject({ total: 5, minority: null });
    const earlier = await listBranches(inCharge, then);
    expect(earlier?.rows.every((row) => row.counts === null)).toBe(true);
  });

  it("shows an inspector the branches and their officers, and no headcount", async () => {
    const found = await listBranches(register.actors.inspector, then);
    expect(found?.rows.map((row) => [row.secretary?.name, row.counts])).toEqual([
      ["Sồng A Páo", null],
      ["Ngần Văn Thiệp", null],
    ]);
  });

  it("is nothing for the administrator and for a member without an office", async () => {
    expect(await listBranches(register.actors.admin, then)).toBeNull();
    expect(await listBranches(register.actors.ordinary, then)).toBeNull();
  });
});

describe("the page of a branch", () => {
  it("names officers, villages with heads, who is in charge, and what the reader may do", async () => {
    const branch = await getBranch(register.actors.office, register.branchId, then);
    expect(branch.officers.map((one) => [one.kind, one.name])).toEqual([
      ["SECRETARY", "Ngần Văn Thiệp"],
      ["DEPUTY", "Vì Văn Ước"],
    ]);
    expect(branch.villages).toMatchObject([{ name: "Bản Thử Một", heads: [{ name: "Ngần Văn Thiệp" }] }]);
    expect(branch.contact).toEqual({ phone: null, meetingPlace: "Nhà văn hóa bản", version: 1 });
    expect(branch.can).toMatchObject({ editContact: true, editOffices: true, readMembers: true });
  });

  it("lets the secretary keep the contact and nothing else", async () => {
    const branch = await getBranch(register.actors.secretary, register.branchId, then);
    expect(branch.can).toMatchObject({ editContact: true, editOffices: false, readMembers: true });
  });

  it("shows an inspector no telephone and no members", async () => {
    const branch = await getBranch(register.actors.inspector, register.branchId, then);
    expect(branch).toMatchObject({ contact: null, counts: null, can: { readMembers: false, editContact: false } });
  });

  it("says when the branch did not stand", async () => {
    const branch = await getBranch(register.actors.office, register.branchId, day("2010-01-01"));
    expect(branch).toMatchObject({ isInForce: false, officers: [], counts: { total: 0 } });
  });

  it.each(["otherSecretary", "admin", "ordinary"] as const)("is not found by %s", async (role) => {
    const reading = getBranch(register.actors[role], register.branchId, then);
    await expect(reading).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getBranchRecord(register.actors[role], register.branchId)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is not found where there is none, nor from another register", async () => {
    await expect(getBranch(register.actors.office, nobody, then)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await openRegister();
    const reading = getBranch(elsewhere.actors.office, register.branchId, then);
    await expect(reading).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps every office with its days in the record", async () => {
    const own = await openRegister();
    await endBranchOffice(own.actors.office, { id: own.offices.deputy, version: 1, lastDay: day("2023-05-31") });
    const record = await getBranchRecord(own.actors.secretary, own.branchId);
    expect(record.offices).toMatchObject(
      [
        { kind: "SECRETARY", lastDay: null },
        { kind: "DEPUTY", startsOn: "2020-06-01", lastDay: "2023-05-31", decisionNumber: "01-QĐ/ĐU" },
      ].toSorted((one) => (one.lastDay === record.offices[0]?.lastDay ? -1 : 1)),
    );
    expect(record.assignments).toMatchObject([{ kind: "MAIN", person: { name: "Đinh Văn Quân" } }]);
    expect(record.can.editOffices).toBe(false);
    const after = await getBranch(own.actors.office, own.branchId, day("2023-06-01"));
    expect(after.officers.map((one) => one.kind)).toEqual(["SECRETARY"]);
  });

  it("has no results to show a reader from another branch", async () => {
    expect(await listBranchRatings(register.actors.otherSecretary, register.branchId)).toEqual([]);
    expect(await listBranchInspections(register.actors.otherSecretary, register.branchId)).toEqual([]);
  });
});

describe("the name of the register", () => {
  it("is the one in force on the day, with the place and the body above", async () => {
    expect(await getRegister(register.actors.secretary)).toEqual({
      name: "Đảng bộ xã Thử Nghiệm",
      short: "Thử Nghiệm",
      superiorKind: "DISTRICT",
      superiorName: "Huyện ủy Thử Nghiệm",
      isSample: true,
    });
    expect(await getRegister(register.actors.office, day("2014-01-01"))).toMatchObject({ name: null, short: null });
  });

  it("is known to everyone who works in the register, whatever their rights", async () => {
    const stranger = await signInAs(register.committeeId, "Người mới");
    expect(await getRegister(stranger)).toMatchObject({ name: "Đảng bộ xã Thử Nghiệm" });
  });
});
