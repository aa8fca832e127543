import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { editBranchContact } from "@/lib/features/organization/commands/edit-branch-contact";
import { openBranch, openVillage } from "@/lib/features/organization/commands/open-branch";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { getBranchRecord } from "@/lib/features/organization/queries/branch-record";
import { listFreeVillages } from "@/lib/features/organization/queries/office-forms";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeEach(async () => {
  register = await openRegister();
});

const opening = {
  kind: "SCHOOL",
  name: "Chi bộ Trường học",
  startsOn: day("2021-09-01"),
  decisionNumber: "05-QĐ/ĐU",
  phone: null,
  meetingPlace: null,
  villageId: null,
  originBody: null,
} as const;

async function countBranches(): Promise<number> {
  const [row] = await ownerRows<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Branch" WHERE "committeeId" = $1`,
    [register.committeeId],
  );
  return row?.count ?? 0;
}

describe("opening a branch", () => {
  it("records it with its decision and tells the audit", async () => {
    const { id } = await openBranch(register.actors.office, opening);
    expect(await getBranch(register.actors.office, id, day("2021-09-01"))).toMatchObject({
      name: "Chi bộ Trường học",
      decisionNumber: "05-QĐ/ĐU",
      isInForce: true,
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "branch.opened", actorName: "Văn phòng" });
  });

  it("links the village it serves, which is then no longer free", async () => {
    const { office } = register.actors;
    const village = await openVillage(office, { name: "Bản Mới", startsOn: day("2020-01-01") });
    expect(await listFreeVillages(office)).toEqual([{ id: village.id, name: "Bản Mới" }]);
    const { id } = await openBranch(office, { ...opening, kind: "VILLAGE", villageId: village.id });
    expect(await listFreeVillages(office)).toEqual([]);
    expect((await getBranchRecord(office, id)).villages).toMatchObject([{ name: "Bản Mới", startsOn: "2021-09-01" }]);
  });

  it("refuses a name in use over the same days, and a village of another register", async () => {
    const taken = openBranch(register.actors.office, { ...opening, name: "chi bộ bản  Thử Một" });
    await expect(taken).rejects.toMatchObject({ code: "RULE", reason: "organization.errors.branchNameTaken" });
    const elsewhere = await openRegister();
    const foreign = openBranch(register.actors.office, { ...opening, villageId: elsewhere.villageId });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await countBranches()).toBe(2);
  });

  it.each(["leader", "secretary", "inspector"] as const)("is not for %s", async (role) => {
    await expect(openBranch(register.actors[role], opening)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listFreeVillages(register.actors[role])).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("sent twice opens one", async () => {
    const formKey = randomUUID();
    const twice = [1, 2].map(() => openBranch(register.actors.office, opening, { formKey }));
    const [one, other] = await Promise.all(twice);
    expect(one?.id).toBe(other?.id);
    expect(await countBranches()).toBe(3);
  });
});

describe("a branch's contact", () => {
  const contact = { phone: "0912 345 678", meetingPlace: "Nhà văn hóa" };

  it("is kept by the own secretary, and the change is in the audit", async () => {
    const { branchId } = register;
    await editBranchContact(register.actors.secretary, { branchId, version: 1, ...contact });
    const branch = await getBranch(register.actors.secretary, branchId, day("2022-01-01"));
    expect(branch).toMatchObject({ contact: { ...contact, version: 2 } });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "branch.contactEdited",
      before: { phone: null, meetingPlace: "Nhà văn hóa bản" },
      after: contact,
    });
  });

  it("shows the second editor what is stored", async () => {
    const { branchId } = register;
    await editBranchContact(register.actors.secretary, { branchId, version: 1, ...contact });
    const second = editBranchContact(register.actors.office, { branchId, version: 1, phone: null, meetingPlace: null });
    await expect(second).rejects.toMatchObject({ code: "CONFLICT", current: contact, version: 2 });
  });

  it("of another branch cannot be changed by a secretary", async () => {
    const input = { branchId: register.otherBranchId, version: 1, ...contact };
    await expect(editBranchContact(register.actors.secretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(editBranchContact(register.actors.admin, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("saved by two at once is saved once", async () => {
    const { branchId } = register;
    const two = ["secretary", "office"] as const;
    const saves = await Promise.allSettled(
      two.map((role) => editBranchContact(register.actors[role], { branchId, version: 1, ...contact })),
    );
    expect(saves.map((save) => save.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
