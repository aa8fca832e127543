import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { editMember, editRegisterEntry } from "@/lib/features/members/commands/edit-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import type { EditMemberInput, EditRegisterEntryInput } from "@/lib/features/members/schema";
import { memberInput, personalInput, registerInput } from "../../support/member-input";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeEach(async () => {
  register = await openRegister();
});

function edited(id: string, changes: Partial<EditMemberInput> = {}): EditMemberInput {
  return { id, version: 1, ...personalInput("Hà Thị Ẩm"), sex: "FEMALE", ...changes };
}

function entry(id: string, changes: Partial<EditRegisterEntryInput> = {}): EditRegisterEntryInput {
  return { id, version: 1, ...registerInput(), ...changes };
}

async function countMembers(): Promise<number> {
  const [row] = await ownerRows<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Member" WHERE "committeeId" = $1`,
    [register.committeeId],
  );
  return row?.count ?? 0;
}

describe("adding a member", () => {
  it("enters the record and the branch, and keeps ID numbers out of the audit", async () => {
    const { office } = register.actors;
    const input = { ...memberInput("Lường Thị Mẩy", register.branchId), idNumber: "014012345678" };
    const { id } = await addMember(office, input);
    const member = await getMember(office, id);
    expect(member).toMatchObject({
      fullName: "Lường Thị Mẩy",
      branch: { id: register.branchId },
      standing: { kind: "MEMBER", stage: "OFFICIAL" },
      idNumbers: { current: "•••••••••678", old: null },
    });
    const event = await lastEvent(register.committeeId);
    expect(event).toMatchObject({ type: "member.added", actorName: "Văn phòng" });
    expect(JSON.stringify(event)).not.toContain("014012345678");
    const [stored] = await ownerRows<{ clear: boolean }>(
      `SELECT position('014012345678'::bytea IN "idNumber") > 0 AS clear FROM "MemberIdentity" WHERE "memberId" = $1`,
      [id],
    );
    expect(stored?.clear).toBe(false);
  });

  it.each([
    ["birthOn", { birthOn: partialDay("2011") }, "members.errors.bornAfterAdmission"],
    ["admittedOn", { birthOn: partialDay("1995") }, "members.errors.admittedUnderAge"],
    ["startsOn", { startsOn: day("2009-01-01") }, "members.errors.memberBeforeAdmission"],
    ["cardNumber", { cardNumber: "12" }, "members.errors.cardNumberForm"],
    [
      "branchId",
      { admittedOn: day("1999-01-01"), startsOn: day("2000-01-01") },
      "members.errors.targetBranchNotInForce",
    ],
  ])("is refused beside %s where it cannot be true", async (field, changes, reason) => {
    const input = { ...memberInput("Lường Thị Mẩy", register.branchId), ...changes };
    await expect(addMember(register.actors.office, input)).rejects.toMatchObject({ code: "RULE", field, reason });
    expect(await countMembers()).toBe(8);
  });

  it("refuses an ID or card number that another member has", async () => {
    const { office } = register.actors;
    const numbers = { idNumber: "014012345678", cardNumber: "000000000123" };
    await addMember(office, { ...memberInput("Một", register.branchId), ...numbers });
    const sameId = addMember(office, { ...memberInput("Hai", register.branchId), idNumber: numbers.idNumber });
    await expect(sameId).rejects.toMatchObject({ code: "CONFLICT" });
    const sameCard = addMember(office, { ...memberInput("Ba", register.branchId), cardNumber: numbers.cardNumber });
    await expect(sameCard).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it.each(["leader", "secretary", "inspector", "admin"] as const)("is not for %s", async (role) => {
    const adding = addMember(register.actors[role], memberInput("Lường Thị Mẩy", register.branchId));
    await expect(adding).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses a branch of another register", async () => {
    const elsewhere = await openRegister();
    const adding = addMember(register.actors.office, memberInput("Lường Thị Mẩy", elsewhere.branchId));
    await expect(adding).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("sent twice adds one, and other content under the same key is refused", async () => {
    const formKey = randomUUID();
    const input = memberInput("Lường Thị Mẩy", register.branchId);
    const [one, other] = await Promise.all([1, 2].map(() => addMember(register.actors.office, input, { formKey })));
    expect(one?.id).toBe(other?.id);
    expect(await countMembers()).toBe(9);
    const changed = addMember(register.actors.office, { ...input, fullName: "Khác" }, { formKey });
    await expect(changed).rejects.toMatchObject({ code: "CONFLICT", reason: "refusals.formKeyReused" });
  });
});

describe("editing a member", () => {
  it("by the own secretary changes the personal part and tells the audit what", async () => {
    const { woman } = register.members;
    const { secretary } = register.actors;
    await editMember(secretary, edited(woman, { ethnicity: "Thái", phone: "0912345678", occupation: "Nông dân" }));
    expect(await getMember(secretary, woman)).toMatchObject({
      version: 2,
      profile: { occupation: "Nông dân" },
      sensitive: { ethnicity: "Thái", phone: "0912345678" },
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "member.edited",
      before: { ethnicity: "Kinh", phone: null, occupation: null, education: "LOWER_SECONDARY" },
      after: { ethnicity: "Thái", phone: "0912345678", occupation: "Nông dân", education: "UPPER_SECONDARY" },
    });
  });

  it("shows the second editor both values, under the names of the form", async () => {
    const { woman } = register.members;
    await editMember(
      register.actors.office,
      edited(woman, { occupation: "Giáo viên", birthOn: partialDay("1975-05") }),
    );
    const second = editMember(register.actors.secretary, edited(woman, { occupation: "Nông dân" }));
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      current: { occupation: "Giáo viên", birthOn: "05/1975", admittedOn: "03/02/2010", otherName: "" },
    });
  });

  it("saved by two at once is saved once", async () => {
    const { woman } = register.members;
    const saves = await Promise.allSettled(
      (["office", "secretary"] as const).map((role) => editMember(register.actors[role], edited(woman))),
    );
    expect(saves.map((save) => save.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is refused where the dates cannot be true", async () => {
    const editing = editMember(
      register.actors.secretary,
      edited(register.members.woman, { birthOn: partialDay("2011") }),
    );
    await expect(editing).rejects.toMatchObject({ code: "RULE", field: "birthOn" });
  });

  it("of another branch is not found by a secretary, and by who may only look is forbidden", async () => {
    const { woman } = register.members;
    const outside = editMember(register.actors.otherSecretary, edited(woman));
    await expect(outside).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editMember(register.actors.leader, edited(woman))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(editMember(register.actors.admin, edited(woman))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editMember(register.actors.inCharge, edited(woman))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the register entry", () => {
  it("is kept by the office only; an empty ID number leaves the stored one", async () => {
    const { woman } = register.members;
    const { office } = register.actors;
    await editRegisterEntry(office, entry(woman, { cardNumber: "000000000777", idNumber: "014012345678" }));
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "member.registerEntryEdited",
      after: { cardNumber: "000000000777", idNumberTail: "678" },
    });
    await editRegisterEntry(office, entry(woman, { version: 2, cardNumber: "000000000778" }));
    expect(await getMember(office, woman)).toMatchObject({
      profile: { cardNumber: "000000000778" },
      idNumbers: { current: "•••••••••678" },
    });
    const forbidden = editRegisterEntry(register.actors.secretary, entry(woman, { version: 3 }));
    await expect(forbidden).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses an older version and impossible dates", async () => {
    const { woman } = register.members;
    const stale = editRegisterEntry(register.actors.office, entry(woman, { version: 7 }));
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", current: { officialOn: "03/02/2011" } });
    const early = entry(woman, { officialOn: day("2009-01-01") });
    const impossible = editRegisterEntry(register.actors.office, early);
    await expect(impossible).rejects.toMatchObject({ code: "RULE", field: "officialOn" });
  });
});
