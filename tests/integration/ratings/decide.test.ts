import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { correctDecision } from "@/lib/features/ratings/commands/correct-decision";
import { proposeBranchRating } from "@/lib/features/ratings/commands/propose-ratings";
import { recordCommitteeRating } from "@/lib/features/ratings/commands/record-decisions";
import { lastEvent, ownerRows, signInAs } from "../../support/register";
import { addMembers, confirm, openRatedRegister, paper, propose, type RatedRegister, record, stored } from "./round";

let register: RatedRegister;
let people: string[];

beforeAll(async () => {
  register = await openRatedRegister();
  people = await addMembers(register, 24);
});

function next(count: number): string[] {
  return people.splice(0, count);
}

describe("recording and confirming decisions", () => {
  it("goes from the minutes to a second person, each step told to the audit", async () => {
    const lines = await propose(
      register,
      next(2).map((id) => [id, "GOOD"] as const),
    );
    const { ids } = await record(register.actors.office, register, lines);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "decisions.recorded", actorName: "Văn phòng" });
    expect(await stored(ids[0] ?? "")).toEqual({ state: "RECORDED", level: "GOOD", notRatedReason: null, version: 2 });
    await confirm(register.actors.leader, register, ids);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "ratings.decided", actorName: "Lãnh đạo" });
    expect(await stored(ids[1] ?? "")).toMatchObject({ state: "DECIDED", version: 3 });
  });

  it("refuses the recorder as confirmer, and confirming what nobody has recorded", async () => {
    const lines = await propose(
      register,
      next(1).map((id) => [id, "COMPLETED"] as const),
    );
    const id = lines[0]?.ratingId ?? "";
    await expect(confirm(register.actors.leader, register, [id], 1)).rejects.toMatchObject({
      code: "RULE",
      reason: "ratings.errors.notRecorded",
    });
    await record(register.actors.leader, register, lines);
    await expect(confirm(register.actors.leader, register, [id])).rejects.toMatchObject({
      code: "RULE",
      reason: "ratings.errors.recorderConfirms",
    });
    await confirm(register.actors.second, register, [id]);
  });

  it("refuses a leader's own rating", async () => {
    const [memberId = ""] = next(1);
    const own = await signInAs(register.committeeId, "Lãnh đạo có thẻ", { role: "LEADER", memberId });
    const lines = await propose(register, [[memberId, "GOOD"]]);
    await expect(record(own, register, lines)).rejects.toMatchObject({ reason: "ratings.errors.ownRating" });
    const { ids } = await record(register.actors.office, register, lines);
    await expect(confirm(own, register, ids)).rejects.toMatchObject({
      code: "RULE",
      reason: "ratings.errors.ownRating",
    });
  });

  it("is forbidden to who may read and not decide, and not found for who may not even read", async () => {
    const lines = await propose(
      register,
      next(1).map((id) => [id, "GOOD"] as const),
    );
    const id = lines[0]?.ratingId ?? "";
    const { otherSecretary, secretary, office, inspector } = register.actors;
    await expect(record(otherSecretary, register, lines)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(record(secretary, register, lines)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(record(inspector, register, lines)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await record(office, register, lines);
    await expect(confirm(office, register, [id])).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses a line that somebody else has recorded meanwhile", async () => {
    const lines = await propose(
      register,
      next(1).map((id) => [id, "GOOD"] as const),
    );
    await record(register.actors.office, register, lines);
    await expect(record(register.actors.office, register, lines)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("records the committee's own rating from the paper of the body above", async () => {
    const input = { roundId: register.roundId, version: null, level: "GOOD" as const, ...paper };
    const { id } = await recordCommitteeRating(register.actors.office, input);
    await confirm(register.actors.leader, register, [id], 1);
    expect(await stored(id)).toMatchObject({ state: "DECIDED", level: "GOOD" });
    await expect(recordCommitteeRating(register.actors.office, input)).rejects.toMatchObject({
      reason: "ratings.errors.alreadyDecided",
    });
  });

  it("decides a branch's rating from its own proposal", async () => {
    const { id } = await proposeBranchRating(register.actors.secretary, {
      roundId: register.roundId,
      branchId: register.branchId,
      version: null,
      level: "GOOD",
      votedOn: null,
      vote: null,
    });
    await record(register.actors.office, register, [{ ratingId: id, version: 1, level: "GOOD" }]);
    await confirm(register.actors.leader, register, [id]);
    expect(await stored(id)).toMatchObject({ state: "DECIDED" });
  });
});

describe("the cap on excellent", () => {
  it("refuses one more than the rules allow when it is recorded, naming the numbers", async () => {
    const other = await openRatedRegister();
    const [one = "", two = "", ...rest] = await addMembers(other, 9);
    const good = rest.slice(0, 6).map((id) => [id, "GOOD"] as const);
    const lines = await propose(other, [[one, "EXCELLENT"], [two, "EXCELLENT"], ...good]);
    await expect(record(other.actors.office, other, lines)).rejects.toMatchObject({
      code: "RULE",
      reason: "ratings.errors.capExceeded",
      params: { excellent: 2, allowed: 1, baseCount: 6 },
    });
    const lowered = lines.map((line, index) => (index === 1 ? { ...line, level: "COMPLETED" as const } : line));
    await record(other.actors.office, other, lowered);
  });

  it("is never exceeded by confirmations at the same time", async () => {
    const other = await openRatedRegister();
    const ids = await addMembers(other, 16);
    const levels = ids.map((id, index) => [id, index < 6 ? "EXCELLENT" : "GOOD"] as const);
    const lines = await propose(other, levels);
    await record(other.actors.office, other, lines.slice(6));
    await confirm(
      other.actors.leader,
      other,
      lines.slice(6).map((line) => line.ratingId),
    );
    await ownerRows(
      `UPDATE "Rating" SET state = 'RECORDED', level = 'EXCELLENT', version = 2, "decisionNumber" = '1', "decidedOn" = '2022-12-20',
         "minutesNumber" = '1', "presentCount" = 3, "recordedById" = $2 WHERE id = ANY ($1::uuid[])`,
      [lines.slice(0, 6).map((line) => line.ratingId), other.actors.office.accountId],
    );
    const sent = await Promise.allSettled(
      lines
        .slice(0, 6)
        .flatMap((line) =>
          [other.actors.leader, other.actors.second].map((who) => confirm(who, other, [line.ratingId])),
        ),
    );
    const done = sent.filter((one) => one.status === "fulfilled");
    expect(done).toHaveLength(2);
    const [row] = await ownerRows<{ count: string }>(
      `SELECT count(*) FROM "Rating" WHERE "roundId" = $1 AND state = 'DECIDED' AND level = 'EXCELLENT'`,
      [other.roundId],
    );
    expect(row?.count).toBe("2");
  });
});

describe("correcting a decision", () => {
  const words = { notRatedReason: null, note: null, reason: "Ghi nhầm mức trong biên bản" };

  it("leaves what was decided in force until a second person confirms the new record", async () => {
    const lines = await propose(
      register,
      next(1).map((id) => [id, "GOOD"] as const),
    );
    const { ids } = await record(register.actors.office, register, lines);
    const [ratingId = ""] = ids;
    await confirm(register.actors.leader, register, ids);
    const input = { ratingId, version: 3, level: "COMPLETED" as const, ...words, ...paper };
    const { id } = await correctDecision(register.actors.office, input);
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "rating.corrected" });
    expect(await stored(ratingId)).toMatchObject({ state: "DECIDED", level: "GOOD" });
    await expect(correctDecision(register.actors.office, input)).rejects.toMatchObject({
      reason: "ratings.errors.correctionWaits",
    });
    await confirm(register.actors.leader, register, [id], 1);
    const rows = await ownerRows<{ level: string; supersededById: string | null }>(
      `SELECT level, "supersededById" FROM "Rating" WHERE id IN ($1, $2) ORDER BY level`,
      [ratingId, id],
    );
    expect(rows).toEqual([
      { level: "GOOD", supersededById: id },
      { level: "COMPLETED", supersededById: null },
    ]);
    await expect(correctDecision(register.actors.office, input)).rejects.toMatchObject({
      reason: "ratings.errors.alreadyCorrected",
    });
  });

  it("refuses what is not decided, and a day in the future", async () => {
    const lines = await propose(
      register,
      next(1).map((id) => [id, "GOOD"] as const),
    );
    const ratingId = lines[0]?.ratingId ?? "";
    const input = { ratingId, version: 1, level: "COMPLETED" as const, ...words, ...paper };
    await expect(correctDecision(register.actors.office, input)).rejects.toMatchObject({
      reason: "ratings.errors.notDecided",
    });
    await record(register.actors.office, register, lines);
    await confirm(register.actors.leader, register, [ratingId]);
    const later = { ...input, version: 3, decidedOn: day("2199-01-01") };
    await expect(correctDecision(register.actors.office, later)).rejects.toMatchObject({
      reason: "ratings.errors.decidedInFuture",
    });
  });

  it("is final: the decided row itself can never be changed", async () => {
    const [row] = await ownerRows<{ id: string }>(`SELECT id FROM "Rating" WHERE state = 'DECIDED' LIMIT 1`);
    await expect(ownerRows(`UPDATE "Rating" SET level = 'FAILED' WHERE id = $1`, [row?.id])).rejects.toThrow(
      /never changed/,
    );
  });
});
