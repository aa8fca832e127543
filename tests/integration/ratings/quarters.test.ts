import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { closeRatingRound } from "@/lib/features/ratings/commands/close-rating-round";
import { confirmDecisions } from "@/lib/features/ratings/commands/confirm-decisions";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { proposeBranchRating, proposeRating } from "@/lib/features/ratings/commands/propose-ratings";
import { recordCommitteeRating, recordDecisions } from "@/lib/features/ratings/commands/record-decisions";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { listRounds } from "@/lib/features/ratings/queries/list-rounds";
import { listRuns } from "@/lib/features/ratings/queries/list-runs";
import { roundFilter } from "@/lib/features/ratings/schema";
import { lastEvent, ownerRows } from "../../support/register";
import { openRatedRegister, type RatedRegister } from "./round";

let register: RatedRegister;
let roundId: string;

const everybody = roundFilter.parse({ size: "all" });
const first = { year: 2026, quarter: 1, reckoningOn: day("2026-03-31") };
const paper = { decisionNumber: "7-QĐ/ĐU", decidedOn: day("2026-04-10"), minutesNumber: "4-BB/BTV", presentCount: 5 };

beforeAll(async () => {
  register = await openRatedRegister();
  const { office } = register.actors;
  await openRatingRound(office, { year: 2026, reckoningOn: day("2026-12-31") });
  roundId = (await openRatingRound(office, first)).id;
});

const seated = () =>
  ownerRows<{ id: string }>(
    `SELECT DISTINCT o."memberId" AS id FROM (SELECT "committeeId", "memberId", "startsOn", "endsOn" FROM "CommitteeOffice"
        UNION ALL SELECT "committeeId", "memberId", "startsOn", "endsOn" FROM "BranchOffice") o
      JOIN "Membership" h ON h."committeeId" = o."committeeId" AND h."memberId" = o."memberId" AND h.kind = 'OFFICIAL'
        AND h."startsOn" <= '2026-03-31' AND (h."endsOn" IS NULL OR h."endsOn" > '2026-03-31')
      WHERE o."committeeId" = $1 AND o."startsOn" <= '2026-03-31' AND (o."endsOn" IS NULL OR o."endsOn" > '2026-03-31')`,
    [register.committeeId],
  );

describe("a round of a quarter", () => {
  it("is opened once, of a day of that quarter, under rules that rate by quarters", async () => {
    const { office } = register.actors;
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "ratingRound.opened", after: { year: 2026, quarter: 1 } },
    });
    await expect(openRatingRound(office, first)).rejects.toMatchObject({
      reason: "refusals.constraints.RatingRound_one_a_period",
    });
    const refused = [
      [{ ...first, reckoningOn: day("2026-04-01") }, "ratings.errors.otherPeriod"],
      [{ year: 2022, quarter: 2, reckoningOn: day("2022-06-30") }, "ratings.errors.notQuarterly"],
      [{ year: 2024, quarter: 3, reckoningOn: day("2024-09-30") }, "ratings.errors.notQuarterly"],
    ] as const;
    for (const [input, reason] of refused) {
      await expect(openRatingRound(office, input)).rejects.toMatchObject({ code: "RULE", reason });
    }
  });

  it("rates who holds a post on its day and nobody else, for every reader alike", async () => {
    const { office, leader, secretary } = register.actors;
    const leading = (await seated()).map(({ id }) => id).sort();
    expect(leading.length).toBeGreaterThan(1);
    for (const reader of [office, leader]) {
      const { members, branches, round } = await getRound(reader, "2026-q1", everybody);
      expect(members.map(({ memberId }) => memberId).sort()).toEqual(leading);
      expect(new Set(branches.map(({ ruledOut }) => ruledOut))).toEqual(new Set(["NOT_OF_QUARTER"]));
      expect(round).toMatchObject({ period: "2026-q1", year: 2026, quarter: 1 });
    }
    const all = await getRound(office, "2026-q1", everybody);
    const own = all.members.filter(({ branchId }) => branchId === register.branchId).map(({ memberId }) => memberId);
    const seen = await getRound(secretary, "2026-q1", everybody);
    expect(seen.members.map(({ memberId }) => memberId)).toEqual(own);
    expect((await getRound(office, "2026", everybody)).members.length).toBeGreaterThan(leading.length);
  });

  it("takes no proposal of who holds no post, nor of a branch, and no result of the committee itself", async () => {
    const { office } = register.actors;
    const result = { roundId, version: null, level: "GOOD" as const, ...paper };
    await expect(recordCommitteeRating(office, result)).rejects.toMatchObject({ reason: "ratings.errors.notRateable" });
    expect((await getRound(office, "2026-q1", everybody)).can.recordCommittee).toBe(false);
    expect((await getRound(office, "2026", everybody)).can.recordCommittee).toBe(true);
    const proposal = { roundId, version: null, level: "GOOD", votedOn: null, vote: null } as const;
    const without = (await getRound(office, "2026", everybody)).members.map(({ memberId }) => memberId);
    const leading = new Set((await seated()).map(({ id }) => id));
    const memberId = without.find((id) => !leading.has(id)) ?? "";
    await expect(proposeRating(office, { ...proposal, memberId })).rejects.toMatchObject({
      reason: "ratings.errors.notRateable",
    });
    const { branchId } = register;
    await expect(proposeBranchRating(office, { ...proposal, branchId })).rejects.toMatchObject({
      reason: "ratings.errors.notRateable",
    });
    await expect(getRatedSubject(office, "2026-q1", { memberId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is decided and closed by itself, and stands beside the years without being one", async () => {
    const { office, leader } = register.actors;
    const figures = async () =>
      ownerRows(
        `SELECT count(*)::int AS n FROM "Rating" r JOIN "RatingRound" o ON o.id = r."roundId"
        WHERE o."committeeId" = $1 AND o.quarter IS NULL`,
        [register.committeeId],
      );
    const before = await figures();
    const { members } = await getRound(office, "2026-q1", everybody);
    const ids: string[] = [];
    for (const { memberId } of members) {
      const proposal = { roundId, memberId, version: null, level: "GOOD", votedOn: null, vote: null } as const;
      ids.push((await proposeRating(register.system, proposal)).id);
    }
    const decisions = ids.map((ratingId) => ({ ratingId, version: 1, level: "GOOD" as const }));
    await recordDecisions(office, { roundId, decisions, ...paper, reason: null });
    await confirmDecisions(leader, {
      ...{ roundId, reason: null, ratings: ids.map((ratingId) => ({ ratingId, version: 2 })) },
    });
    await closeRatingRound(office, { roundId, version: 1 });
    const [some] = members;
    const view = await getRatedSubject(leader, "2026", { memberId: some?.memberId ?? "" });
    expect(view.history).toContainEqual(expect.objectContaining({ period: "2026-q1", level: "GOOD" }));
    expect(view.run).toBeNull();
    expect((await getRatedSubject(leader, "2026-q1", { memberId: some?.memberId ?? "" })).run).toBeNull();
    expect((await listRounds(office))?.rounds.map(({ period }) => period)).toEqual(
      expect.arrayContaining(["2026", "2026-q1", "2022"]),
    );
    await expect(listRuns(leader, "2026-q1")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await figures()).toEqual(before);
  });
});
