import { beforeEach, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { moveBranchTermEnd, openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import {
  countTermsToRenew,
  findBranchTerms,
  getBranchTerm,
  getNextBranchTerm,
  listBranchTerms,
} from "@/lib/features/organization/queries/branch-terms";
import { listPosts } from "@/lib/features/organization/queries/posts";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

let register: TestRegister;

beforeEach(async () => {
  register = await openRegister();
});

const input = (number: number, startsOn: string, lastDay: string | null = null) => ({
  branchId: register.branchId,
  number,
  congressOn: day(startsOn),
  startsOn: day(startsOn),
  lastDay: lastDay === null ? null : day(lastDay),
  decisionNumber: null,
});
const terms = async (on = "2026-01-01") =>
  (await findBranchTerms(register.actors.office, register.branchId, day(on)))?.terms ?? [];

describe("a term of a branch", () => {
  it("is opened by the office, ends the one before it, and is told with who held office in it", async () => {
    const { office, secretary, admin } = register.actors;
    await openBranchTerm(office, input(3, "2020-01-15"));
    await openBranchTerm(office, input(4, "2022-07-15", "2025-01-14"));
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "branchTerm.opened" });
    expect(await terms("2022-08-01")).toMatchObject([
      { number: 4, startsOn: "2022-07-15", lastDay: "2025-01-14", endsBy: null, isInForce: true },
      { number: 3, startsOn: "2020-01-15", lastDay: "2022-07-14", isInForce: false },
    ]);
    const [current] = await terms();
    expect(current?.officers.map(({ kind, name }) => [kind, name])).toEqual([
      ["SECRETARY", "Ngần Văn Thiệp"],
      ["DEPUTY", "Vì Văn Ước"],
    ]);
    expect(await getNextBranchTerm(office, register.branchId)).toMatchObject({ number: 5 });
    await expect(openBranchTerm(secretary, input(5, "2025-01-15"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(openBranchTerm(admin, input(5, "2025-01-15"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const clash = openBranchTerm(office, input(5, "2022-07-15"));
    await expect(clash).rejects.toMatchObject({ code: "RULE", reason: "organization.errors.termClash" });
  });

  it("lasts as long as the rules of its first day say, where no last day is given", async () => {
    const { office } = register.actors;
    await openBranchTerm(office, input(3, "2020-01-15"));
    expect(await terms()).toMatchObject([{ lastDay: null, endsBy: null }]);
    await installRuleSets(register.system);
    await openBranchTerm(office, input(4, "2022-07-15"));
    const document = { document: "QĐ 24-QĐ/TW", isConfirmed: false };
    expect((await terms())[0]).toMatchObject({ number: 4, lastDay: "2025-01-14", endsBy: document });
    await openBranchTerm(office, input(5, "2026-08-01"));
    expect((await terms())[0]).toMatchObject({ lastDay: "2031-07-31", endsBy: { document: "QĐ 208-QĐ/TW" } });
  });

  it("opened twice at once is opened once", async () => {
    const { office } = register.actors;
    const opened = await Promise.allSettled(
      [3, 4].map((number) => openBranchTerm(office, input(number, "2020-01-15", "2022-07-14"))),
    );
    expect(opened.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await terms()).toHaveLength(1);
  });

  it("is lengthened or shortened by decision, at its own version and by the office only", async () => {
    const { office, secretary, ordinary } = register.actors;
    const { id } = await openBranchTerm(office, input(3, "2020-01-15", "2022-07-14"));
    const move = { id, version: 1, lastDay: day("2022-12-31"), decisionNumber: "12-QĐ/ĐU" };
    await expect(moveBranchTermEnd(secretary, move)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(moveBranchTermEnd(ordinary, move)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const early = moveBranchTermEnd(office, { ...move, lastDay: day("2020-01-14") });
    await expect(early).rejects.toMatchObject({ code: "RULE", reason: "organization.errors.endsBeforeStart" });
    const moved = await Promise.allSettled([moveBranchTermEnd(office, move), moveBranchTermEnd(office, move)]);
    expect(moved.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "branchTerm.endMoved",
      before: { lastDay: "2022-07-14" },
      after: { lastDay: "2022-12-31", decisionNumber: "12-QĐ/ĐU" },
    });
    expect(await getBranchTerm(office, register.branchId, id)).toMatchObject({ lastDay: "2022-12-31", version: 2 });
    await expect(getBranchTerm(secretary, register.branchId, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getBranchTerm(ordinary, register.branchId, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await openRegister();
    await expect(moveBranchTermEnd(elsewhere.actors.office, move)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the terms of the branches", () => {
  it("are told as far as each may read them, and what ends soon is counted as it is listed", async () => {
    const { actors, branchId, otherBranchId, system } = register;
    await installRuleSets(system);
    await openBranchTerm(system, input(3, "2022-01-15", "2026-12-31"));
    const standings = async (actor = actors.office, on = actor.today) =>
      (await listBranchTerms(actor, on))?.map((row) => [row.branchId, row.standing]);
    const [mine, other] = [
      [branchId, "ENDING"],
      [otherBranchId, "NONE"],
    ];
    for (const actor of [actors.office, actors.leader, actors.inspector])
      expect(await standings(actor, day("2026-11-26"))).toEqual([other, mine]);
    for (const actor of [actors.secretary, actors.inCharge])
      expect(await standings(actor, day("2026-11-26"))).toEqual([mine]);
    expect(await listBranchTerms(actors.ordinary, day("2026-11-26"))).toBeNull();
    await ownerRows(`UPDATE "BranchTerm" SET "endsOn" = $1 WHERE "branchId" = $2`, ["2023-01-01", branchId]);
    expect(await countTermsToRenew(actors.secretary)).toEqual({ ending: 0, over: 1 });
    expect(await countTermsToRenew(actors.ordinary)).toEqual({ ending: 0, over: 0 });
    const posts = await listPosts(actors.office, actors.office.today);
    expect(posts?.find((post) => post.id === branchId)).toMatchObject({ termLastDay: "2022-12-31" });
    await ownerRows(`UPDATE "BranchTerm" SET "endsOn" = NULL WHERE "branchId" = $1`, [branchId]);
    await ownerRows(`UPDATE "Branch" SET "endsOn" = '2024-01-01' WHERE id = $1`, [branchId]);
    const closed = await findBranchTerms(actors.office, branchId, actors.office.today);
    expect(closed).toMatchObject({ standing: "OVER", terms: [{ lastDay: "2023-12-31" }] });
  });
});
