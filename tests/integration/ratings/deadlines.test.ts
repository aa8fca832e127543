import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { proposeRating } from "@/lib/features/ratings/commands/propose-ratings";
import { setRatingDeadlines } from "@/lib/features/ratings/commands/set-rating-deadlines";
import { findUsualDecision, getDeadlines } from "@/lib/features/ratings/queries/get-deadlines";
import { type Deadlines, NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import { lastEvent, openRegister, ownerRows } from "../../support/register";
import { openRatedRegister, type RatedRegister } from "./round";

let register: RatedRegister;

const set = (days: Partial<Record<keyof Deadlines, string>>): Deadlines => ({
  ...NO_DEADLINES,
  ...Object.fromEntries(Object.entries(days).map(([name, on]) => [name, day(on)])),
});
const usual = set({ meetingDueOn: "2022-12-05", proposalDueOn: "2022-12-10", decisionDueOn: "2022-12-31" });
const later = { ...usual, proposalDueOn: day("2022-12-15") };

function send(actor: Actor, deadlines: Deadlines, version: number | null = null, reason: string | null = null) {
  return setRatingDeadlines(actor, { roundId: register.roundId, version, reason, deadlines });
}
function propose(actor: Actor, memberId: string) {
  const unvoted = { roundId: register.roundId, version: null, votedOn: null, vote: null };
  return proposeRating(actor, { ...unvoted, memberId, level: "GOOD" });
}
function stored() {
  return ownerRows<{ version: number; proposal: string | null; reason: string | null; by: string }>(
    `SELECT version, "proposalDueOn"::text AS proposal, reason, "setBy" AS by FROM "RatingDeadlines"
      WHERE "roundId" = $1 ORDER BY version`,
    [register.roundId],
  );
}
function insertRaw(actor: Actor, version: number, on: Day, reason: string | null = null) {
  return inContext(
    actor.sessionToken,
    (
      tx,
    ) => tx.$executeRaw`INSERT INTO "RatingDeadlines" ("committeeId", "roundId", version, "decisionDueOn", reason, "setById", "setBy")
      VALUES (${actor.committeeId}::uuid, ${register.roundId}::uuid, ${version}, ${on}::date, ${reason}, ${actor.accountId}::uuid, 'x')`,
  );
}

beforeEach(async () => {
  register = await openRatedRegister();
});

describe("setting deadlines", () => {
  it("keeps each setting as a version of its own, with who, what was otherwise and why", async () => {
    const { office, secretary, leader, inspector, inCharge, ordinary } = register.actors;
    await send(office, usual);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "ratingRound.deadlinesSet" });
    await send(office, later, 1, "Công văn của Huyện ủy");
    expect(await stored()).toEqual([
      { version: 1, proposal: "2022-12-10", reason: null, by: office.displayName },
      { version: 2, proposal: "2022-12-15", reason: "Công văn của Huyện ủy", by: office.displayName },
    ]);
    const [event] = await ownerRows<{ reason: string }>(
      `SELECT reason FROM "AuditEvent" WHERE "committeeId" = $1 ORDER BY seq DESC LIMIT 1`,
      [register.committeeId],
    );
    expect(event?.reason).toBe("Công văn của Huyện ủy");
    for (const reader of [office, secretary, leader, inspector, inCharge, ordinary]) {
      const { round, settings, version, can } = await getDeadlines(reader, "2022");
      expect([round.deadlines, version, can.set]).toEqual([later, 2, reader === office]);
      expect(settings.map(({ changes, reason }) => [changes.length, reason])).toEqual([
        [1, "Công văn của Huyện ủy"],
        [3, null],
      ]);
      expect(settings[0]?.changes).toEqual([{ step: "proposal", from: "2022-12-10", to: "2022-12-15" }]);
    }
  });

  it("is the office's alone; a round of elsewhere is not there, and raw SQL writes no more than the command", async () => {
    const { office, leader, secretary, inCharge, inspector, admin, ordinary } = register.actors;
    for (const reader of [leader, secretary, inCharge, inspector, ordinary])
      await expect(send(reader, usual)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const foreign = (await openRegister()).actors.office;
    for (const stranger of [admin, foreign]) {
      await expect(send(stranger, usual)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getDeadlines(stranger, "2022")).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    for (const actor of [leader, secretary, foreign])
      await expect(insertRaw(actor, 1, day("2022-12-31"))).rejects.toThrow(/row-level security|violates foreign key/);
    expect(await stored()).toEqual([]);
    await send(office, usual);
    const change = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "RatingDeadlines" SET "setBy" = 'x' WHERE "roundId" = ${register.roundId}::uuid`,
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it("is done once where it is sent twice, and once where two people send it at once", async () => {
    const { office } = register.actors;
    const input = { roundId: register.roundId, version: null, reason: null, deadlines: usual };
    const formKey = randomUUID();
    await setRatingDeadlines(office, input, { formKey });
    await setRatingDeadlines(office, input, { formKey });
    expect(await stored()).toHaveLength(1);
    const both = await Promise.allSettled([
      send(office, later, 1),
      send(office, { ...usual, decisionDueOn: day("2022-12-30") }, 1),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored()).toHaveLength(2);
  });

  it("refuses an older version with the values of both", async () => {
    const { office } = register.actors;
    await send(office, usual);
    await send(office, later, 1);
    const conflict = { code: "CONFLICT", version: 2, current: { proposalDueOn: "15/12/2022", selfReviewDueOn: "" } };
    await expect(send(office, usual, 1)).rejects.toMatchObject(conflict);
    await expect(send(office, usual, null)).rejects.toMatchObject(conflict);
    await expect(send(office, usual, 7)).rejects.toMatchObject(conflict);
    await expect(insertRaw(office, 2, day("2022-12-31"))).rejects.toThrow(/RatingDeadlines_pkey|already exists/);
    await expect(insertRaw(office, 4, day("2022-12-31"))).rejects.toThrow(/follows the last one/);
    expect(await stored()).toHaveLength(2);
  });

  it("refuses days out of order and far away, in the command and in the database", async () => {
    const { office } = register.actors;
    const wrong = { ...usual, meetingDueOn: day("2022-12-11") };
    await expect(send(office, wrong)).rejects.toMatchObject({
      ...{ code: "RULE", reason: "ratingDeadlines.errors.outOfOrder", field: "proposalDueOn" },
      params: { on: "10/12/2022", earlierOn: "11/12/2022" },
    });
    await expect(send(office, set({ decisionDueOn: "2023-07-01" }))).rejects.toMatchObject({
      ...{ code: "RULE", reason: "ratingDeadlines.errors.tooFar", field: "decisionDueOn" },
    });
    for (const on of ["2022-06-29", "2023-07-01"])
      await expect(insertRaw(office, 1, day(on))).rejects.toThrow(/too far from the reckoning day/);
    const forged = ownerRows(
      `INSERT INTO "RatingDeadlines" ("committeeId", "roundId", version, "selfReviewDueOn", "decisionDueOn", "setBy")
        VALUES ($1, $2, 1, '2022-12-02', '2022-12-01', 'x')`,
      [register.committeeId, register.roundId],
    );
    await expect(forged).rejects.toThrow(/RatingDeadlines_in_order/);
    expect(await stored()).toEqual([]);
  });

  it("needs a reason once a branch has proposed, and none while somebody is only left out", async () => {
    const { actors, members } = register;
    await send(actors.office, usual);
    expect((await getDeadlines(actors.office, "2022")).isReasonNeeded).toBe(false);
    await propose(actors.secretary, members.woman);
    expect((await getDeadlines(actors.office, "2022")).isReasonNeeded).toBe(true);
    await expect(send(actors.office, later, 1)).rejects.toMatchObject({
      ...{ code: "RULE", reason: "ratingDeadlines.errors.reasonMissing", field: "reason" },
    });
    for (const reason of [null, " "])
      await expect(insertRaw(actors.office, 2, day("2022-12-31"), reason)).rejects.toThrow(/has proposed|_reason/);
    expect(await stored()).toHaveLength(1);
    await send(actors.office, later, 1, "Mưa lũ, chi bộ không họp được");
    expect(await stored()).toHaveLength(2);
  });

  it("is over once the round is closed", async () => {
    const { office } = register.actors;
    await ownerRows(`UPDATE "RatingRound" SET "closedOn" = '2023-01-20' WHERE id = $1`, [register.roundId]);
    await expect(send(office, usual)).rejects.toMatchObject({ code: "RULE", reason: "ratings.errors.roundClosed" });
    await expect(insertRaw(office, 1, day("2022-12-31"))).rejects.toThrow(/the round is closed/);
    expect((await getDeadlines(office, "2022")).can.set).toBe(false);
  });
});

describe("opening a round with deadlines", () => {
  it("keeps them as the first version, and opens nothing where they are out of order", async () => {
    const { office } = register.actors;
    const deadlines = set({ meetingDueOn: "2023-12-05", decisionDueOn: "2023-12-31" });
    const input = { year: 2023, reckoningOn: day("2023-12-31"), deadlines };
    const wrong = { ...input, deadlines: { ...deadlines, meetingDueOn: day("2024-01-01") } };
    await expect(openRatingRound(office, wrong)).rejects.toMatchObject({ reason: "ratingDeadlines.errors.outOfOrder" });
    expect(
      await ownerRows(`SELECT 1 FROM "RatingRound" WHERE "committeeId" = $1 AND year = 2023`, [office.committeeId]),
    ).toEqual([]);
    await openRatingRound(office, input);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "ratingRound.opened" });
    const { round, version, settings } = await getDeadlines(office, "2023");
    expect([round.deadlines, version, settings.length]).toEqual([deadlines, 1, 1]);
  });

  it("is offered the day that the rules of the year name for the decision, as not confirmed", async () => {
    const { office, secretary } = register.actors;
    expect(await findUsualDecision(office, 2025)).toEqual({
      ...{ on: "2025-12-31", certainty: "UNCONFIRMED", document: "QĐ 366-QĐ/TW; HD 43-HD/BTCTW" },
    });
    expect(await findUsualDecision(secretary, 2025)).toBeNull();
    expect(await findUsualDecision(office, 2010)).toBeNull();
  });
});
