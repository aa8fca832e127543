import { beforeAll, describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { openRecognition } from "@/lib/features/admissions/commands/open-recognition";
import { addMember } from "@/lib/features/members/commands/add-member";
import { getMember } from "@/lib/features/members/queries/get-member";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { cancelTransfer, rejectTransfer } from "@/lib/features/transfers/commands/close-transfer";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import { memberInput } from "../../support/member-input";
import { departure, transfer, transferInput } from "../../support/movements";
import { lastEvent, openRegister, ownerRows, signInAs, type TestRegister } from "../../support/register";

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

describe("a transfer inside the commune", () => {
  it("is proposed by the sending secretary and executed by who accepts it, under one event", async () => {
    const { secretary, otherSecretary, office, leader } = register.actors;
    const memberId = await someone();
    const { id } = await proposeTransfer(secretary, toOther(memberId));
    expect((await getMember(office, memberId)).branch?.id).toBe(register.branchId);
    await expect(getMember(otherSecretary, memberId)).rejects.toMatchObject({ code: "NOT_FOUND" });

    await acceptTransfer(leader, { id, version: 1 });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "transfer.accepted" });
    expect((await getMember(office, memberId)).memberships).toMatchObject([
      { branchId: register.otherBranchId, startsOn: "2024-01-01", endsOn: null, decisionNumber: "07-QĐ/ĐU" },
      { branchId: register.branchId, endsOn: "2024-01-01", endReason: "TRANSFERRED" },
    ]);
    const former = await getMember(secretary, memberId);
    expect(former).toMatchObject({ profile: null, sensitive: null, idNumbers: null });
    const nothing = {
      edit: false,
      editRegister: false,
      move: false,
      readTrail: false,
      revealIdNumbers: false,
      readFile: false,
    };
    expect(former.can).toEqual(nothing);
    expect((await getMember(otherSecretary, memberId)).can.edit).toBe(true);
  });

  it("is never accepted by who proposed it, nor by a secretary", async () => {
    const { office, secretary, otherSecretary } = register.actors;
    const { id } = await proposeTransfer(office, toOther(await someone()));
    const accept = { id, version: 1 };
    await expect(acceptTransfer(office, accept)).rejects.toMatchObject(rule("transfers.errors.proposerDecides"));
    await expect(acceptTransfer(secretary, accept)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(acceptTransfer(otherSecretary, accept)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(acceptTransfer(register.actors.inCharge, accept)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const forged = `UPDATE "Transfer" SET state = 'ACCEPTED', "decidedById" = "proposedById", "decidedBy" = 'x',
      "decidedOn" = current_date WHERE id = $1`;
    await expect(ownerRows(forged, [id])).rejects.toThrow(/Transfer_decided_by_another/);
  });

  it("is proposed for members of the own branch only", async () => {
    const { otherSecretary, leader, ordinary } = register.actors;
    const memberId = await someone();
    await expect(proposeTransfer(otherSecretary, toOther(memberId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(proposeTransfer(leader, toOther(memberId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(proposeTransfer(ordinary, toOther(memberId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(proposeTransfer(register.system, toOther(memberId))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const own = proposeTransfer(register.actors.secretary, toOther(register.members.secretary));
    await expect(own).rejects.toMatchObject(rule("transfers.errors.ownTransfer"));
  });

  it("by two at once happens once, and leaves one branch", async () => {
    const { office, leader, committeeId } = { ...register.actors, committeeId: register.committeeId };
    const second = await signInAs(committeeId, "Lãnh đạo thứ hai", { role: "LEADER" });
    const memberId = await someone();
    const { id } = await proposeTransfer(office, toOther(memberId));
    const both = await Promise.allSettled([leader, second].map((one) => acceptTransfer(one, { id, version: 1 })));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const open = `SELECT 1 FROM "Membership" WHERE "memberId" = $1 AND "endsOn" IS NULL`;
    expect(await ownerRows(open, [memberId])).toHaveLength(1);
    const pending = await Promise.allSettled(
      [1, 2].map(() => proposeTransfer(office, transferInput(memberId, { toBranchId: register.branchId }))),
    );
    expect(pending.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([
    ["to the same branch", () => ({ toBranchId: register.branchId }), "members.errors.sameBranch"],
    ["to nowhere", () => ({ toBranchId: null }), "transfers.errors.branchMissing"],
    ["for good, with a last day", () => ({ lastDay: day("2024-06-30") }), "transfers.errors.endOfOfficial"],
    ["with half a letter", () => ({ letterNumber: "5-GT/ĐU" }), "transfers.errors.letterHalf"],
    [
      "before the branch was set up",
      () => ({ effectiveOn: day("2014-01-01") }),
      "members.errors.targetBranchNotInForce",
    ],
    ["on a day without rules", () => ({ effectiveOn: day("2020-01-01") }), "ruleSets.errors.noneOn"],
  ])("is not proposed %s", async (_case, changes, reason) => {
    const proposal = proposeTransfer(register.actors.office, toOther(await someone(), changes()));
    await expect(proposal).rejects.toMatchObject(rule(reason));
  });

  it("waits for its day, and for the offices in the old branch to be ended", async () => {
    const { office, leader } = register.actors;
    const tomorrow = addDays(office.today, 1);
    const { id } = await proposeTransfer(office, toOther(await someone(), { effectiveOn: tomorrow }));
    await expect(acceptTransfer(leader, { id, version: 1 })).rejects.toMatchObject(rule("transfers.errors.notYet"));
    const holder = await proposeTransfer(office, toOther(register.members.deputy));
    const inOffice = acceptTransfer(leader, { id: holder.id, version: 1 });
    await expect(inOffice).rejects.toMatchObject(rule("members.errors.holdsBranchOffice"));
    await cancelTransfer(office, { id: holder.id, version: 1, reason: "Còn giữ chức vụ" });
  });

  it("is rejected by the second person or taken back by the first, and then nothing moves", async () => {
    const { office, secretary, otherSecretary, leader } = register.actors;
    const memberId = await someone();
    const first = await proposeTransfer(secretary, toOther(memberId));
    const no = { id: first.id, version: 1, reason: "Thiếu giấy tờ" };
    await expect(rejectTransfer(secretary, no)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await rejectTransfer(leader, no);
    await expect(acceptTransfer(leader, { id: first.id, version: 2 })).rejects.toMatchObject(
      rule("transfers.errors.alreadyDecided"),
    );
    const second = await proposeTransfer(secretary, toOther(memberId));
    const back = { id: second.id, version: 1, reason: "Đảng viên ở lại" };
    await expect(cancelTransfer(otherSecretary, back)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await cancelTransfer(secretary, back);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "transfer.cancelled" });
    expect((await getMember(office, memberId)).branch?.id).toBe(register.branchId);
    const change = ownerRows(`UPDATE "Transfer" SET "closeReason" = 'x' WHERE id = $1`, [second.id]);
    await expect(change).rejects.toThrow(/never changed/);
  });

  it("takes a probationer's open dossier along, and waits for one that is further", async () => {
    const { office, leader } = register.actors;
    const memberId = await someone({ officialOn: null, ceremonyOn: day("2010-03-01") });
    const dossier = await openRecognition(office, { memberId, openedOn: day("2026-09-01"), helperId: null });
    await transfer(people, toOther(memberId));
    const branchOf = async () => {
      const [row] = await ownerRows(`SELECT "branchId" FROM "Dossier" WHERE id = $1`, [dossier.id]);
      return row?.branchId;
    };
    expect(await branchOf()).toBe(register.otherBranchId);
    const out = await proposeTransfer(office, departure(memberId, day("2025-01-01")));
    const held = acceptTransfer(leader, { id: out.id, version: 1 });
    await expect(held).rejects.toMatchObject(rule("transfers.errors.dossierUnderWay"));
  });
});
