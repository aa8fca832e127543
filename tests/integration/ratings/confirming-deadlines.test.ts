import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { getMonthWork } from "@/lib/features/month-work/queries/get-month-work";
import { confirmRatingDeadlines } from "@/lib/features/ratings/commands/confirm-rating-deadlines";
import { setRatingDeadlines } from "@/lib/features/ratings/commands/set-rating-deadlines";
import { getDeadlines } from "@/lib/features/ratings/queries/get-deadlines";
import { NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import { lastEvent, ownerRows, signInAs } from "../../support/register";
import { openRatedRegister, type RatedRegister } from "./round";

let register: RatedRegister;

const send = (actor: Actor, decisionDueOn: string, version: number | null = null) =>
  setRatingDeadlines(actor, {
    ...{ roundId: register.roundId, version, reason: null },
    deadlines: { ...NO_DEADLINES, decisionDueOn: day(decisionDueOn) },
  });

beforeEach(async () => {
  register = await openRatedRegister();
});

describe("confirming deadlines", () => {
  const hands = () =>
    ownerRows<{ version: number; by: string | null }>(
      `SELECT version, "confirmedById" AS by FROM "RatingDeadlines" WHERE "roundId" = $1 ORDER BY version`,
      [register.roundId],
    );
  const confirming = (actor: Actor, version: number, sending = {}) =>
    confirmRatingDeadlines(actor, { roundId: register.roundId, version }, sending);
  const confirmRaw = (actor: Actor, version: number) =>
    inContext(
      actor.sessionToken,
      (
        tx,
      ) => tx.$executeRaw`UPDATE "RatingDeadlines" SET "confirmedById" = ${actor.accountId}::uuid, "confirmedBy" = 'x',
        "confirmedAt" = now() WHERE "roundId" = ${register.roundId}::uuid AND version = ${version}`,
    );
  const waiting = async (actor: Actor) =>
    (await getMonthWork(actor, { branch: null })).lines.filter(({ kind }) => kind === "DEADLINES_TO_CONFIRM");

  it("is a leader's, once, of what holds; each new setting waits anew", async () => {
    const { office, leader } = register.actors;
    await send(office, "2022-12-31");
    expect(await waiting(leader)).toMatchObject([{ name: "2022", href: "/ratings/2022/deadlines" }]);
    expect(await waiting(office)).toEqual([]);
    expect((await getDeadlines(leader, "2022")).can).toEqual({ set: false, confirm: true });
    const formKey = randomUUID();
    await confirming(leader, 1, { formKey });
    await confirming(leader, 1, { formKey });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "ratingRound.deadlinesConfirmed" });
    expect(await hands()).toEqual([{ version: 1, by: leader.accountId }]);
    expect((await getDeadlines(leader, "2022")).settings[0]?.confirmed).toMatchObject({ by: leader.displayName });
    expect(await waiting(leader)).toEqual([]);
    await expect(confirming(leader, 1)).rejects.toMatchObject({ reason: "ratingDeadlines.errors.confirmed" });
    await send(office, "2022-12-30", 1);
    await expect(confirming(leader, 1)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await waiting(leader)).toHaveLength(1);
  });

  it("is nobody else's, nor the setter's though he leads too, by whatever hand (SOD-1)", async () => {
    const { office, leader, secretary, inspector, admin } = register.actors;
    const both = await signInAs(register.committeeId, "Vừa ghi vừa duyệt", { role: "LEADER", also: "OFFICE" });
    await send(both, "2022-12-31");
    for (const actor of [office, secretary, inspector])
      await expect(confirming(actor, 1)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(confirming(admin, 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(confirming(both, 1)).rejects.toMatchObject({ reason: "ratingDeadlines.errors.setterConfirms" });
    expect((await getDeadlines(both, "2022")).can.confirm).toBe(false);
    for (const actor of [office, secretary, inspector, admin, both]) expect(await confirmRaw(actor, 1)).toBe(0);
    await send(both, "2022-12-30", 1);
    await expect(confirmRaw(leader, 1)).rejects.toThrow(/only what holds is confirmed/);
    const forced = `UPDATE "RatingDeadlines" SET "confirmedById" = "setById", "confirmedBy" = 'x', "confirmedAt" = now()
      WHERE "roundId" = $1 AND version = 2`;
    await expect(ownerRows(forced, [register.roundId])).rejects.toThrow(/confirmed_by_another/);
    await confirming(leader, 2);
    for (const sql of [`UPDATE "RatingDeadlines" SET "confirmedBy" = 'y'`, `DELETE FROM "RatingDeadlines"`])
      await expect(ownerRows(`${sql} WHERE "roundId" = $1 AND version = 2`, [register.roundId])).rejects.toThrow(
        /what was set stays/,
      );
  });
});
