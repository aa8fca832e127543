import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { assignMember } from "@/lib/features/assignments/commands/assign-members";
import {
  changeAssignment,
  correctAssignment,
  endAssignment,
} from "@/lib/features/assignments/commands/change-assignment";
import { findAssignment, listAssignments } from "@/lib/features/assignments/queries/assignments";
import { type Commune, openCommune } from "./commune";

const decision = { decisionNumber: "01-QĐ/ĐU", decidedOn: day("2021-12-28") };

let commune: Commune;
let office: Actor;
let leader: Actor;
let ownSecretary: Actor;
let otherSecretary: Actor;
let inCharge: Actor;
let administrator: Actor;
let branchId: string;
let otherBranchId: string;
let member: string;
let second: string;
let id: string;

beforeAll(async () => {
  commune = await openCommune();
  const home = await commune.openBranch("Chi bộ Cơ quan xã", { kind: "AGENCY" });
  member = await commune.addMember("Lò Văn Thử", home);
  second = await commune.addMember("Hà Thị Mẫu", home, { sex: "FEMALE" });
  await commune.giveSeat(member, "DEPUTY");
  await commune.giveSeat(second, "MEMBER");
  branchId = await commune.openBranch("Chi bộ bản Một");
  otherBranchId = await commune.openBranch("Chi bộ bản Hai");
  const secretaryOf = async (branch: string) => {
    const memberId = await commune.addMember("Lường Văn Thư", branch);
    await commune.keep("BranchOffice", { branchId: branch, memberId, kind: "SECRETARY", startsOn: "2021-01-01" });
    return commune.signIn("Bí thư chi bộ", { memberId });
  };
  ownSecretary = await secretaryOf(branchId);
  otherSecretary = await secretaryOf(otherBranchId);
  office = await commune.signIn("Văn phòng", { role: "OFFICE" });
  leader = await commune.signIn("Lãnh đạo", { role: "LEADER" });
  administrator = await commune.signIn("Quản trị", { role: "ADMIN" });
});
afterAll(() => commune.close());

beforeEach(async () => {
  await commune.rows(`DELETE FROM "Assignment" WHERE "committeeId" = $1`, [commune.committeeId]);
  const place = {
    branchId,
    memberId: member,
    role: "MAIN" as const,
    startsOn: day("2022-01-01"),
    lastDay: null,
    ...decision,
  };
  ({ id } = await assignMember(office, place));
  inCharge = await commune.signIn("Ủy viên phụ trách", {});
});

const change = () => ({
  id,
  version: 1,
  effectiveOn: day("2022-07-01"),
  role: "SUPPORTING" as const,
  lastDay: day("2022-12-31"),
  ...decision,
});
const correction = () => ({
  id,
  version: 1,
  role: "MAIN" as const,
  startsOn: day("2022-02-01"),
  lastDay: null,
  ...decision,
  reason: "Ghi nhầm ngày",
});
const end = () => ({ id, version: 1, lastDay: day("2022-12-31"), reason: "Chuyển công tác" });

describe("changing an assignment", () => {
  it("keeps what was before and begins the new part on its day", async () => {
    await changeAssignment(office, change());
    const rows = await commune.rows(
      `SELECT role, "startsOn"::text AS first, "endsOn"::text AS ends FROM "Assignment" WHERE "branchId" = $1 ORDER BY 2`,
      [branchId],
    );
    expect(rows).toEqual([
      { role: "MAIN", first: "2022-01-01", ends: "2022-07-01" },
      { role: "SUPPORTING", first: "2022-07-01", ends: "2023-01-01" },
    ]);
    expect(await commune.lastEvent()).toMatchObject({ type: "assignment.changed" });
  });

  it("refuses the same part and a day on which it has not begun", async () => {
    await expect(changeAssignment(office, { ...change(), role: "MAIN" })).rejects.toMatchObject({
      code: "RULE",
      reason: "assignments.errors.sameRole",
    });
    await expect(changeAssignment(office, { ...change(), effectiveOn: day("2022-01-01") })).rejects.toMatchObject({
      reason: "assignments.errors.changeBeforeStart",
    });
  });

  it("refuses a second main person", async () => {
    const helper = {
      branchId,
      memberId: second,
      role: "SUPPORTING" as const,
      startsOn: day("2022-01-01"),
      lastDay: null,
      ...decision,
    };
    const other = await assignMember(office, helper);
    const promoted = changeAssignment(office, { ...change(), id: other.id, role: "MAIN" });
    await expect(promoted).rejects.toMatchObject({ reason: "assignments.errors.secondMain" });
  });
});

describe("correcting an assignment", () => {
  it("writes the right dates with the reason", async () => {
    await endAssignment(office, end());
    await correctAssignment(office, { ...correction(), version: 2 });
    expect(await findAssignment(office, id)).toMatchObject({ startsOn: "2022-02-01", lastDay: null, end: null });
    expect(await commune.lastEvent()).toMatchObject({ type: "assignment.corrected", reason: "Ghi nhầm ngày" });
  });

  it("shows the stored values to the second of two editors", async () => {
    await correctAssignment(office, correction());
    const second = correctAssignment(office, { ...correction(), decisionNumber: "02-QĐ/ĐU" });
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      current: { startsOn: "01/02/2022", decisionNumber: "01-QĐ/ĐU" },
    });
  });
});

describe("ending an assignment", () => {
  it("ends it with the day given, once", async () => {
    await endAssignment(office, end());
    expect(await commune.lastEvent()).toMatchObject({ type: "assignment.ended", reason: "Chuyển công tác" });
    const ending = { cause: "ENDED", by: "Văn phòng", reason: "Chuyển công tác", planId: null };
    expect((await findAssignment(leader, id))?.end).toEqual(ending);
    await expect(endAssignment(office, { ...end(), version: 2 })).rejects.toMatchObject({
      code: "RULE",
      reason: "organization.errors.alreadyEnded",
    });
  });

  it("refuses an older version", async () => {
    await endAssignment(office, end());
    await expect(endAssignment(office, { ...end(), lastDay: day("2022-06-30") })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("whoever else tries", () => {
  it("is refused: forbidden where the assignment may be read, not found where it may not", async () => {
    for (const actor of [leader, ownSecretary]) {
      await expect(changeAssignment(actor, change())).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(correctAssignment(actor, correction())).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(endAssignment(actor, end())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const actor of [otherSecretary, administrator]) {
      await expect(changeAssignment(actor, change())).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(correctAssignment(actor, correction())).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(endAssignment(actor, end())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("who is in charge on a day", () => {
  const on = day("2022-06-30");

  it("is shown to office and leaders for every branch, vacancies included", async () => {
    for (const actor of [office, leader]) {
      const board = await listAssignments(actor, on);
      expect(board?.branches.map((branch) => [branch.name, branch.hasMain])).toEqual([
        ["Chi bộ bản Hai", false],
        ["Chi bộ bản Một", true],
        ["Chi bộ Cơ quan xã", false],
      ]);
      expect(board?.people.map((person) => [person.name, person.seat, person.main])).toEqual([
        ["Hà Thị Mẫu", "MEMBER", 0],
        ["Lò Văn Thử", "DEPUTY", 1],
      ]);
      expect(board?.branchesWithMain).toBe(1);
      expect(board?.can.change).toBe(actor === office);
    }
  });

  it("is shown to a secretary for the own branch", async () => {
    expect(await listAssignments(ownSecretary, on)).toMatchObject({
      reach: "BRANCHES",
      branches: [{ name: "Chi bộ bản Một", hasMain: true }],
      people: [{ name: "Lò Văn Thử", main: 1 }],
    });
    expect((await listAssignments(otherSecretary, on))?.branches).toMatchObject([{ hasMain: false }]);
  });

  it("is not there for an administrator or a member without any part", async () => {
    expect(await listAssignments(administrator, on)).toBeNull();
    expect(await listAssignments(inCharge, on)).toBeNull();
  });

  it("was different on another day", async () => {
    expect((await listAssignments(office, day("2021-12-31")))?.branchesWithMain).toBe(0);
  });
});
