import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { proposeBranchRating, proposeRating } from "@/lib/features/ratings/commands/propose-ratings";
import { setRatingDeadlines } from "@/lib/features/ratings/commands/set-rating-deadlines";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import { openRatedRegister, type RatedRegister } from "./round";

let register: RatedRegister;

const usual = { ...NO_DEADLINES, meetingDueOn: day("2022-12-05"), decisionDueOn: day("2022-12-31") };

function propose(actor: Actor, memberId: string) {
  const unvoted = { roundId: register.roundId, version: null, votedOn: null, vote: null };
  return proposeRating(actor, { ...unvoted, memberId, level: "GOOD" });
}

beforeEach(async () => {
  register = await openRatedRegister();
});

describe("how far the branches are", () => {
  const whole = roundFilter.parse({});
  const stepsFor = async (actor: Actor) => {
    const { steps } = await getRound(actor, "2022", whole);
    return Object.fromEntries(
      steps.map(({ step, counts, open }) => [
        step,
        [...counts.map(({ done, total }) => `${done}/${total}`), ...open.map(({ branchId }) => branchId)],
      ]),
    );
  };

  it("is told of all branches to who reads all ratings, and of the own one to its secretary", async () => {
    const { actors, members, branchId, otherBranchId, roundId } = register;
    await setRatingDeadlines(actors.office, { roundId, version: null, reason: null, deadlines: usual });
    // Of seven members one is exempt; the rules leave that one out.
    expect(await stepsFor(actors.leader)).toMatchObject({
      selfReview: [],
      meeting: ["0/2", otherBranchId, branchId],
      proposal: ["0/2", "0/6", otherBranchId, branchId],
      decision: ["0/2", "0/6", otherBranchId, branchId],
      announcement: [],
    });
    for (const memberId of [members.woman, members.deputy]) await propose(actors.secretary, memberId);
    // Nobody is shown what is proposed of the own person, so that it is not counted against the reader.
    expect(await stepsFor(actors.secretary)).toMatchObject({ meeting: ["1/1"], proposal: ["0/1", "2/2", branchId] });
    const unvoted = { roundId, version: null, votedOn: null, vote: null, level: "GOOD" as const };
    await proposeBranchRating(actors.secretary, { ...unvoted, branchId });
    expect(await stepsFor(actors.secretary)).toMatchObject({
      proposal: ["1/1", "2/2"],
      decision: ["0/1", "0/2", branchId],
    });
    expect(await stepsFor(actors.office)).toMatchObject({
      meeting: ["1/2", otherBranchId],
      proposal: ["0/2", "2/6", otherBranchId, branchId],
    });
    await propose(actors.office, members.secretary);
    expect(await stepsFor(actors.office)).toMatchObject({ proposal: ["1/2", "3/6", otherBranchId] });
    const { steps } = await getRound(actors.leader, "2022", whole);
    for (const { counts } of steps)
      for (const { of, done, total, doneState, openState } of counts) {
        const list = async (state: string) =>
          (await getRound(actors.leader, "2022", roundFilter.parse({ state }))).shown[of].length;
        expect([await list(doneState), await list(openState)]).toEqual([done, total - done]);
      }
  });

  it("is told to nobody who does not see what branches propose", async () => {
    const { inCharge, inspector } = register.actors;
    for (const reader of [inCharge, inspector])
      expect(await stepsFor(reader)).toEqual({
        ...{ selfReview: [], meeting: [], proposal: [], decision: [], announcement: [] },
      });
  });
});
