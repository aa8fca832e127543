import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { endAssignment } from "@/lib/features/assignments/commands/change-assignment";
import { returnPlan } from "@/lib/features/assignments/commands/close-plan";
import { issuePlan } from "@/lib/features/assignments/commands/issue-plan";
import { submitPlan } from "@/lib/features/assignments/commands/submit-plan";
import { findAssignment, listAssignments } from "@/lib/features/assignments/queries/assignments";
import { getPlan } from "@/lib/features/assignments/queries/get-plan";
import { getPlanPaper } from "@/lib/features/assignments/queries/get-plan-paper";
import { listPlanNotices } from "@/lib/features/assignments/queries/list-notices";
import { wordText } from "../../support/word";
import { decision, openPlanningCommune, type PlanningCommune, reason } from "./planning-commune";

let commune: PlanningCommune;
let office: PlanningCommune["office"];
let leader: PlanningCommune["leader"];
let secretary: PlanningCommune["secretary"];
let one: PlanningCommune["one"];
let two: PlanningCommune["two"];
let assign: PlanningCommune["assign"];
let settle: PlanningCommune["settle"];
let submit: PlanningCommune["submit"];
let parts: PlanningCommune["parts"];

beforeAll(async () => {
  commune = await openPlanningCommune();
  ({ office, leader, secretary, one, two, assign, settle, submit, parts } = commune);
});
afterAll(() => commune.close());
beforeEach(() => commune.clear());

describe("issuing a plan", () => {
  it("ends what lasts into it the day before and begins its own, each with its decision", async () => {
    const { lasting, ending } = await assign();
    const id = await submit();
    await issuePlan(leader, { id, version: 3 });
    const event = await commune.lastEvent();
    expect(event).toMatchObject({ type: "assignmentPlan.issued" });
    const changes = await commune.rows(`SELECT 1 FROM "AuditChange" WHERE "committeeId" = $1 AND seq = $2`, [
      commune.committeeId,
      event?.seq,
    ]);
    expect(changes).toHaveLength(5);

    const ended = { cause: "REPLACED", by: "Lãnh đạo", reason: null, planId: id };
    expect(await findAssignment(leader, lasting)).toMatchObject({ lastDay: "2026-12-31", end: ended, planId: null });
    expect(await findAssignment(leader, ending)).toMatchObject({ lastDay: "2026-11-30", end: null, version: 1 });
    const on = async (of: string) =>
      (await listAssignments(office, day(of)))?.branches.map(({ places }) =>
        places.map((place) => [place.memberName, place.role, place.planId, place.decisionNumber, place.lastDay]),
      );
    expect(await on("2026-12-31")).toEqual([[["Lò Văn Ánh", "MAIN", null, "12-QĐ/ĐU", "2026-12-31"]], []]);
    expect(await on("2027-01-01")).toEqual([
      [["Lò Văn Ánh", "MAIN", id, "12-QĐ/ĐU", "2027-12-31"]],
      [
        ["Hà Thị Bình", "MAIN", id, "12-QĐ/ĐU", "2027-12-31"],
        ["Lò Văn Ánh", "SUPPORTING", id, "12-QĐ/ĐU", "2027-12-31"],
      ],
    ]);
    expect((await parts(id))[0]).toEqual(["Chi bộ bản Hai", [["Lò Văn Ánh", "MAIN", "MAIN"]]]);
  });

  it("gives a branch that ends within the plan its people until it ends", async () => {
    await assign();
    const end = (endsOn: string | null) =>
      commune.rows(`UPDATE "Branch" SET "endsOn" = $2 WHERE id = $1`, [commune.second, endsOn]);
    await end("2027-06-01");
    const id = await submit();
    await issuePlan(leader, { id, version: 3 });
    const days = await commune.rows(
      `SELECT "branchId" = $2 AS ends, "endsOn"::text AS "endsOn" FROM "Assignment" WHERE "planId" = $1 ORDER BY 1, 2`,
      [id, commune.second],
    );
    await end(null);
    expect(days).toEqual([
      { ends: false, endsOn: "2028-01-01" },
      { ends: true, endsOn: "2027-06-01" },
      { ends: true, endsOn: "2027-06-01" },
    ]);
  });

  it("is refused to who submitted it, and before it is submitted", async () => {
    await assign();
    const id = await settle();
    await expect(issuePlan(leader, { id, version: 2 })).rejects.toMatchObject({
      code: "RULE",
      reason: "assignmentPlans.errors.notSubmitted",
    });
    const both = await commune.signIn("Người hai vai", { role: "OFFICE" });
    await commune.keep("RoleGrant", {
      accountId: both.accountId,
      role: "LEADER",
      startsOn: "2020-01-01",
      confirmedById: leader.accountId,
      confirmedAt: new Date(),
    });
    await submitPlan(both, { id, version: 2, ...decision });
    await expect(issuePlan(both, { id, version: 3 })).rejects.toMatchObject({
      code: "RULE",
      reason: "assignmentPlans.errors.submitterIssues",
    });
  });

  it("is refused by name where an assignment has changed since, or something has come up", async () => {
    const { lasting } = await assign();
    const id = await submit();
    await endAssignment(office, { id: lasting, version: 1, lastDay: day("2026-10-31"), reason });
    const changed = { name: "Lò Văn Ánh", branch: "Chi bộ bản Hai" };
    await expect(issuePlan(leader, { id, version: 3 })).rejects.toMatchObject({ code: "RULE", params: changed });
    expect((await getPlan(leader, id)).changedSince).toMatchObject([{ memberName: "Lò Văn Ánh" }]);

    await returnPlan(office, { id, version: 3, reason });
    await submitPlan(office, { id, version: 4, ...decision });
    await commune.rows(`UPDATE "CommitteeOffice" SET "endsOn" = '2027-03-01' WHERE "memberId" = $1`, [two]);
    const gap = { reason: "assignmentPlans.gaps.unseated", params: { day: "01/03/2027" } };
    await expect(issuePlan(leader, { id, version: 5 })).rejects.toMatchObject(gap);
    await commune.rows(`UPDATE "CommitteeOffice" SET "endsOn" = NULL WHERE "memberId" = $1`, [two]);
    await issuePlan(leader, { id, version: 5 });
  });

  it("happens once where two leaders confirm at once", async () => {
    await assign();
    const id = await submit();
    const other = await commune.signIn("Lãnh đạo khác", { role: "LEADER" });
    const both = await Promise.allSettled([
      issuePlan(leader, { id, version: 3 }),
      issuePlan(other, { id, version: 3 }),
    ]);
    expect(both.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await commune.rows(`SELECT 1 FROM "Assignment" WHERE "planId" = $1`, [id])).toHaveLength(3);
  });

  it("has a decision in Word once it is submitted", async () => {
    await assign();
    const id = await settle();
    await expect(getPlanPaper(office, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await submitPlan(office, { id, version: 2, ...decision });
    const text = wordText((await getPlanPaper(office, id)).bytes);
    expect(text).toContain("Số 12-QĐ/ĐU");
    expect(text).toContain("từ ngày 01 tháng 01 năm 2027 đến hết ngày 31 tháng 12 năm 2027");
    expect(text).toMatch(/1\nChi bộ bản Hai\n.*\nLò Văn Ánh\n/u);
    expect(text).toMatch(/2\nChi bộ bản Một\n.*\nHà Thị Bình\nLò Văn Ánh/u);
    expect(text).toContain("hết hiệu lực sau ngày 31 tháng 12 năm 2026");
  });
});

describe("what a plan has to say", () => {
  it("is told to the leader who may issue it, then to who is assigned and to the secretary of the branch", async () => {
    await assign();
    const id = await submit();
    const inCharge = await commune.signIn("Lò Văn Ánh", { memberId: one });
    expect((await listPlanNotices(leader)).waiting).toMatchObject([{ id }]);
    for (const actor of [office, secretary, inCharge])
      expect(await listPlanNotices(actor)).toEqual({ assigned: [], waiting: [] });
    await issuePlan(leader, { id, version: 3 });
    expect(await listPlanNotices(leader)).toEqual({ assigned: [], waiting: [] });
    const told = async (actor: Actor) =>
      (await listPlanNotices(actor)).assigned.map((one) => [one.branchName, one.memberName, one.isMine]);
    expect(await told(secretary)).toEqual([["Chi bộ bản Hai", "Lò Văn Ánh", false]]);
    expect(await told(inCharge)).toEqual([
      ["Chi bộ bản Hai", "Lò Văn Ánh", true],
      ["Chi bộ bản Một", "Lò Văn Ánh", true],
    ]);
    expect(await told(office)).toEqual([]);
  });
});
