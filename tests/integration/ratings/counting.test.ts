import { beforeAll, describe, expect, it } from "vitest";
import { inContext } from "@/lib/core/db/context";
import { correctDecision } from "@/lib/features/ratings/commands/correct-decision";
import { type CountingAsk, listCountedRatings } from "@/lib/features/ratings/queries/counted-ratings";
import { addMembers, confirm, openRatedRegister, paper, propose, type RatedRegister, record } from "./round";

let register: RatedRegister;
let ids: string[];
let correctionId: string;
beforeAll(async () => {
  register = await openRatedRegister();
  const people = await addMembers(register, 6);
  const lines = await propose(
    register,
    people.map((id, at) => [id, at === 0 ? "COMPLETED" : "GOOD"] as const),
  );
  ids = lines.map(({ ratingId }) => ratingId);
  await record(register.actors.office, register, lines.slice(0, 3));
  await confirm(register.actors.leader, register, ids.slice(0, 2));
  const outcome = { level: "FAILED", notRatedReason: null, note: null, reason: "Chép nhầm" } as const;
  const corrected = await correctDecision(register.actors.office, {
    ratingId: ids[0] ?? "",
    version: 3,
    ...outcome,
    ...paper,
  });
  correctionId = corrected.id;
});

function counted(changes: Partial<CountingAsk> = {}) {
  const ask = { committeeId: register.committeeId, roundId: register.roundId, touched: [], isByBranch: false };
  return inContext(register.actors.leader.sessionToken, (tx) => listCountedRatings(tx, { ...ask, ...changes }));
}

describe("the ratings of a round as the cap counts them", () => {
  it("stand together by how they count, without what waits to correct them", async () => {
    const rows = await counted();
    const told = rows.map(({ id, branchId, state, level, count }) => `${id} ${branchId} ${state} ${level} ${count}`);
    expect(told.toSorted()).toEqual([
      "null null DECIDED COMPLETED 1",
      "null null DECIDED GOOD 1",
      "null null PROPOSED null 3",
      "null null RECORDED GOOD 1",
    ]);
  });

  it("stand one by one where they are touched, a correction beside what it corrects", async () => {
    const rows = await counted({ touched: [ids[0] ?? "", ids[3] ?? "", correctionId], isByBranch: true });
    const named = rows.filter(({ id }) => id !== null);
    expect(new Set(named.map(({ id }) => id))).toEqual(new Set([ids[0], ids[3], correctionId]));
    expect(named.find(({ id }) => id === correctionId)).toMatchObject({
      supersedesId: ids[0],
      state: "RECORDED",
      count: 1,
    });
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(7);
    expect(new Set(rows.map(({ branchId }) => branchId))).toEqual(new Set([register.otherBranchId]));
  });
});
