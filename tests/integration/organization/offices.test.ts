import { beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { endAssignment } from "@/lib/features/assignments/commands/change-assignment";
import {
  appointBranchOfficer,
  endBranchOffice,
  recordVillageHead,
} from "@/lib/features/organization/commands/appoint-branch-officer";
import { editBranchContact } from "@/lib/features/organization/commands/edit-branch-contact";
import { endVillageHead } from "@/lib/features/organization/commands/end-village-head";
import { endCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { getBranch } from "@/lib/features/organization/queries/branch";
import { getBranchRecord } from "@/lib/features/organization/queries/branch-record";
import {
  getBranchOffice,
  getVillageHead,
  listOfficerCandidates,
} from "@/lib/features/organization/queries/office-forms";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeEach(async () => {
  register = await openRegister();
});

async function countOffices(): Promise<number> {
  const [row] = await ownerRows<{ count: number }>(
    `SELECT count(*)::int AS count FROM "BranchOffice" WHERE "committeeId" = $1`,
    [register.committeeId],
  );
  return row?.count ?? 0;
}

describe("an office of a branch", () => {
  const from = { startsOn: day("2024-01-01"), lastDay: null, decisionNumber: null };

  it("is given to an official member of the branch, by the office only", async () => {
    const { office } = register.actors;
    const input = {
      branchId: register.branchId,
      memberId: register.members.woman,
      kind: "COMMITTEE_MEMBER",
      ...from,
    } as const;
    const { id } = await appointBranchOfficer(office, input);
    expect(await getBranchOffice(office, register.branchId, id)).toMatchObject({
      kind: "COMMITTEE_MEMBER",
      personName: "Hà Thị Ẩm",
      place: "Chi bộ bản Thử Một",
    });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "branchOffice.given" });
    const forbidden = appointBranchOfficer(register.actors.secretary, input);
    await expect(forbidden).rejects.toMatchObject({ code: "FORBIDDEN" });
    const unseen = appointBranchOfficer(register.actors.admin, input);
    await expect(unseen).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    ["a second secretary", "woman", "SECRETARY", "organization.errors.secondSecretary"],
    ["a probationer", "probationer", "DEPUTY", "organization.errors.notBranchMember"],
    ["someone exempt", "exempt", "DEPUTY", "organization.errors.notActive"],
    ["a member of another branch", "other", "DEPUTY", "organization.errors.notBranchMember"],
  ] as const)("is refused to %s", async (_who, member, kind, reason) => {
    const input = { branchId: register.branchId, memberId: register.members[member], kind, ...from };
    await expect(appointBranchOfficer(register.actors.office, input)).rejects.toMatchObject({ code: "RULE", reason });
    expect(await countOffices()).toBe(3);
  });

  it("given to two secretaries at once has one", async () => {
    const { office } = register.actors;
    await endBranchOffice(office, { id: register.offices.secretary, version: 1, lastDay: day("2023-12-31") });
    const { deputy, woman } = register.members;
    await endBranchOffice(office, { id: register.offices.deputy, version: 1, lastDay: day("2023-12-31") });
    const given = await Promise.allSettled(
      [deputy, woman].map((memberId) =>
        appointBranchOfficer(office, { branchId: register.branchId, memberId, kind: "SECRETARY", ...from }),
      ),
    );
    expect(given.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("ends with its last day, and the secretary's rights end with it", async () => {
    const { office, secretary } = register.actors;
    const ending = { id: register.offices.secretary, version: 1, lastDay: day("2023-12-31") };
    await expect(endBranchOffice(secretary, ending)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await endBranchOffice(office, ending);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "branchOffice.ended",
      before: { lastDay: null },
      after: { lastDay: "2023-12-31" },
    });
    const contact = { branchId: register.branchId, version: 1, phone: "1", meetingPlace: null };
    await expect(editBranchContact(secretary, contact)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(endBranchOffice(office, ending)).rejects.toMatchObject({ code: "RULE" });
  });

  it("cannot end before it began, nor at an older version", async () => {
    const { office } = register.actors;
    const early = endBranchOffice(office, { id: register.offices.deputy, version: 1, lastDay: day("2019-01-01") });
    await expect(early).rejects.toMatchObject({ code: "RULE", reason: "organization.errors.endsBeforeStart" });
    const stale = endBranchOffice(office, { id: register.offices.deputy, version: 9, lastDay: day("2022-01-01") });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is offered to the members of the branch today, by given name", async () => {
    const candidates = await listOfficerCandidates(register.actors.office, register.branchId);
    expect(candidates.map((one) => one.name)).toEqual([
      "Hà Thị Ẩm",
      "Giàng A Chu",
      "Lò Văn Đôi",
      "Ngần Văn Thiệp",
      "Vì Văn Ước",
    ]);
    const refused = listOfficerCandidates(register.actors.secretary, register.branchId);
    await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    const unseen = listOfficerCandidates(register.actors.ordinary, register.branchId);
    await expect(unseen).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("heading a village", () => {
  it("ends for one before it begins for the next", async () => {
    const { office } = register.actors;
    const { villageId, members } = register;
    const next = { villageId, memberId: members.deputy, startsOn: day("2024-01-01"), lastDay: null };
    const early = recordVillageHead(office, next);
    await expect(early).rejects.toMatchObject({ code: "RULE", reason: "organization.errors.secondVillageHead" });

    const [village] = (await getBranchRecord(office, register.branchId)).villages;
    const head = village?.heads[0];
    expect(await getVillageHead(office, head?.id ?? "")).toMatchObject({ kind: "VILLAGE_HEAD", place: "Bản Thử Một" });
    const ending = { id: head?.id ?? "", version: 1, lastDay: day("2023-12-31") };
    await expect(endVillageHead(register.actors.secretary, ending)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(endVillageHead(register.actors.admin, ending)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endVillageHead(office, ending);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "villageHead.ended" });
    await expect(endVillageHead(office, { ...ending, version: 2 })).rejects.toMatchObject({ code: "RULE" });

    await recordVillageHead(office, next);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "villageHead.recorded" });
    const branch = await getBranch(office, register.branchId, day("2024-01-01"));
    expect(branch.villages[0]?.heads).toMatchObject([{ name: "Vì Văn Ước" }]);
  });

  it("is recorded by the office only", async () => {
    const input = { villageId: register.villageId, memberId: register.members.deputy, startsOn: day("2024-01-01") };
    const given = recordVillageHead(register.actors.leader, { ...input, lastDay: null });
    await expect(given).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("ended by two at once ends once", async () => {
    const { office } = register.actors;
    const [village] = (await getBranchRecord(office, register.branchId)).villages;
    const ending = { id: village?.heads[0]?.id ?? "", version: 1, lastDay: day("2023-12-31") };
    const both = await Promise.allSettled([endVillageHead(office, ending), endVillageHead(office, ending)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a seat of the committee", () => {
  it("does not end while branches are assigned to the person for later days, each of them named", async () => {
    const { office } = register.actors;
    const [seat] = await ownerRows<{ id: string }>(`SELECT id FROM "CommitteeOffice" WHERE "memberId" = $1`, [
      register.members.inCharge,
    ]);
    const [assigned] = await ownerRows<{ id: string }>(`SELECT id FROM "Assignment" WHERE "memberId" = $1`, [
      register.members.inCharge,
    ]);
    if (!seat || !assigned) throw new Error("nobody is in charge");
    const end = { id: seat.id, version: 1, lastDay: day("2026-10-31") };
    await expect(endCommitteeSeat(office, end)).rejects.toMatchObject({
      code: "RULE",
      reason: "organization.errors.branchesToSettle",
      params: { branches: "Chi bộ bản Thử Một" },
    });
    const settled = { id: assigned.id, version: 1, lastDay: day("2026-10-31"), reason: "Thôi cấp ủy" };
    await endAssignment(office, settled);
    await endCommitteeSeat(office, end);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "committeeSeat.ended" });
  });
});
