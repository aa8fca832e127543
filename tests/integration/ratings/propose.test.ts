import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { markAllNotRated, markNotRated } from "@/lib/features/ratings/commands/mark-not-rated";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { proposeBranchRating, proposeRating, proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { setTarget } from "@/lib/features/ratings/commands/set-target";
import type { ProposeRatingInput } from "@/lib/features/ratings/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { lastEvent, openEmptyRegister, ownerRows } from "../../support/register";
import { openRatedRegister, type RatedRegister, record, stored } from "./round";

let register: RatedRegister;

beforeAll(async () => {
  register = await openRatedRegister();
});

function input(memberId: string, changes: Partial<ProposeRatingInput> = {}): ProposeRatingInput {
  return { roundId: register.roundId, memberId, version: null, level: "GOOD", votedOn: null, vote: null, ...changes };
}
const vote = { base: 4, given: 4, returned: 4, excellent: 1, good: 3, completed: 0, failed: 0, invalid: 0 };

describe("opening a round", () => {
  it("keeps the rules of the reckoning day, once a year", async () => {
    const [row] = await ownerRows<{ code: string }>(
      `SELECT s.code FROM "RatingRound" r JOIN "RuleSet" s ON s.id = r."ruleSetId" WHERE r.id = $1`,
      [register.roundId],
    );
    expect(row?.code).toBe("rating-2019");
    const again = openRatingRound(register.actors.office, { year: 2022, reckoningOn: day("2022-12-31") });
    await expect(again).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "refusals.constraints.RatingRound_one_a_period",
    });
  });

  it("takes the rules of its own day, and refuses a day of another year or without rules", async () => {
    const { id } = await openRatingRound(register.actors.office, { year: 2025, reckoningOn: day("2025-12-31") });
    const [row] = await ownerRows<{ code: string }>(
      `SELECT s.code FROM "RatingRound" r JOIN "RuleSet" s ON s.id = r."ruleSetId" WHERE r.id = $1`,
      [id],
    );
    expect(row?.code).toBe("rating-2025");
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "ratingRound.opened" });
    const refused = [
      [2021, "2022-12-31", "ratings.errors.otherPeriod"],
      [2015, "2015-12-31", "ratings.errors.noRuleSet"],
    ] as const;
    for (const [year, on, reason] of refused) {
      const sent = openRatingRound(register.actors.office, { year, reckoningOn: day(on) });
      await expect(sent).rejects.toMatchObject({ code: "RULE", reason });
    }
  });

  it("is forbidden to a leader and a secretary, and gives one round where two are sent at once", async () => {
    for (const actor of [register.actors.leader, register.actors.secretary]) {
      const sent = openRatingRound(actor, { year: 2021, reckoningOn: day("2021-12-31") });
      await expect(sent).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const both = await Promise.allSettled(
      [1, 2].map(() => openRatingRound(register.actors.office, { year: 2020, reckoningOn: day("2020-12-31") })),
    );
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("a branch's proposals", () => {
  it("are entered by its secretary with the vote, and told to the audit", async () => {
    const { id } = await proposeRating(
      register.actors.secretary,
      input(register.members.woman, { vote, votedOn: day("2022-12-05") }),
    );
    expect(await stored(id)).toEqual({ state: "PROPOSED", level: null, notRatedReason: null, version: 1 });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      type: "rating.proposed",
      actorName: "Ngần Văn Thiệp",
      after: {
        proposedLevel: "GOOD",
        voteBase: 4,
        ballotsGiven: 4,
        ballotsReturned: 4,
        votesGood: 3,
        subject: "Hà Thị Ẩm",
      },
    });
    await proposeRating(register.actors.secretary, input(register.members.woman, { version: 1, level: "COMPLETED" }));
    expect(await stored(id)).toMatchObject({ version: 2 });
    const stale = proposeRating(register.actors.office, input(register.members.woman, { version: 1 }));
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", current: { level: "COMPLETED" }, version: 2 });
    const unseen = proposeRating(register.actors.office, input(register.members.woman));
    await expect(unseen).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("are never about oneself", async () => {
    const own = proposeRating(register.actors.secretary, input(register.members.secretary));
    await expect(own).rejects.toMatchObject({ code: "RULE", reason: "ratings.errors.ownRating" });
    await proposeRating(register.actors.office, input(register.members.secretary));
  });

  it("are not found outside the own branch, and forbidden to who only reads", async () => {
    const { otherSecretary, inCharge, leader, inspector, admin } = register.actors;
    for (const actor of [otherSecretary, inspector, admin]) {
      await expect(proposeRating(actor, input(register.members.deputy))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const actor of [inCharge, leader]) {
      await expect(proposeRating(actor, input(register.members.deputy))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("have ballots that add up", async () => {
    const refused = [
      [{ ...vote, good: 4 }, "ratings.errors.moreBallotsThanVoters"],
      [{ ...vote, base: 0, good: 0, excellent: 0 }, "ratings.errors.noBallots"],
      [{ ...vote, base: 99 }, "ratings.errors.voteBaseTooLarge"],
      [{ ...vote, good: 1.5 }, "ratings.errors.voteNotACount"],
      [{ ...vote, returned: 3 }, "ratings.errors.ballotsDoNotAddUp"],
      [{ ...vote, returned: null }, "ratings.errors.ballotsReturnedMissing"],
    ] as const;
    for (const [wrong, reason] of refused) {
      const sent = proposeRating(register.actors.secretary, input(register.members.deputy, { vote: wrong }));
      await expect(sent).rejects.toMatchObject({ code: "RULE", reason });
    }
    const early = proposeRating(
      register.actors.secretary,
      input(register.members.deputy, { votedOn: day("2199-01-01") }),
    );
    await expect(early).rejects.toMatchObject({ reason: "ratings.errors.votedInFuture" });
  });

  it("name no level for somebody whom the rules leave out", async () => {
    const sent = proposeRating(register.actors.secretary, input(register.members.exempt));
    await expect(sent).rejects.toMatchObject({ code: "RULE", reason: "ratings.errors.notRateable" });
  });

  it("are one where two are sent at once, and answered once where one form is sent twice", async () => {
    const both = await Promise.allSettled(
      [1, 2].map(() => proposeRating(register.actors.secretary, input(register.members.deputy))),
    );
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    const formKey = randomUUID();
    const again = input(register.members.deputy, { version: 1 });
    const first = await proposeRating(register.actors.secretary, again, { formKey });
    expect(await proposeRating(register.actors.secretary, again, { formKey })).toEqual(first);
  });

  it("come from one meeting together or not at all, and of its own branch only", async () => {
    const { secretary, other, otherSecretary } = { ...register.members };
    const meeting = (memberIds: string[]) => ({
      roundId: register.roundId,
      branchId: register.otherBranchId,
      votedOn: day("2022-12-06"),
      proposals: memberIds.map((memberId) => ({ memberId, version: null, level: "GOOD" as const, vote: null })),
    });
    const foreign = proposeRatings(register.actors.office, meeting([other, secretary]));
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(proposeRatings(register.actors.office, meeting([]))).rejects.toMatchObject({
      reason: "ratings.errors.nobodyNamed",
    });
    const { ids } = await proposeRatings(register.actors.office, meeting([other, otherSecretary]));
    expect(ids).toHaveLength(2);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "branchMeeting.proposed" });
  });

  it("end where the committee's decision has been recorded", async () => {
    const { id } = await proposeBranchRating(register.actors.otherSecretary, {
      roundId: register.roundId,
      branchId: register.otherBranchId,
      version: null,
      level: "GOOD",
      votedOn: null,
      vote: null,
    });
    await record(register.actors.office, register, [{ ratingId: id, version: 1, level: "GOOD" }]);
    const late = proposeBranchRating(register.actors.otherSecretary, {
      roundId: register.roundId,
      branchId: register.otherBranchId,
      version: 2,
      level: "EXCELLENT",
      votedOn: null,
      vote: null,
    });
    await expect(late).rejects.toMatchObject({ code: "RULE", reason: "ratings.errors.alreadyRecorded" });
  });
});

describe("who is not rated", () => {
  it("is entered with a reason that the records bear out", async () => {
    const { roundId } = register;
    const one = { roundId, memberId: register.members.exempt, version: null };
    const untrue = markNotRated(register.actors.secretary, { ...one, reason: "SUSPENDED", note: null });
    await expect(untrue).rejects.toMatchObject({ code: "RULE", reason: "ratings.errors.reasonNotTrue" });
    const silent = markNotRated(register.actors.secretary, { ...one, reason: "OTHER", note: null });
    await expect(silent).rejects.toMatchObject({ code: "RULE", reason: "ratings.errors.noteMissing" });
    const { id } = await markNotRated(register.actors.secretary, { ...one, reason: "EXEMPT", note: null });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "rating.excluded" });
    await record(register.actors.office, register, [{ ratingId: id, version: 1, level: null }]);
    expect(await stored(id)).toMatchObject({ state: "RECORDED", level: null, notRatedReason: "EXEMPT" });
  });

  it("may be several at once", async () => {
    const cases = [
      { memberId: register.members.inCharge, version: null, reason: "OTHER" as const, note: "Đi học tập trung" },
    ];
    const { ids } = await markAllNotRated(register.actors.office, { roundId: register.roundId, cases });
    expect(ids).toHaveLength(1);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "ratings.excluded" });
  });
});

describe("targets and rules", () => {
  it("are set by the office, an older version never over a newer one", async () => {
    const target = { year: 2023, kind: "BRANCHES_GOOD_OR_BETTER" as const, value: 1000, document: null, version: null };
    await setTarget(register.actors.office, target);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "target.set" });
    await setTarget(register.actors.office, { ...target, value: 950, version: 1 });
    const stale = setTarget(register.actors.office, { ...target, value: 900, version: 1 });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", current: { value: "95" } });
    await expect(setTarget(register.actors.leader, target)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are copied from the catalogue once", async () => {
    const system = await openEmptyRegister();
    const { ids } = await installRuleSets(system);
    expect(ids.length).toBeGreaterThan(4);
    await expect(installRuleSets(system)).rejects.toMatchObject({
      code: "RULE",
      reason: "ruleSets.errors.nothingMissing",
    });
    await expect(installRuleSets(register.actors.leader)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
