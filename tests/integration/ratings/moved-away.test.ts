import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { ownerRows } from "../../support/register";
import { openRatedRegister, type RatedRegister } from "./round";

let register: RatedRegister;

beforeAll(async () => {
  register = await openRatedRegister();
  const { committeeId, otherBranchId, members } = register;
  const ended = [committeeId, members.woman];
  await ownerRows(
    `UPDATE "Membership" SET "endsOn" = '2023-03-01', "endReason" = 'TRANSFERRED' WHERE "committeeId" = $1 AND "memberId" = $2`,
    ended,
  );
  await ownerRows(
    `INSERT INTO "Membership" ("committeeId", id, "memberId", "branchId", kind, "startsOn")
      VALUES ($1, gen_random_uuid(), $2, $3, 'OFFICIAL', '2023-03-01')`,
    [...ended, otherBranchId],
  );
});

const owedTo = async (actor: Actor) => {
  const { members } = await getRound(actor, "2022", roundFilter.parse({ size: "all" }));
  return members.filter(({ standing }) => standing === "OWED").map(({ memberId }) => memberId);
};

describe("somebody who has gone to another branch since the day of reckoning", () => {
  it("is owed by the office alone: the branch that met then no longer reads the record", async () => {
    const { office, secretary, otherSecretary } = register.actors;
    const { woman } = register.members;
    expect(await owedTo(office)).toContain(woman);
    for (const reader of [secretary, otherSecretary]) expect(await owedTo(reader)).not.toContain(woman);
  });

  it("does not keep the branch from proposing all whom it is shown", async () => {
    const { secretary } = register.actors;
    const { roundId, branchId } = register;
    const owed = await owedTo(secretary);
    expect(owed.length).toBeGreaterThan(0);
    const proposals = owed.map((memberId) => ({ memberId, level: "GOOD" as const, version: null, vote: null }));
    await proposeRatings(secretary, { roundId, branchId, votedOn: null, proposals });
    expect(await owedTo(secretary)).toEqual([]);
  });
});
