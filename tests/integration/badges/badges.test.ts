import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { decideBadges, withdrawBadge } from "@/lib/features/badges/commands/decide-badges";
import { proposeBadges, proposeEarlyBadge } from "@/lib/features/badges/commands/propose-badges";
import { recordBadge } from "@/lib/features/badges/commands/record-badge";
import { getBadgeYear } from "@/lib/features/badges/queries/get-badge-year";
import { listMemberBadges } from "@/lib/features/badges/queries/list-member-badges";
import { addMember } from "@/lib/features/members/commands/add-member";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { memberInput } from "../../support/member-input";
import { lastEvent, openRegister, ownerRows, type TestRegister } from "../../support/register";

const awardOn = day("2022-11-07");
const paper = { awardOn, proposalNumber: "12-TTr/ĐU", proposedOn: day("2022-10-01") };
const decision = { decisionNumber: "31-QĐ/HU", decidedOn: day("2022-10-20") };

let register: TestRegister;
let count = 0;

beforeAll(async () => {
  register = await openRegister();
  await installRuleSets(register.system);
});

/** Somebody in the Party since that day, in a branch since 2015. */
async function since(admittedOn: string, branchId = register.branchId): Promise<string> {
  const { id } = await addMember(register.system, {
    ...memberInput(`Lò Văn Huy ${"ABCDEGHIKLMNOPQ"[count++ % 15]}`, branchId),
    birthOn: partialDay("1940"),
    admittedOn: day(admittedOn),
    officialOn: day(admittedOn),
  });
  return id;
}

const badgesOf = (memberId: string) =>
  ownerRows<{ id: string; years: number; kind: string; state: string; version: number }>(
    `SELECT id, years, kind, state, version FROM "PartyBadge" WHERE "memberId" = $1 ORDER BY years, state`,
    [memberId],
  );

async function proposed(): Promise<{ memberId: string; badgeId: string }> {
  const memberId = await since("1991-06-01");
  const { ids } = await proposeBadges(register.actors.office, { ...paper, memberId: [memberId] });
  return { memberId, badgeId: ids[0] ?? "" };
}

async function linesOf(actor: Actor, memberId: string) {
  const { days } = await getBadgeYear(actor, 2022);
  return days.flatMap(({ awardOn, proposed, due, early }) => [
    ...[...proposed, ...due]
      .filter((line) => line.memberId === memberId)
      .map((line) => [awardOn, line.years, line.kind, line.badge?.state]),
    ...early.filter((line) => line.memberId === memberId).map((line) => [awardOn, line.years, line.kind, null]),
  ]);
}

describe("the award days of a year", () => {
  it("list once who is due and who could have it early, and once it is proposed that", async () => {
    const memberId = await since("1992-06-01");
    const { office } = register.actors;
    expect(await linesOf(office, memberId)).toEqual([
      ["2022-02-03", 30, "EARLY", null],
      ["2022-09-02", 30, "ON_TIME", undefined],
    ]);
    await proposeBadges(office, { ...paper, memberId: [memberId] });
    expect(await linesOf(office, memberId)).toEqual([["2022-11-07", 30, "ON_TIME", "PROPOSED"]]);
  });

  it("hold the own branch for a secretary, everybody for the leader, and are closed to others", async () => {
    const [own, other] = [await since("1980-01-01"), await since("1980-01-01", register.otherBranchId)];
    const { secretary, leader, inCharge, inspector, admin, ordinary } = register.actors;
    expect((await linesOf(secretary, own)).length).toBeGreaterThan(0);
    expect(await linesOf(secretary, other)).toEqual([]);
    expect((await linesOf(leader, other)).length).toBeGreaterThan(0);
    for (const actor of [inCharge, inspector, admin, ordinary]) {
      await expect(getBadgeYear(actor, 2022)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(listMemberBadges(secretary, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keep who died within the year before as posthumous, for the office", async () => {
    const memberId = await since("1993-01-01");
    await recordDeath(register.system, { memberId, diedOn: day("2022-08-01"), reason: null });
    expect(await linesOf(register.actors.office, memberId)).toEqual([
      ["2022-02-03", 30, "EARLY", null],
      ["2022-09-02", 30, "POSTHUMOUS", undefined],
    ]);
  });
});

describe("proposing badges", () => {
  it("enters each under the rules of the day, and tells the audit", async () => {
    const memberId = await since("1977-06-01");
    await proposeBadges(register.actors.office, { ...paper, memberId: [memberId] });
    expect(await badgesOf(memberId)).toMatchObject([{ years: 45, kind: "ON_TIME", state: "PROPOSED" }]);
    const after = { years: 45, kind: "ON_TIME" };
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "badges.proposed", after });
  });

  it("is all or nothing, and refuses whom none is due to", async () => {
    const [due, young] = [await since("1977-06-01"), await since("2010-06-01")];
    await expect(proposeBadges(register.actors.office, { ...paper, memberId: [due, young] })).rejects.toMatchObject({
      code: "RULE",
      reason: "badges.errors.notDue",
    });
    expect([await badgesOf(due), await badgesOf(young)]).toEqual([[], []]);
  });

  it.each([
    [{ awardOn: day("2022-11-08") }, "badges.errors.noAwardDay"],
    [{ awardOn: day("2019-11-07") }, "badges.errors.noRules"],
    [{ proposedOn: day("2199-01-01") }, "badges.errors.paperInFuture"],
  ])("refuses %j", async (wrong, reason) => {
    const memberId = await since("1977-06-01");
    await expect(
      proposeBadges(register.actors.office, { ...paper, ...wrong, memberId: [memberId] }),
    ).rejects.toMatchObject({ code: "RULE", reason });
    expect(await badgesOf(memberId)).toEqual([]);
  });

  it("is the office's, within its register", async () => {
    const memberId = await since("1977-06-01");
    const { leader, secretary, otherSecretary, admin } = register.actors;
    const input = { ...paper, memberId: [memberId] };
    await expect(proposeBadges(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(proposeBadges(secretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(proposeBadges(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(proposeBadges(admin, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const foreign = await openRegister();
    await expect(proposeBadges(foreign.actors.office, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await badgesOf(memberId)).toEqual([]);
  });

  it("by two at once happens once", async () => {
    const memberId = await since("1977-06-01");
    const twice = await Promise.allSettled(
      [1, 2].map(() => proposeBadges(register.actors.office, { ...paper, memberId: [memberId] })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await badgesOf(memberId)).toHaveLength(1);
  });
});

describe("proposing a badge early", () => {
  const early = { ...paper, earlyReason: "Giấy ra viện số 12" };

  it("is for the next milestone within the months of the rules, with its grounds", async () => {
    const memberId = await since("1993-05-01");
    await proposeEarlyBadge(register.actors.office, { ...early, memberId });
    expect(await badgesOf(memberId)).toMatchObject([{ years: 30, kind: "EARLY", state: "PROPOSED" }]);
  });

  it("is refused where the milestone is too far, or the years are full", async () => {
    for (const admittedOn of ["1994-05-01", "1992-05-01"]) {
      const memberId = await since(admittedOn);
      await expect(proposeEarlyBadge(register.actors.office, { ...early, memberId })).rejects.toMatchObject({
        reason: "badges.errors.tooEarly",
      });
      await expect(proposeEarlyBadge(register.actors.secretary, { ...early, memberId })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      expect(await badgesOf(memberId)).toEqual([]);
    }
  });
});

describe("the decision", () => {
  it("gives what was proposed, once", async () => {
    const { memberId, badgeId } = await proposed();
    const { office } = register.actors;
    const twice = await Promise.allSettled([1, 2].map(() => decideBadges(office, { ...decision, badgeId: [badgeId] })));
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await badgesOf(memberId)).toMatchObject([{ state: "AWARDED", version: 2 }]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "badges.awarded" });
  });

  it("comes after the proposal and from the office", async () => {
    const { memberId, badgeId } = await proposed();
    const { office, leader, otherSecretary } = register.actors;
    const input = { ...decision, badgeId: [badgeId] };
    await expect(decideBadges(office, { ...input, decidedOn: day("2022-09-30") })).rejects.toMatchObject({
      reason: "badges.errors.decidedBeforeProposed",
    });
    await expect(decideBadges(leader, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(decideBadges(otherSecretary, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await badgesOf(memberId)).toMatchObject([{ state: "PROPOSED", version: 1 }]);
  });

  it("stands, also against a direct statement", async () => {
    const { memberId, badgeId } = await proposed();
    await decideBadges(register.actors.office, { ...decision, badgeId: [badgeId] });
    await expect(ownerRows(`UPDATE "PartyBadge" SET years = 60 WHERE id = $1`, [badgeId])).rejects.toThrow(
      /stays as it is/,
    );
    expect(await badgesOf(memberId)).toMatchObject([{ years: 30 }]);
  });
});

describe("withdrawing", () => {
  it("keeps the badge with the reason, and lets it be proposed again", async () => {
    const { memberId, badgeId } = await proposed();
    const { office } = register.actors;
    const input = { id: badgeId, version: 1, withdrawReason: "Ghi nhầm người" };
    await expect(withdrawBadge(office, { ...input, version: 2 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(withdrawBadge(register.actors.secretary, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await withdrawBadge(office, input);
    await expect(withdrawBadge(office, { ...input, version: 2 })).rejects.toMatchObject({ code: "CONFLICT" });
    await proposeBadges(office, { ...paper, memberId: [memberId] });
    expect((await badgesOf(memberId)).map(({ state }) => state)).toEqual(["PROPOSED", "WITHDRAWN"]);
    const { badges } = await listMemberBadges(register.actors.secretary, memberId);
    expect(badges.map(({ withdrawReason }) => withdrawReason)).toContain("Ghi nhầm người");
  });
});

describe("a badge from old papers", () => {
  const input = {
    years: 40,
    awardOn: day("2017-11-07"),
    decisionNumber: "8-QĐ/TU",
    decidedOn: day("2017-10-20"),
    badgeNumber: "00123456",
  };

  it("is entered once, and what it covers is no longer due", async () => {
    const memberId = await since("1977-06-01");
    const { office } = register.actors;
    await recordBadge(office, { ...input, memberId });
    await expect(recordBadge(office, { ...input, memberId })).rejects.toMatchObject({ reason: "badges.errors.held" });
    expect(await badgesOf(memberId)).toMatchObject([{ years: 40, state: "AWARDED" }]);
    expect((await linesOf(office, memberId)).filter(([, years]) => years === 40)).toEqual([]);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "badge.recorded", after: { years: 40 } });
  });

  it("is refused where the years were not nearly full, and to who does not keep the register", async () => {
    const about = { ...input, memberId: await since("1990-06-01") };
    const { office, leader, otherSecretary } = register.actors;
    await expect(recordBadge(office, about)).rejects.toMatchObject({ reason: "badges.errors.yearsNotFull" });
    await expect(recordBadge(leader, about)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(recordBadge(otherSecretary, about)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await badgesOf(about.memberId)).toEqual([]);
  });
});
