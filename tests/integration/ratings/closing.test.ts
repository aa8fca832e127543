import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { closeRatingRound } from "@/lib/features/ratings/commands/close-rating-round";
import { correctDecision } from "@/lib/features/ratings/commands/correct-decision";
import { proposeRating } from "@/lib/features/ratings/commands/propose-ratings";
import { getRoundToClose } from "@/lib/features/ratings/queries/closing";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { lastEvent, openRegister, ownerRows } from "../../support/register";
import { decideAll } from "./closed-round";
import { confirm, openRatedRegister, paper, type RatedRegister, stored } from "./round";

const ON = day("2022-12-31");
let register: RatedRegister;

beforeEach(async () => {
  register = await openRatedRegister();
});

const close = (actor: Actor, version = 1, formKey: string | null = null) =>
  closeRatingRound(actor, { roundId: register.roundId, version }, { formKey });
async function closedOn() {
  const [row] = await ownerRows<{ on: string | null; version: number }>(
    `SELECT "closedOn"::text AS on, version FROM "RatingRound" WHERE id = $1`,
    [register.roundId],
  );
  return row;
}
async function ratingOf(memberId: string) {
  const [row] = await ownerRows<{ id: string }>(
    `SELECT id FROM "Rating" WHERE "roundId" = $1 AND "memberId" = $2 AND "supersededById" IS NULL`,
    [register.roundId, memberId],
  );
  return row?.id ?? "";
}

describe("closing a round", () => {
  it("is done by the office once all is decided, once, and is told to the audit", async () => {
    const { office } = register.actors;
    await decideAll(register, register.roundId, ON);
    expect((await getRoundToClose(office, "2022")).open).toEqual([]);
    const formKey = randomUUID();
    await close(office, 1, formKey);
    await close(office, 1, formKey);
    expect(await closedOn()).toEqual({ on: office.today, version: 2 });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "ratingRound.closed" });
    await expect(close(office, 2)).rejects.toMatchObject({ code: "RULE", reason: "ratings.errors.roundClosed" });
  });

  it("is refused with what is open, in the command and in the database", async () => {
    const { actors, members, roundId } = register;
    const unvoted = { roundId, version: null, votedOn: null, vote: null, level: "GOOD" as const };
    await expect(close(actors.office)).rejects.toMatchObject({
      ...{ code: "RULE", reason: "ratingDeadlines.errors.stillOpen" },
      params: { committee: "open", branches: 2, list: expect.stringMatching(/^Chi bộ bản Thử Hai \(4\); .+ \(5\)$/u) },
    });
    await proposeRating(actors.office, { ...unvoted, memberId: members.woman });
    const raw = inContext(
      actors.office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "RatingRound" SET "closedOn" = current_date WHERE id = ${roundId}::uuid`,
    );
    await expect(raw).rejects.toThrow(/not decided/);
    await ownerRows(`DELETE FROM "Rating" WHERE "roundId" = $1`, [roundId]);
    await decideAll(register, roundId, ON, "left");
    await expect(close(actors.office)).rejects.toMatchObject({
      params: { committee: "open", branches: 0, list: "" },
    });
    expect(await closedOn()).toEqual({ on: null, version: 1 });
  });

  it("is the office's alone; a round of elsewhere is not there, and an older version is refused", async () => {
    const { office, leader, secretary, inspector, admin, ordinary } = register.actors;
    await decideAll(register, register.roundId, ON);
    for (const reader of [leader, secretary, inspector, ordinary]) {
      await expect(close(reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getRoundToClose(reader, "2022")).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const foreign = (await openRegister()).actors.office;
    for (const stranger of [admin, foreign]) await expect(close(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(close(office, 7)).rejects.toMatchObject({ code: "CONFLICT" });
    const both = await Promise.allSettled([close(office), close(office)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const again = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "RatingRound" SET "closedOn" = NULL WHERE id = ${register.roundId}::uuid`,
    );
    await expect(again).rejects.toThrow(/stays closed/);
  });

  it("leaves corrections alone to be written and confirmed", async () => {
    const { actors, members, roundId } = register;
    await decideAll(register, roundId, ON);
    await close(actors.office);
    const unvoted = { roundId, version: null, votedOn: null, vote: null, level: "GOOD" as const };
    await expect(proposeRating(actors.office, { ...unvoted, memberId: members.woman })).rejects.toMatchObject({
      code: "RULE",
    });
    const raw = inContext(
      actors.office.sessionToken,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO "Rating" ("committeeId", id, "roundId", subject, "branchId", state, "proposedLevel", "proposedById")
        VALUES (${actors.office.committeeId}::uuid, gen_random_uuid(), ${roundId}::uuid, 'BRANCH', ${register.branchId}::uuid, 'PROPOSED',
          'GOOD', ${actors.office.accountId}::uuid)`,
    );
    await expect(raw).rejects.toThrow(/RatingRound|Rating_one_per_branch|the round is closed/);
    const ratingId = await ratingOf(members.woman);
    expect((await getRatedSubject(actors.office, "2022", { ratingId })).can).toMatchObject({
      ...{ propose: false, record: false, correct: true },
    });
    const { id } = await correctDecision(actors.office, {
      ...{ ratingId, version: 1, level: "COMPLETED", notRatedReason: null, note: null, reason: "Ghi nhầm" },
      ...paper,
    });
    expect((await getRatedSubject(actors.second, "2022", { ratingId: id })).can.confirm?.id).toBe(id);
    await confirm(actors.second, register, [id], 1);
    expect(await stored(id)).toMatchObject({ state: "DECIDED", level: "COMPLETED" });
    expect(await closedOn()).toMatchObject({ on: actors.office.today });
  });
});
