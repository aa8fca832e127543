import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { discardPlan, returnPlan } from "@/lib/features/assignments/commands/close-plan";
import { issuePlan } from "@/lib/features/assignments/commands/issue-plan";
import { openPlan } from "@/lib/features/assignments/commands/open-plan";
import { planBranch } from "@/lib/features/assignments/commands/plan-branch";
import { renamePlan } from "@/lib/features/assignments/commands/rename-plan";
import { submitPlan } from "@/lib/features/assignments/commands/submit-plan";
import { listAssignments } from "@/lib/features/assignments/queries/assignments";
import { getPlan } from "@/lib/features/assignments/queries/get-plan";
import { getPlannedBranch } from "@/lib/features/assignments/queries/get-planned-branch";
import { listPlans } from "@/lib/features/assignments/queries/list-plans";
import { openCommune } from "./commune";
import { decision, openPlanningCommune, type PlanningCommune, plan, reason } from "./planning-commune";

let commune: PlanningCommune;
let office: PlanningCommune["office"];
let leader: PlanningCommune["leader"];
let secretary: PlanningCommune["secretary"];
let first: PlanningCommune["first"];
let second: PlanningCommune["second"];
let one: PlanningCommune["one"];
let two: PlanningCommune["two"];
let leaving: PlanningCommune["leaving"];
let assign: PlanningCommune["assign"];
let draft: PlanningCommune["draft"];
let settle: PlanningCommune["settle"];
let submit: PlanningCommune["submit"];
let parts: PlanningCommune["parts"];

beforeAll(async () => {
  commune = await openPlanningCommune();
  ({ office, leader, secretary, first, second, one, two, leaving, assign, draft, settle, submit, parts } = commune);
});
afterAll(() => commune.close());
beforeEach(() => commune.clear());

describe("a draft", () => {
  it("begins with the assignments of a day, and says who leaves before anything else", async () => {
    await assign();
    const id = await draft();
    expect(await commune.lastEvent()).toMatchObject({ type: "assignmentPlan.opened" });
    expect(await parts(id)).toEqual([
      ["Chi bộ bản Hai", [["Lò Văn Ánh", "MAIN", "MAIN"]]],
      ["Chi bộ bản Một", [["Vì Văn Cường", null, "MAIN"]]],
    ]);
    const { gaps, people, can } = await getPlan(office, id);
    expect(gaps.map((gap) => [gap.kind, gap.params.name])).toEqual([["unseated", "Vì Văn Cường"]]);
    expect(
      people.map(({ name, seat, before, after, members }) => [name, seat, before.main, after.main, members]),
    ).toEqual([
      ["Lò Văn Ánh", "SECRETARY", 1, 1, 3],
      ["Hà Thị Bình", "MEMBER", 0, 0, 0],
      ["Vì Văn Cường", null, 0, 1, 1],
    ]);
    expect(can).toMatchObject({ change: true, submit: false, issue: false });
  });

  it("changes branch by branch, and nothing follows from it", async () => {
    await assign();
    const id = await settle();
    expect(await commune.lastEvent()).toMatchObject({ type: "assignmentPlan.changed" });
    expect((await parts(id))[1]).toEqual([
      "Chi bộ bản Một",
      [
        ["Hà Thị Bình", null, "MAIN"],
        ["Lò Văn Ánh", null, "SUPPORTING"],
      ],
    ]);
    const form = await getPlannedBranch(office, id, second);
    expect(form).toMatchObject({ mainId: two, supportingIds: [one], leaving: [] });
    expect(form.people.map((person) => [person.name, person.load.main, person.load.supporting])).toEqual([
      ["Lò Văn Ánh", 1, 1],
      ["Hà Thị Bình", 1, 0],
    ]);
    const inCharge = await commune.signIn("Hà Thị Bình", { memberId: two });
    expect(inCharge.assignedBranchIds).toEqual([]);
    expect((await listAssignments(office, day("2027-02-01")))?.branches.map((branch) => branch.places.length)).toEqual([
      1, 0,
    ]);
    expect((await getPlan(office, id)).can.submit).toBe(true);
  });

  it("is one at a time for a day", async () => {
    await draft();
    const again = openPlan(office, { ...plan, startsOn: day("2027-06-01") });
    await expect(again).rejects.toMatchObject({ code: "RULE", params: { name: plan.name } });
    expect((await listPlans(leader)).lines).toMatchObject([{ name: plan.name, state: "DRAFT", decision: null }]);
  });

  it("refuses who has no seat on its first day, and an older version", async () => {
    const id = await draft();
    const input = { id, version: 1, branchId: first, mainId: leaving, supportingIds: [] };
    await expect(planBranch(office, input)).rejects.toMatchObject({
      code: "RULE",
      reason: "assignments.errors.noSeat",
    });
    await planBranch(office, { ...input, mainId: one });
    await expect(planBranch(office, { ...input, mainId: two })).rejects.toMatchObject({ code: "CONFLICT" });
    const stranger = planBranch(office, { ...input, version: 2, branchId: randomUUID(), mainId: one });
    await expect(stranger).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is renamed by the office at the version that was read, and no longer once it is submitted", async () => {
    await assign();
    const id = await draft();
    const renamed = { id, version: 1, name: "Phân công theo nghị quyết mới" };
    await expect(renamePlan(leader, renamed)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(renamePlan(secretary, renamed)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const formKey = randomUUID();
    await Promise.all([1, 2].map(() => renamePlan(office, renamed, { formKey })));
    expect(await commune.lastEvent()).toMatchObject({ type: "assignmentPlan.renamed" });
    expect((await getPlan(leader, id)).name).toBe(renamed.name);
    await expect(renamePlan(office, { ...renamed, name: "Khác" })).rejects.toMatchObject({
      ...{ code: "CONFLICT", current: { name: renamed.name }, version: 2 },
    });
    await discardPlan(office, { id, version: 2, reason });
    await expect(renamePlan(office, { ...renamed, version: 3 })).rejects.toMatchObject({
      ...{ code: "RULE", reason: "assignmentPlans.errors.notDraft" },
    });
    const submitted = await submit();
    const forced = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "AssignmentPlan" SET name = 'x' WHERE id = ${submitted}::uuid`,
    );
    await expect(forced).rejects.toThrow(/only a draft is renamed/);
  });

  it("is given up with a reason, and then stays as it is", async () => {
    const id = await draft();
    await discardPlan(office, { id, version: 1, reason });
    expect(await commune.lastEvent()).toMatchObject({ type: "assignmentPlan.discarded", reason });
    await expect(discardPlan(office, { id, version: 2, reason })).rejects.toMatchObject({ code: "RULE" });
    await expect(
      planBranch(office, { id, version: 2, branchId: first, mainId: one, supportingIds: [] }),
    ).rejects.toMatchObject({ reason: "assignmentPlans.errors.notDraft" });
    expect((await draft()).length).toBe(36);
  });
});

describe("submitting a plan", () => {
  it("is refused with something left to settle, and before the decision is taken", async () => {
    await assign();
    const id = await draft();
    await expect(submitPlan(office, { id, version: 1, ...decision })).rejects.toMatchObject({
      code: "RULE",
      reason: "assignmentPlans.gaps.unseated",
      params: { name: "Vì Văn Cường", branch: "Chi bộ bản Một" },
    });
    await planBranch(office, { id, version: 1, branchId: second, mainId: null, supportingIds: [] });
    const gap = { reason: "assignmentPlans.gaps.noMain" };
    await expect(submitPlan(office, { id, version: 2, ...decision })).rejects.toMatchObject(gap);
    await planBranch(office, { id, version: 2, branchId: second, mainId: two, supportingIds: [] });
    const early = submitPlan(office, { id, version: 3, ...decision, decidedOn: day("2199-01-01") });
    await expect(early).rejects.toMatchObject({ reason: "assignments.errors.decidedInFuture" });
  });

  it("waits for another person, who may send it back with the reason", async () => {
    await assign();
    const id = await submit();
    expect(await commune.lastEvent()).toMatchObject({ type: "assignmentPlan.submitted" });
    expect((await getPlan(leader, id)).can).toMatchObject({ change: false, issue: true, sendBack: true });
    await returnPlan(leader, { id, version: 3, reason });
    expect(await commune.lastEvent()).toMatchObject({ type: "assignmentPlan.returned", reason });
    expect(await getPlan(office, id)).toMatchObject({ state: "DRAFT", note: reason, decisionNumber: "12-QĐ/ĐU" });
    await expect(returnPlan(leader, { id, version: 4, reason })).rejects.toMatchObject({ code: "RULE" });
  });
});

describe("whoever else tries", () => {
  it("is refused: forbidden to who reads plans, not found for who knows of none", async () => {
    await assign();
    const id = await settle();
    const input = { id, version: 2 };
    const steps = [
      (actor: Actor) => openPlan(actor, { ...plan, startsOn: day("2030-01-01"), lastDay: day("2030-12-31") }),
      (actor: Actor) => planBranch(actor, { ...input, branchId: first, mainId: one, supportingIds: [] }),
      (actor: Actor) => submitPlan(actor, { ...input, ...decision }),
      (actor: Actor) => discardPlan(actor, { ...input, reason }),
      (actor: Actor) => issuePlan(actor, input),
      (actor: Actor) => returnPlan(actor, { ...input, reason }),
    ];
    for (const step of steps.slice(0, 4)) await expect(step(leader)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(issuePlan(office, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const step of steps) await expect(step(secretary)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getPlan(secretary, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listPlans(secretary)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const foreign = await openCommune();
    const stranger = await foreign.signIn("Văn phòng nơi khác", { role: "OFFICE" });
    await expect(getPlan(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(discardPlan(stranger, { ...input, reason })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await foreign.close();
  });
});
