import { beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { endStatus, startStatus } from "@/lib/features/members/commands/start-status";
import { getMember } from "@/lib/features/members/queries/get-member";
import { lastEvent, openRegister, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeEach(async () => {
  register = await openRegister();
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
