import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { editMember, editRegisterEntry } from "@/lib/features/members/commands/edit-member";
import { endStatus, startStatus } from "@/lib/features/members/commands/start-status";
import { recordDeparture, transferMember } from "@/lib/features/members/commands/transfer-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import type { EditMemberInput, EditRegisterEntryInput } from "@/lib/features/members/schema";
import { memberInput } from "../../support/member-input";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeEach(async () => {
  register = await openRegister();
});

function edited(id: string, changes: Partial<EditMemberInput> = {}): EditMemberInput {
  const whole = memberInput("Hà Thị Ẩm", register.branchId);
  const {
    cardNumber,
    oldCardNumber,
    cardIssuedBy,
    cardIssuedOn,
    recordNumber,
    admittedOn,
    ceremonyOn,
    officialOn,
    officialDecidedOn,
    idNumber,
    oldIdNumber,
    branchId,
    startsOn,
    decisionNumber,
    ...personal
  } = whole;
  return { id, version: 1, ...personal, sex: "FEMALE", ...changes };
}

function entry(id: string, changes: Partial<EditRegisterEntryInput> = {}): EditRegisterEntryInput {
  return {
    id,
    version: 1,
    cardNumber: null,
    oldCardNumber: null,
    cardIssuedBy: null,
    cardIssuedOn: null,
    recordNumber: null,
    admittedOn: day("2010-02-03"),
    ceremonyOn: null,
    officialOn: day("2011-02-03"),
    officialDecidedOn: null,
    idNumber: null,
    oldIdNumber: null,
    ...changes,
  };
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

describe("moving a member", () => {
  const move = () => ({
    memberId: register.members.woman,
    version: 1,
    branchId: register.otherBranchId,
    effectiveOn: day("2024-01-01"),
    decisionNumber: "07-QĐ/ĐU",
  });

  it("ends the old membership and begins the new one on that day, under one event", async () => {
    const { office, secretary, otherSecretary } = register.actors;
    await transferMember(office, move());
    const member = await getMember(office, register.members.woman);
    expect(member.memberships).toMatchObject([
      { branchId: register.otherBranchId, startsOn: "2024-01-01", endsOn: null, decisionNumber: "07-QĐ/ĐU" },
      { branchId: register.branchId, endsOn: "2024-01-01", endReason: "TRANSFERRED" },
    ]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "member.transferred" });
    const former = await getMember(secretary, register.members.woman);
    expect(former).toMatchObject({ fullName: "Hà Thị Ẩm", profile: null, sensitive: null, idNumbers: null });
    expect(former.can).toEqual({ edit: false, editRegister: false, move: false });
    expect((await getMember(otherSecretary, register.members.woman)).can.edit).toBe(true);
  });

  it.each([
    ["to the same branch", () => ({ branchId: register.branchId }), "members.errors.sameBranch"],
    ["before coming", () => ({ effectiveOn: day("2014-01-01") }), "members.errors.transferBeforeArrival"],
    ["in the future", () => ({ effectiveOn: day("2199-01-01") }), "members.errors.transferInFuture"],
    ["while in office", () => ({ memberId: register.members.deputy }), "members.errors.holdsBranchOffice"],
  ])("is refused %s", async (_case, changes, reason) => {
    const moving = transferMember(register.actors.office, { ...move(), ...changes() });
    await expect(moving).rejects.toMatchObject({ code: "RULE", reason });
  });

  it("is for the office; not found by who does not see the member or the branch", async () => {
    await expect(transferMember(register.actors.secretary, move())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(transferMember(register.actors.otherSecretary, move())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await openRegister();
    const foreign = transferMember(register.actors.office, { ...move(), branchId: elsewhere.branchId });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("by two at once happens once, and leaves one branch", async () => {
    const moves = await Promise.allSettled([1, 2].map(() => transferMember(register.actors.office, move())));
    expect(moves.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const rows = await ownerRows(`SELECT 1 FROM "Membership" WHERE "memberId" = $1 AND "endsOn" IS NULL`, [
      register.members.woman,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("a departure", () => {
  const departure = () =>
    ({
      memberId: register.members.woman,
      version: 1,
      lastDay: day("2024-03-31"),
      reason: "DECEASED",
      decisionNumber: null,
    }) as const;

  it("ends the membership after the last day and keeps the record", async () => {
    const { office } = register.actors;
    await recordDeparture(office, departure());
    expect(await getMember(office, register.members.woman)).toMatchObject({
      standing: { kind: "LEFT", reason: "DECEASED" },
      branch: null,
      memberships: [{ endsOn: "2024-04-01", endReason: "DECEASED" }],
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "member.departed",
      after: { lastDay: "2024-03-31", reason: "DECEASED" },
    });
    const again = recordDeparture(office, { ...departure(), version: 2 });
    await expect(again).rejects.toMatchObject({ code: "RULE", reason: "members.errors.notInBranch" });
  });

  it("is refused in the future and while an office is held", async () => {
    const future = recordDeparture(register.actors.office, { ...departure(), lastDay: day("2199-01-01") });
    await expect(future).rejects.toMatchObject({ code: "RULE", field: "lastDay" });
    const inOffice = recordDeparture(register.actors.office, { ...departure(), memberId: register.members.deputy });
    await expect(inOffice).rejects.toMatchObject({
      reason: "members.errors.holdsBranchOffice",
      params: { since: "01/06/2020" },
    });
  });

  it("is for the office only, and once", async () => {
    await expect(recordDeparture(register.actors.secretary, departure())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordDeparture(register.actors.admin, departure())).rejects.toMatchObject({ code: "NOT_FOUND" });
    const both = await Promise.allSettled([1, 2].map(() => recordDeparture(register.actors.office, departure())));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a status", () => {
  const suspension = () =>
    ({
      memberId: register.members.woman,
      kind: "SUSPENDED",
      startsOn: day("2024-01-01"),
      lastDay: null,
      reason: null,
      decisionNumber: "09-QĐ/UBKT",
    }) as const;

  it("begins, shows on the record and ends with its last day", async () => {
    const { office } = register.actors;
    const { id } = await startStatus(office, suspension());
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "memberStatus.started" });
    const member = await getMember(office, register.members.woman);
    expect(member.standing).toMatchObject({ kind: "MEMBER", activity: "SUSPENDED" });
    await endStatus(office, { id, version: 1, lastDay: day("2024-03-31") });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "memberStatus.ended",
      before: { lastDay: null },
      after: { lastDay: "2024-03-31" },
    });
    const stale = endStatus(office, { id, version: 1, lastDay: day("2024-02-01") });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is refused while another stands, and before the person came", async () => {
    const second = startStatus(register.actors.office, { ...suspension(), memberId: register.members.exempt });
    await expect(second).rejects.toMatchObject({ code: "RULE", reason: "members.errors.otherStatus" });
    const early = startStatus(register.actors.office, { ...suspension(), startsOn: day("2009-01-01") });
    await expect(early).rejects.toMatchObject({ code: "RULE", reason: "members.errors.notMemberThen" });
  });

  it("is for the office only, and recorded by two at once stands once", async () => {
    await expect(startStatus(register.actors.secretary, suspension())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(startStatus(register.actors.otherSecretary, suspension())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const both = await Promise.allSettled([1, 2].map(() => startStatus(register.actors.office, suspension())));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
