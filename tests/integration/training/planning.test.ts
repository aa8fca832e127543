import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { day, yearOf } from "@/lib/core/day";
import { addMember } from "@/lib/features/members/commands/add-member";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { endPlan, planPeople } from "@/lib/features/training/commands/plan-people";
import { recordResult } from "@/lib/features/training/commands/record-result";
import { getPlannedToEnd, listPeopleToPlan, listPlanned } from "@/lib/features/training/queries/find-planned";
import { getPlan } from "@/lib/features/training/queries/get-plan";
import { memberInput } from "../../support/member-input";
import { lastEvent, openRegister, type TestRegister } from "../../support/register";
import { courseWith, participantOf, passed } from "./course";
import { planInput, plannedOne } from "./planned";

let register: TestRegister;
let terms = 2040;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

/** A term of its own for each test. */
const nextTerm = () => {
  terms += 5;
  return { termFrom: terms, termTo: terms + 5 };
};
const ruled = (reason: string) => ({ code: "RULE", reason: `training.errors.${reason}` });

describe("planning people for posts", () => {
  it("takes several at once, with what is looked at beside each, and audits them", async () => {
    const { office, leader } = register.actors;
    const { woman, deputy } = register.members;
    const term = nextTerm();
    const course = await courseWith(office, [woman]);
    await recordResult(office, { id: await participantOf(course, woman), version: 1, ...passed });
    await planPeople(office, planInput([woman, deputy], term));
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "cadrePlan.decided", before: null });
    const view = await getPlan(leader, { from: term.termFrom, to: term.termTo });
    const committee = view.plans.find(({ post }) => post === "PARTY_COMMITTEE");
    expect(committee?.people.map(({ memberId }) => memberId).sort()).toEqual([woman, deputy].sort());
    const year = yearOf(register.system.today);
    expect(committee?.people.find(({ memberId }) => memberId === woman)).toMatchObject({
      ...{ theoryLevel: "NONE", passed: ["BRANCH_WORK"], decisionNumber: "7-QĐ/ĐU", decidedOn: "2024-01-10" },
      ratings: [1, 2, 3].map((back) => ({ year: year - back, level: null })),
    });
    expect(view.measured).toMatchObject({ people: 2, women: { part: 1, whole: 2, isMet: true } });
    expect(view.can).toEqual({ plan: false, end: false });
  });

  it("is the office's to enter and leadership's to read; nobody else learns of it", async () => {
    const { leader, secretary, inspector, inCharge, ordinary, admin } = register.actors;
    const input = planInput([register.members.woman], nextTerm());
    await expect(planPeople(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listPeopleToPlan(leader, null)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await plannedOne(register.actors.office, register.members.secretary, nextTerm());
    const end = { id, version: 1, removedOn: day("2024-02-01"), removeReason: "x" };
    await expect(endPlan(leader, end)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const stranger of [secretary, inspector, inCharge, ordinary, admin]) {
      await expect(planPeople(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(endPlan(stranger, end)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getPlan(stranger, null)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getPlannedToEnd(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect(await listPlanned(stranger, register.system.today)).toEqual([]);
    }
  });

  it("refuses who is no member that day, a branch where none belongs, and somebody of another register", async () => {
    const { office } = register.actors;
    const { woman } = register.members;
    const late = { ...memberInput("Lò Văn Sau", register.branchId), startsOn: day("2025-01-01") };
    const { id: newcomer } = await addMember(register.system, late);
    const plan = (memberId: string, of = {}) => planPeople(office, planInput([memberId], { ...nextTerm(), ...of }));
    await expect(plan(newcomer)).rejects.toMatchObject(ruled("noMemberThatDay"));
    await expect(plan(woman, { post: "BRANCH_LEADER" })).rejects.toMatchObject(ruled("noBranch"));
    await expect(plan(woman, { branchId: register.branchId })).rejects.toMatchObject(ruled("branchOfCommittee"));
    await expect(plan(randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(plan(woman, { post: "BRANCH_LEADER", branchId: randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("plans somebody once for a post, twice at once and with the same key, but for several posts", async () => {
    const { office } = register.actors;
    const { woman, deputy } = register.members;
    const term = nextTerm();
    const input = planInput([woman], term);
    const formKey = randomUUID();
    const [one, again] = [await planPeople(office, input, { formKey }), await planPeople(office, input, { formKey })];
    expect(again).toEqual(one);
    await expect(planPeople(office, input)).rejects.toMatchObject({ reason: "training.errors.plannedAlready" });
    const both = await Promise.allSettled([1, 2].map(() => planPeople(office, planInput([deputy], term))));
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const branch = { post: "BRANCH_LEADER", branchId: register.branchId } as const;
    await plannedOne(office, woman, { ...term, ...branch });
    const { plans } = await getPlan(office, { from: term.termFrom, to: term.termTo });
    expect(plans.at(-1)).toMatchObject({ ...branch, posts: 1, expected: { least: 2, most: 2, limit: 3 } });
  });
});

describe("taking somebody off the plan", () => {
  it("keeps the record with day and reason, once, and lets them be planned anew", async () => {
    const { office } = register.actors;
    const { woman } = register.members;
    const term = nextTerm();
    const { id } = await plannedOne(office, woman, term);
    const end = { id, version: 1, removedOn: day("2024-02-01"), removeReason: "Chuyển công tác" };
    await expect(endPlan(office, { ...end, removedOn: day("2024-01-09") })).rejects.toMatchObject(
      ruled("removedBeforeDecided"),
    );
    const both = await Promise.allSettled([endPlan(office, end), endPlan(office, end)]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "cadrePlan.ended",
      after: { removedOn: "2024-02-01" },
    });
    await expect(getPlannedToEnd(office, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await plannedOne(office, woman, term);
  });

  it("leaves who stands in it for terms to come to lists of posts", async () => {
    const { office, leader } = register.actors;
    const term = nextTerm();
    await plannedOne(office, register.members.inCharge, term);
    const planned = await listPlanned(leader, register.system.today);
    const own = planned.filter(({ memberId }) => memberId === register.members.inCharge);
    expect(own).toEqual([{ memberId: register.members.inCharge, post: "PARTY_COMMITTEE", place: null, ...term }]);
    expect(await listPlanned(leader, day(`${term.termFrom}-01-01`))).not.toContainEqual(own[0]);
  });
});
