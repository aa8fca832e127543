import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { assignMember, assignMembers } from "@/lib/features/assignments/commands/assign-members";
import type { AssignMemberInput } from "@/lib/features/assignments/schema";
import { type Commune, openCommune } from "./commune";

const decision = { decisionNumber: "01-QĐ/ĐU", decidedOn: day("2021-12-28") };
const year = { startsOn: day("2022-01-01"), lastDay: day("2022-12-31"), ...decision };

let commune: Commune;
let office: Actor;
let secretary: Actor;
let branchId: string;
let otherBranchId: string;
let member: string;
let second: string;
let commissioner: string;
let ordinary: string;

beforeAll(async () => {
  commune = await openCommune();
  const home = await commune.openBranch("Chi bộ Cơ quan xã", { kind: "AGENCY" });
  member = await commune.addMember("Lò Văn Thử", home);
  second = await commune.addMember("Hà Thị Mẫu", home, { sex: "FEMALE" });
  commissioner = await commune.addMember("Vì Văn Ví", home);
  ordinary = await commune.addMember("Ngần Văn Dụ", home);
  await commune.giveSeat(member, "STANDING_MEMBER");
  await commune.giveSeat(second, "MEMBER", { startsOn: "2022-03-01" });
  await commune.giveSeat(commissioner, "INSPECTION_MEMBER");
  office = await commune.signIn("Văn phòng", { role: "OFFICE" });
});
afterAll(() => commune.close());

beforeEach(async () => {
  branchId = await commune.openBranch(`Chi bộ bản ${randomUUID().slice(0, 6)}`);
  otherBranchId = await commune.openBranch(`Chi bộ bản ${randomUUID().slice(0, 6)}`);
});

function place(changes: Partial<AssignMemberInput> = {}): AssignMemberInput {
  return { branchId, memberId: member, role: "MAIN", ...year, ...changes };
}

describe("assigning a committee member to a branch", () => {
  it("records the assignment with its decision and tells the audit", async () => {
    const { id } = await assignMember(office, place());
    const [row] = await commune.rows(
      `SELECT role, "endsOn"::text AS ends, "decisionNumber" FROM "Assignment" WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ role: "MAIN", ends: "2023-01-01", decisionNumber: "01-QĐ/ĐU" });
    expect(await commune.lastEvent()).toMatchObject({ type: "assignment.given" });
  });

  it("refuses a second main person in the branch over some of the same days", async () => {
    await assignMember(office, place());
    const again = assignMember(office, place({ memberId: second, startsOn: day("2022-06-01") }));
    await expect(again).rejects.toMatchObject({
      code: "RULE",
      reason: "assignments.errors.secondMain",
      params: { since: "01/01/2022" },
    });
  });

  it("lets another one support, and a new main person follow the old one", async () => {
    await assignMember(office, place({ lastDay: day("2022-06-30") }));
    await assignMember(
      office,
      place({ memberId: second, role: "SUPPORTING", startsOn: day("2022-03-01"), lastDay: day("2022-06-30") }),
    );
    const follower = await assignMember(office, place({ memberId: second, startsOn: day("2022-07-01") }));
    expect(follower.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("refuses the same person twice in one branch", async () => {
    await assignMember(office, place());
    await expect(assignMember(office, place({ role: "SUPPORTING" }))).rejects.toMatchObject({
      reason: "assignments.errors.alreadyAssigned",
    });
  });

  it("refuses a person without a seat, with a seat of the inspection commission alone, or before the seat begins", async () => {
    for (const [memberId, from] of [
      [ordinary, "01/01/2022"],
      [commissioner, "01/01/2022"],
      [second, "01/01/2022"],
    ] as const) {
      await expect(assignMember(office, place({ memberId }))).rejects.toMatchObject({
        code: "RULE",
        reason: "assignments.errors.noSeat",
        params: { day: from },
      });
    }
  });

  it("refuses days outside the branch's own, an end before the start, and a decision of a later day", async () => {
    const refused = [
      [{ startsOn: day("2014-01-01") }, "assignments.errors.branchNotInForce"],
      [{ lastDay: day("2021-12-30") }, "assignments.errors.endsBeforeStart"],
      [{ decidedOn: day("2199-01-01") }, "assignments.errors.decidedInFuture"],
    ] as const;
    for (const [changes, reason] of refused) {
      await expect(assignMember(office, place(changes))).rejects.toMatchObject({ code: "RULE", reason });
    }
  });

  it("is not found where the branch or the person is of another register", async () => {
    const foreign = await openCommune();
    const foreignBranch = await foreign.openBranch("Chi bộ nơi khác");
    const stranger = await foreign.addMember("Người nơi khác", foreignBranch);
    await expect(assignMember(office, place({ branchId: foreignBranch }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(assignMember(office, place({ memberId: stranger }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await foreign.close();
  });

  it("is forbidden to a branch secretary, who may read the branch", async () => {
    const person = await commune.addMember("Lường Văn Thư", branchId);
    await commune.keep("BranchOffice", { branchId, memberId: person, kind: "SECRETARY", startsOn: "2021-01-01" });
    secretary = await commune.signIn("Bí thư chi bộ", { memberId: person });
    await expect(assignMember(secretary, place())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("gives one main person where two are sent at once", async () => {
    const both = await Promise.allSettled([
      assignMember(office, place()),
      assignMember(office, place({ memberId: second, startsOn: day("2022-04-01") })),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const refused = both.find((one) => one.status === "rejected");
    expect(["RULE", "CONFLICT"]).toContain(refused?.reason.code);
  });

  it("answers a form that is sent twice once", async () => {
    const formKey = randomUUID();
    const first = await assignMember(office, place(), { formKey });
    expect(await assignMember(office, place(), { formKey })).toEqual(first);
  });
});

describe("recording the plan of a year", () => {
  it("writes every place under one decision and one event", async () => {
    const places = [
      { branchId, memberId: member, role: "MAIN" as const },
      { branchId: otherBranchId, memberId: member, role: "MAIN" as const },
    ];
    const { ids } = await assignMembers(office, { ...year, places });
    expect(ids).toHaveLength(2);
    const event = await commune.lastEvent();
    expect(event?.type).toBe("assignmentPlan.decided");
    const changes = await commune.rows(`SELECT 1 FROM "AuditChange" WHERE "committeeId" = $1 AND seq = $2`, [
      commune.committeeId,
      event?.seq,
    ]);
    expect(changes).toHaveLength(2);
  });

  it("writes nothing where one place is impossible, counting the places among each other", async () => {
    const places = [
      { branchId: otherBranchId, memberId: member, role: "MAIN" as const },
      { branchId, memberId: member, role: "MAIN" as const },
      { branchId, memberId: member, role: "SUPPORTING" as const },
    ];
    await expect(assignMembers(office, { ...year, places })).rejects.toMatchObject({
      reason: "assignments.errors.alreadyAssigned",
    });
    const left = await commune.rows(`SELECT 1 FROM "Assignment" WHERE "branchId" IN ($1, $2)`, [
      branchId,
      otherBranchId,
    ]);
    expect(left).toEqual([]);
  });

  it("refuses an empty plan", async () => {
    await expect(assignMembers(office, { ...year, places: [] })).rejects.toMatchObject({
      code: "RULE",
      reason: "assignments.errors.emptyPlan",
    });
  });
});
