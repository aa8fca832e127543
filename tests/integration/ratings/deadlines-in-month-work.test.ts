import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, yearOf } from "@/lib/core/day";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { proposeBranchRating, proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { recordDecisions } from "@/lib/features/ratings/commands/record-decisions";
import { setRatingDeadlines } from "@/lib/features/ratings/commands/set-rating-deadlines";
import { type Deadlines, NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import { openRatedRegister, paper, type RatedRegister } from "./round";

let register: RatedRegister;
let roundId: string;
let year: number;
let version: number | null = null;

beforeAll(async () => {
  register = await openRatedRegister();
  const { today } = register.system;
  year = yearOf(today);
  roundId = (await openRatingRound(register.actors.office, { year, reckoningOn: today })).id;
});

async function due(deadlines: Partial<Deadlines>, reason: string | null = null) {
  await setRatingDeadlines(register.actors.office, {
    roundId,
    version,
    reason,
    deadlines: { ...NO_DEADLINES, ...deadlines },
  });
  version = (version ?? 0) + 1;
}
const inDays = (days: number): Day => addDays(register.system.today, days);

async function linesOf(actor: Actor) {
  const { lines } = await getMonthWork(actor, { branch: null });
  return lines
    .filter(
      ({ kind, name }) => kind === "RATING_TO_PROPOSE" || (kind.startsWith("RATINGS_TO") && name === String(year)),
    )
    .map(({ kind, branchId, name, on, count, isLate, href }) => [kind, branchId, name, on, count, isLate, href]);
}

describe("deadlines of ratings in the month's work", () => {
  it("are named from two weeks before, to the branch and to who sees what all branches propose", async () => {
    const { actors, branchId, otherBranchId } = register;
    expect(await linesOf(actors.secretary)).toEqual([]);
    await due({ meetingDueOn: inDays(15) });
    for (const actor of [actors.secretary, actors.office, actors.leader]) expect(await linesOf(actor)).toEqual([]);
    await due({ meetingDueOn: inDays(14), proposalDueOn: inDays(20) });
    const meeting = `/ratings/${year}/meeting?branch=`;
    const list = (id: string) => `/ratings/${year}?branch=${id}&state=toPropose`;
    // The exempt one is left out by the rules, and the secretary does not propose of himself.
    const [own, all, other] = ["3", "4", "3"];
    const line = (id: string, name: string, href: string) => [
      "RATING_TO_PROPOSE",
      id,
      name,
      inDays(14),
      null,
      false,
      href,
    ];
    expect(await linesOf(actors.secretary)).toEqual([line(branchId, own, meeting + branchId)]);
    expect(await linesOf(actors.office)).toEqual([
      line(otherBranchId, other, meeting + otherBranchId),
      line(branchId, all, meeting + branchId),
    ]);
    expect(await linesOf(actors.leader)).toEqual([
      line(otherBranchId, other, list(otherBranchId)),
      line(branchId, all, list(branchId)),
    ]);
    expect(await linesOf(actors.inCharge)).toEqual([]);
  });

  it("are late once over, lead to what is still open, and go with what the branch has sent", async () => {
    const { actors, branchId, members } = register;
    await due({ meetingDueOn: inDays(-2), proposalDueOn: inDays(-1), decisionDueOn: inDays(-1) });
    expect((await linesOf(actors.secretary)).map(([, , , on, , isLate]) => [on, isLate])).toEqual([[inDays(-2), true]]);
    const unvoted = { version: null, vote: null, level: "GOOD" as const };
    const { ids } = await proposeRatings(actors.secretary, {
      ...{ roundId, branchId, votedOn: null },
      proposals: [members.woman, members.deputy, members.probationer].map((memberId) => ({ ...unvoted, memberId })),
    });
    const own = `/ratings/${year}/propose?branch=${branchId}`;
    expect(await linesOf(actors.secretary)).toEqual([
      ["RATING_TO_PROPOSE", branchId, "0", inDays(-1), null, true, own],
    ]);
    await proposeBranchRating(actors.secretary, { ...unvoted, roundId, branchId, votedOn: null });
    expect(await linesOf(actors.secretary)).toEqual([]);
    const waiting = (kind: string, count: number, page: string) => [
      ...[kind, null, String(year), inDays(-1), count, true, `/ratings/${year}/${page}`],
    ];
    expect(await linesOf(actors.office)).toContainEqual(waiting("RATINGS_TO_RECORD", 4, "record"));
    const decisions = ids.map((ratingId) => ({ ratingId, version: 1, level: "GOOD" as const }));
    await recordDecisions(actors.office, {
      ...paper,
      decidedOn: register.system.today,
      roundId,
      decisions,
      reason: null,
    });
    expect(await linesOf(actors.leader)).toContainEqual(waiting("RATINGS_TO_CONFIRM", 3, "confirm"));
    await due({ decisionDueOn: inDays(10) }, "Lùi ngày họp");
    const confirming = (await linesOf(actors.leader)).find(([kind]) => kind === "RATINGS_TO_CONFIRM");
    expect(confirming?.slice(3, 6)).toEqual([inDays(10), 3, false]);
  });
});
