import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { readAs } from "@/lib/core/query";
import { addMember } from "@/lib/features/members/commands/add-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { endTemporaryActivity, issueLetter, receiveMember } from "@/lib/features/transfers/commands/keep-transfer";
import { proposeArrival, proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { listVoters } from "@/lib/features/votes/queries/voters";
import { memberInput } from "../../support/member-input";
import { arrivalInput, departure, transfer, transferInput } from "../../support/movements";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;
let people: { proposer: TestRegister["actors"]["office"]; accepter: TestRegister["actors"]["leader"] };

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
  people = { proposer: register.actors.office, accepter: register.actors.leader };
});

const rule = (reason: string) => ({ code: "RULE", reason });
let newest = 0;

/** A plain official member of the first branch, with a name of their own. */
async function someone(changes = {}): Promise<string> {
  newest += 1;
  const input = { ...memberInput(`Hà Văn Mới ${"I".repeat(newest)}`, register.branchId), ...changes };
  return (await addMember(register.system, input)).id;
}

const toOther = (memberId: string, changes = {}) =>
  transferInput(memberId, { toBranchId: register.otherBranchId, ...changes });

describe("a transfer out and back", () => {
  it("ends the membership before its day, keeps the record, and begins a new stay on return", async () => {
    const { office } = register.actors;
    const memberId = await someone();
    await transfer(people, departure(memberId, day("2024-04-01")));
    expect(await getMember(office, memberId)).toMatchObject({
      standing: { kind: "LEFT", reason: "MOVED_AWAY" },
      branch: null,
      partyAge: 16,
      memberships: [{ endsOn: "2024-04-01", endReason: "MOVED_AWAY" }],
    });
    const back = { direction: "IN", toBranchId: register.otherBranchId, otherParty: "Đảng bộ xã Khác" } as const;
    const early = proposeTransfer(office, transferInput(register.members.woman, { ...back }));
    await expect(early).rejects.toMatchObject(rule("transfers.errors.alreadyHere"));
    await transfer(people, transferInput(memberId, { ...back, effectiveOn: day("2025-04-01") }));
    expect(await getMember(office, memberId)).toMatchObject({ branch: { id: register.otherBranchId }, partyAge: 16 });
  });
});

describe("an arrival", () => {
  const newcomer = (changes = {}) => {
    newest += 1;
    return arrivalInput(register.branchId, { fullName: `Cầm Thị Đến ${"I".repeat(newest)}`, ...changes });
  };

  it("begins a record once a second person accepts it, whoever of the two that is", async () => {
    const { office, leader, secretary, otherSecretary } = register.actors;
    const { id } = await proposeArrival(office, newcomer());
    const papers = await ownerRows<{ recordId: string }>(`SELECT "recordId" FROM "Newcomer" WHERE "transferId" = $1`, [
      id,
    ]);
    const memberId = papers[0]?.recordId ?? "";
    await expect(getMember(office, memberId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await acceptTransfer(leader, { id, version: 1 });
    expect(await getMember(secretary, memberId)).toMatchObject({
      branch: { id: register.branchId },
      dates: { admittedOn: "2015-05-19", officialOn: "2016-06-01" },
      memberships: [{ startsOn: "2024-01-01", endsOn: null }],
    });
    await receiveMember(secretary, { id, version: 2, receivedOn: day("2024-01-05") });
    const again = receiveMember(secretary, { id, version: 3, receivedOn: day("2024-01-05") });
    await expect(again).rejects.toMatchObject(rule("transfers.errors.receivedBefore"));
    await expect(
      receiveMember(otherSecretary, { id, version: 3, receivedOn: day("2024-01-05") }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is for the office to enter, with dates and numbers that can be true", async () => {
    const { office, secretary } = register.actors;
    await expect(proposeArrival(secretary, newcomer())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const young = proposeArrival(office, { ...newcomer(), birthOn: partialDay("2000") });
    await expect(young).rejects.toMatchObject(rule("members.errors.admittedUnderAge"));
    const short = proposeArrival(office, { ...newcomer(), cardNumber: "123" });
    await expect(short).rejects.toMatchObject(rule("members.errors.cardNumberForm"));
  });

  it("on temporary activity is a guest, on nobody's headcount", async () => {
    const { office, leader, secretary } = register.actors;
    const guest = { ...newcomer(), kind: "TEMPORARY", lastDay: day("2099-12-31") } as const;
    const { id } = await proposeArrival(office, guest);
    await acceptTransfer(leader, { id, version: 1 });
    const [row] = await ownerRows<{ memberId: string }>(`SELECT "memberId" FROM "Transfer" WHERE id = $1`, [id]);
    const memberId = row?.memberId ?? "";
    expect(await getMember(office, memberId)).toMatchObject({
      standing: { kind: "GUEST", branchId: register.branchId },
    });
    const { rows } = await listMembers(secretary, memberListInput.parse({}), secretary.today, { page: 1, size: null });
    expect(rows.map((one) => one.id)).not.toContain(memberId);
    const seen = await getMember(secretary, memberId);
    expect(seen).toMatchObject({ sensitive: null, can: { edit: false } });
    expect(seen.profile).not.toBeNull();
  });
});

describe("temporary activity", () => {
  const away = (memberId: string, changes = {}) =>
    toOther(memberId, { kind: "TEMPORARY", lastDay: day("2099-06-30"), ...changes });

  it("leaves the member on the headcount of the official branch and shows both branches their side", async () => {
    const { secretary, otherSecretary } = register.actors;
    const memberId = await someone();
    await transfer(people, away(memberId));
    const own = await getMember(secretary, memberId);
    expect(own).toMatchObject({
      branch: { id: register.branchId },
      standing: { kind: "MEMBER", guestBranchId: register.otherBranchId },
      can: { edit: true },
    });
    const host = await getMember(otherSecretary, memberId);
    expect(host).toMatchObject({ sensitive: null, idNumbers: null, can: { edit: false } });
    expect(host.profile).not.toBeNull();
  });

  it("elsewhere is counted out of the votes of the official branch, inside and outside the commune", async () => {
    const [inside, outside] = [await someone(), await someone()];
    await transfer(people, away(inside));
    const out = { direction: "OUT", toBranchId: null, otherParty: "Đảng bộ xã Khác", kind: "TEMPORARY" } as const;
    await transfer(people, transferInput(outside, out));
    expect((await getMember(register.actors.office, outside)).branch?.id).toBe(register.branchId);
    const { secretary } = register.actors;
    const rows = await readAs(secretary, (tx) => listVoters(tx, register.branchId, secretary.today));
    const isAway = (id: string) => rows.find((one) => one.memberId === id)?.isAwayTemporarily;
    expect([isAway(inside), isAway(outside), isAway(register.members.woman)]).toEqual([true, true, false]);
  });

  it("ends with its last day, sooner than planned, by the office", async () => {
    const { office, secretary } = register.actors;
    const memberId = await someone();
    const id = await transfer(people, away(memberId));
    const end = { id, version: 2, lastDay: day("2024-03-31") };
    await expect(endTemporaryActivity(secretary, end)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await endTemporaryActivity(office, end);
    expect((await getMember(office, memberId)).memberships).toMatchObject([
      { kind: "TEMPORARY", endsOn: "2024-04-01", endReason: "RETURNED" },
      { kind: "OFFICIAL", endsOn: null },
    ]);
    const official = await transfer(people, toOther(memberId, { effectiveOn: day("2025-01-01") }));
    const wrong = endTemporaryActivity(office, { ...end, id: official });
    await expect(wrong).rejects.toMatchObject(rule("transfers.errors.notTemporary"));
  });
});

describe("the letter of introduction", () => {
  it("is entered by the office, for a transfer that stands", async () => {
    const { office, secretary } = register.actors;
    const id = await transfer(people, toOther(await someone()));
    const letter = { id, version: 2, letterNumber: "03-GT/ĐU", letterOn: day("2024-01-03") };
    await expect(issueLetter(secretary, letter)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await issueLetter(office, letter);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "transfer.letterIssued",
      after: { letterNumber: "03-GT/ĐU", letterOn: "2024-01-03" },
    });
    await expect(issueLetter(office, letter)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
