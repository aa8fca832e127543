import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { correctDecision } from "@/lib/features/ratings/commands/correct-decision";
import { proposeRating, proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { ownerRows } from "../../support/register";
import { confirm, openRatedRegister, paper, type RatedRegister, record } from "./round";

let register: RatedRegister;

const vote = { base: 2, given: 2, returned: 2, excellent: 0, good: 2, completed: 0, failed: 0, invalid: 0 };
const columns = `"voteBase", "ballotsGiven", "ballotsReturned", "votesGood"`;

beforeAll(async () => {
  register = await openRatedRegister();
});

function meet(changed: Partial<typeof vote>, version: number | null = null) {
  const proposal = { memberId: register.members.other, version, level: "GOOD" as const, vote: { ...vote, ...changed } };
  return proposeRatings(register.actors.office, {
    ...{ roundId: register.roundId, branchId: register.otherBranchId, votedOn: null },
    proposals: [proposal],
  });
}

async function stored(ids: readonly string[]) {
  return ownerRows(`SELECT ${columns} FROM "Rating" WHERE id = ANY ($1::uuid[])`, [ids]);
}

describe("the ballots of a branch's meeting", () => {
  it("say of which member they do not add up, and nothing is written", async () => {
    const { other } = register.members;
    await expect(meet({ base: 99 })).rejects.toMatchObject({ field: `base-${other}` });
    await expect(meet({ good: 3 })).rejects.toMatchObject({ field: `level-${other}` });
    await expect(meet({ returned: 1 })).rejects.toMatchObject({ field: "ballotsReturned" });
    await expect(meet({ given: 3 })).rejects.toMatchObject({ field: "ballotsGiven" });
    expect(await ownerRows(`SELECT id FROM "Rating" WHERE "memberId" = $1`, [other])).toEqual([]);
  });

  it("add up in the database too, and stay once the committee's decision is recorded", async () => {
    const { ids } = await meet({});
    const counted = [{ voteBase: 2, ballotsGiven: 2, ballotsReturned: 2, votesGood: 2 }];
    expect(await stored(ids)).toEqual(counted);
    const change = (set: string) => ownerRows(`UPDATE "Rating" SET ${set} WHERE id = ANY ($1::uuid[])`, [ids]);
    for (const wrong of [`"ballotsReturned" = 1`, `"ballotsGiven" = 3`, `"ballotsGiven" = NULL`, `"votesGood" = 1`]) {
      await expect(change(wrong)).rejects.toThrow("Rating_ballots");
    }
    await record(register.actors.office, register, [{ ratingId: ids[0] ?? "", version: 1, level: "GOOD" }]);
    const untold = `"ballotsGiven" = NULL, "ballotsReturned" = NULL`;
    await expect(change(untold)).rejects.toThrow("a rating keeps its subject and its proposal");
    expect(await stored(ids)).toEqual(counted);
  });

  it("are entered once where a form is sent twice, and an older version is refused with what is stored", async () => {
    const { roundId, members, actors } = register;
    const input = { roundId, memberId: members.woman, version: null, level: "GOOD" as const, votedOn: null, vote };
    const formKey = randomUUID();
    const first = await proposeRating(actors.secretary, input, { formKey });
    expect(await proposeRating(actors.secretary, input, { formKey })).toEqual(first);
    const fewer = { ...vote, returned: 1, good: 1 };
    await proposeRating(actors.secretary, { ...input, version: 1, vote: fewer });
    const stale = proposeRating(actors.office, { ...input, version: 1 });
    const current = { ballotsGiven: "2", ballotsReturned: "1", votesGood: "1" };
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", current, version: 2 });
    expect(await stored([first.id])).toEqual([{ voteBase: 2, ballotsGiven: 2, ballotsReturned: 1, votesGood: 1 }]);
  });

  it("pass from a decision to its correction", async () => {
    const { roundId, members, actors, system } = register;
    const input = { roundId, memberId: members.secretary, version: null, level: "GOOD" as const, votedOn: null, vote };
    const { id } = await proposeRating(system, input);
    await record(actors.office, register, [{ ratingId: id, version: 1, level: "GOOD" }]);
    await confirm(actors.leader, register, [id]);
    const outcome = { level: "COMPLETED" as const, notRatedReason: null, note: null, reason: "Chép nhầm" };
    await correctDecision(actors.office, { ratingId: id, version: 3, ...outcome, ...paper });
    const rows = await ownerRows(`SELECT ${columns} FROM "Rating" WHERE "supersedesId" = $1`, [id]);
    expect(rows).toEqual([{ voteBase: 2, ballotsGiven: 2, ballotsReturned: 2, votesGood: 2 }]);
  });
});
