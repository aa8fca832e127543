import { beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { endStatus, startStatus } from "@/lib/features/members/commands/start-status";
import { recordDeparture, transferMember } from "@/lib/features/members/commands/transfer-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeEach(async () => {
  register = await openRegister();
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
    expect(former.can).toEqual({ edit: false, editRegister: false, move: false, readTrail: false });
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
