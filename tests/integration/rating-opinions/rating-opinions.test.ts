import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { giveOpinion, withdrawOpinion } from "@/lib/features/rating-opinions/commands/give-opinion";
import { getOpinionForm } from "@/lib/features/rating-opinions/queries/get-opinion-form";
import { getSubjectPapers } from "@/lib/features/rating-opinions/queries/get-subject-papers";
import { getOpinionToWithdraw } from "@/lib/features/rating-opinions/queries/list-opinions";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { lastEvent, ownerRows } from "../../support/register";
import { confirm, openRatedRegister, propose, type RatedRegister, record } from "../ratings/round";
import { opined, opinionInput, storedOpinions, withdrawn } from "./opinion";

let register: RatedRegister;
beforeEach(async () => {
  register = await openRatedRegister();
});

const seenBy = async (actor: Actor, memberId: string) => {
  const view = await getRatedSubject(actor, "2022", { memberId });
  const { opinions } = await getSubjectPapers(actor, view);
  return opinions;
};
const giversSeenBy = async (actor: Actor, memberId: string) =>
  (await seenBy(actor, memberId)).opinions.map(({ giver }) => giver);

describe("an opinion on a member", () => {
  it("stands beside the others, each with who gave it and who entered it", async () => {
    const { roundId, members, actors, committeeId } = register;
    const { office, leader, secretary, inCharge } = actors;
    const memberId = members.woman;
    await opined(secretary, roundId, { memberId, level: "GOOD" });
    expect(await lastEvent(committeeId)).toMatchObject({
      ...{ type: "ratingOpinion.recorded", actorName: "Ngần Văn Thiệp" },
    });
    await opined(secretary, roundId, { memberId, text: "Một ý kiến khác của cùng một nơi" });
    await opined(inCharge, roundId, { memberId, giver: "IN_CHARGE", givenOn: day("2022-11-01") });
    await opined(leader, roundId, { memberId, giver: "SUPERIOR", givenOn: day("2022-12-05"), level: "EXCELLENT" });
    expect((await storedOpinions(roundId)).map(({ giver, level, version }) => [giver, level, version])).toEqual([
      ["RESIDENCE", "GOOD", 1],
      ["RESIDENCE", null, 1],
      ["IN_CHARGE", null, 1],
      ["SUPERIOR", "EXCELLENT", 1],
    ]);

    for (const reader of [office, leader, secretary]) {
      expect(await giversSeenBy(reader, memberId)).toEqual(["IN_CHARGE", "RESIDENCE", "RESIDENCE", "SUPERIOR"]);
    }
    expect(await giversSeenBy(inCharge, memberId)).toEqual(["IN_CHARGE"]);
    const [, first] = (await seenBy(secretary, memberId)).opinions;
    expect(first).toMatchObject({ giverName: "Chi ủy bản Thử", recordedBy: "Ngần Văn Thiệp", level: "GOOD" });
  });

  it("tells nothing of itself to whom it is about, who enters none either", async () => {
    const { roundId, members, actors } = register;
    const { office, secretary, ordinary } = actors;
    await opined(office, roundId, { memberId: members.secretary });
    await opined(office, roundId, { memberId: members.other });
    expect(await seenBy(secretary, members.secretary)).toMatchObject({ opinions: [], can: { give: false } });
    expect(await seenBy(ordinary, members.other)).toMatchObject({ opinions: [], can: { give: false } });
    const own = giveOpinion(secretary, opinionInput(roundId, { memberId: members.secretary }));
    await expect(own).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      getOpinionForm(secretary, "2022", { memberId: members.secretary, branchId: null }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    const raw = await inContext(secretary.sessionToken, async (tx) => [
      await tx.$queryRaw`SELECT id FROM "RatingOpinion"`,
      await tx.$executeRaw`UPDATE "RatingOpinion" SET "withdrawnOn" = app.today(), "withdrawnBy" = 'x', "withdrawnReason" = 'x'`,
    ]);
    expect(raw).toEqual([[], 0]);
  });

  it("is not entered for another branch, by who has no say, or in the name of somebody else's body", async () => {
    const { roundId, members, actors } = register;
    const { leader, inspector, secretary, otherSecretary, ordinary, inCharge } = actors;
    const memberId = members.woman;
    const give = (by: Actor, changes: object) => giveOpinion(by, opinionInput(roundId, { memberId, ...changes }));
    await expect(give(otherSecretary, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(give(ordinary, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(give(ordinary, { memberId: members.other })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(give(inspector, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(give(otherSecretary, { memberId: null, branchId: register.branchId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(give(secretary, { memberId: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const [by, giver] of [
      [secretary, "IN_CHARGE"],
      [leader, "RESIDENCE"],
      [inCharge, "SUPERIOR"],
    ] as const) {
      await expect(give(by, { giver })).rejects.toMatchObject({ reason: "ratingOpinions.errors.otherGiver" });
      const { branchId, committeeId } = register;
      const raw = inContext(
        by.sessionToken,
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO "RatingOpinion" ("committeeId", id, "roundId", subject, "memberId", "branchId", giver,
            "giverName", "givenOn", text, "recordedById", "recordedBy")
          VALUES (${committeeId}::uuid, gen_random_uuid(), ${roundId}::uuid, 'MEMBER', ${memberId}::uuid, ${branchId}::uuid,
            ${giver}::"OpinionGiver", 'x', app.today(), 'x', ${by.accountId}::uuid, 'x')`,
      );
      await expect(raw).rejects.toThrow(/row-level security/u);
    }
    await expect(give(secretary, { givenOn: day("2199-01-01") })).rejects.toMatchObject({
      ...{ reason: "ratingOpinions.errors.inFuture", field: "givenOn" },
    });
    expect(await storedOpinions(roundId)).toEqual([]);
  });

  it("is neither seen nor moved from another branch, even by raw SQL, and its words are nobody's to change", async () => {
    const { roundId, members, actors } = register;
    const { office, secretary, otherSecretary } = actors;
    const id = await opined(secretary, roundId, { memberId: members.woman });
    await expect(getOpinionToWithdraw(otherSecretary, "2022", id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const raw = await inContext(otherSecretary.sessionToken, async (tx) => [
      await tx.$queryRaw`SELECT id FROM "RatingOpinion"`,
      await tx.$executeRaw`UPDATE "RatingOpinion" SET "withdrawnOn" = app.today(), "withdrawnBy" = 'x', "withdrawnReason" = 'x'`,
    ]);
    expect(raw).toEqual([[], 0]);
    const rewritten = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "RatingOpinion" SET text = 'x' WHERE id = ${id}::uuid`,
    );
    await expect(rewritten).rejects.toThrow(/permission denied/u);
    expect(await storedOpinions(roundId)).toMatchObject([
      { text: "Gia đình gương mẫu, tham gia việc bản", version: 1 },
    ]);
  });

  it("is entered once where it is sent twice at once", async () => {
    const { roundId, members, actors } = register;
    const formKey = randomUUID();
    const input = opinionInput(roundId, { memberId: members.woman });
    const [one, same] = await Promise.all([1, 2].map(() => giveOpinion(actors.secretary, input, { formKey })));
    expect(one).toEqual(same);
    expect(await storedOpinions(roundId)).toHaveLength(1);
  });
});

describe("withdrawing", () => {
  it("is for the hand that entered it and the office, once, and leaves it to be read with the reason", async () => {
    const { roundId, members, actors, committeeId } = register;
    const { office, leader, secretary, inCharge } = actors;
    const memberId = members.woman;
    const id = await opined(secretary, roundId, { memberId });
    const ofCommittee = await opined(inCharge, roundId, { memberId, giver: "IN_CHARGE" });
    const withdraw = (by: Actor, of: string, version = 1) =>
      withdrawOpinion(by, { id: of, version, reason: "Ghi nhầm người" });
    await expect(withdraw(leader, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(withdraw(secretary, ofCommittee)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(withdraw(inCharge, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(withdraw(secretary, id, 2)).rejects.toMatchObject({ code: "CONFLICT" });

    const both = await Promise.allSettled([withdraw(secretary, id), withdraw(office, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(withdraw(secretary, id, 2)).rejects.toMatchObject({ reason: "ratingOpinions.errors.withdrawn" });
    await withdraw(office, ofCommittee);
    expect(await lastEvent(committeeId)).toMatchObject({ type: "ratingOpinion.withdrawn", actorName: "Văn phòng" });
    const left = (await seenBy(leader, memberId)).opinions;
    expect(left.map(({ withdrawn: of, can }) => [of?.reason, can.withdraw])).toEqual([
      ["Ghi nhầm người", false],
      ["Ghi nhầm người", false],
    ]);
    await expect(getOpinionToWithdraw(office, "2022", id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const back = inContext(
      office.sessionToken,
      (tx) =>
        tx.$executeRaw`UPDATE "RatingOpinion" SET "withdrawnOn" = NULL, "withdrawnBy" = NULL, "withdrawnReason" = NULL`,
    );
    expect(await back).toBe(0);
  });
});

describe("opinions and the decision", () => {
  it("nothing is said or withdrawn once it is confirmed, also by raw SQL", async () => {
    const { roundId, members, actors } = register;
    const { office, leader, otherSecretary } = actors;
    const memberId = members.other;
    const early = await opined(otherSecretary, roundId, { memberId });
    const decisions = await propose(register, [[memberId, "GOOD"]]);
    await record(office, register, decisions);
    const late = await opined(otherSecretary, roundId, { memberId });
    await withdrawn(otherSecretary, late);
    await confirm(leader, register, [decisions[0]?.ratingId ?? ""]);

    const decided = { reason: "ratingOpinions.errors.decided" };
    await expect(opined(office, roundId, { memberId })).rejects.toMatchObject(decided);
    await expect(withdrawn(otherSecretary, early)).rejects.toMatchObject(decided);
    expect(await seenBy(otherSecretary, memberId)).toMatchObject({
      ...{ can: { give: false }, opinions: [{ can: { withdraw: false } }, { can: { withdraw: false } }] },
    });
    await expect(getOpinionForm(office, "2022", { memberId, branchId: null })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const raw = inContext(
      office.sessionToken,
      (
        tx,
      ) => tx.$executeRaw`UPDATE "RatingOpinion" SET "withdrawnOn" = app.today(), "withdrawnBy" = 'x', "withdrawnReason" = 'x'
        WHERE id = ${early}::uuid`,
    );
    await expect(raw).rejects.toThrow(/decided or its round closed/u);
    expect((await storedOpinions(roundId)).map(({ withdrawnBy }) => withdrawnBy)).toEqual([null, "Sồng A Páo"]);
  });

  it("of a branch and of the committee stand by themselves, and end when the round is closed", async () => {
    const { roundId, actors, branchId } = register;
    const { office, leader, secretary } = actors;
    await opined(secretary, roundId, { branchId });
    await opined(leader, roundId, { giver: "SUPERIOR" });
    const ofBranch = await getRatedSubject(secretary, "2022", { branchId });
    expect((await getSubjectPapers(secretary, ofBranch)).opinions.opinions).toHaveLength(1);
    expect(await getOpinionForm(office, "2022", { memberId: null, branchId })).toMatchObject({
      subjectHref: `/ratings/2022/propose?branch=${branchId}`,
    });
    expect(await getOpinionForm(leader, "2022", { memberId: null, branchId: null })).toMatchObject({
      ...{ givers: ["IN_CHARGE", "SUPERIOR"], subjectHref: "/ratings/2022?tab=committee", name: null },
    });

    await ownerRows(`UPDATE "RatingRound" SET "closedOn" = current_date WHERE id = $1`, [roundId]);
    await expect(opined(office, roundId, { branchId })).rejects.toMatchObject({
      reason: "ratingOpinions.errors.decided",
    });
    const raw = inContext(
      office.sessionToken,
      (tx) =>
        tx.$executeRaw`UPDATE "RatingOpinion" SET "withdrawnOn" = app.today(), "withdrawnBy" = 'x', "withdrawnReason" = 'x'`,
    );
    await expect(raw).rejects.toThrow(/decided or its round closed/u);
  });

  it("is about exactly one subject, in words that say something", async () => {
    const { roundId, committeeId, branchId } = register;
    const forge = (subject: string, text: string) =>
      ownerRows(
        `INSERT INTO "RatingOpinion" ("committeeId", id, "roundId", subject, "branchId", giver, "giverName", "givenOn", text, "recordedBy")
          VALUES ($1, gen_random_uuid(), $2, $3::"RatingSubject", $4, 'RESIDENCE', 'x', current_date, $5, 'x')`,
        [committeeId, roundId, subject, branchId, text],
      );
    await expect(forge("MEMBER", "x")).rejects.toThrow(/RatingOpinion_subject/u);
    await expect(forge("COMMITTEE", "x")).rejects.toThrow(/RatingOpinion_subject/u);
    await expect(forge("BRANCH", "  ")).rejects.toThrow(/RatingOpinion_said/u);
  });
});
