import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { inContext } from "@/lib/core/db/context";
import { proposeBranchRating, proposeRating } from "@/lib/features/ratings/commands/propose-ratings";
import { canReadRounds } from "@/lib/features/ratings/policy";
import { getRound } from "@/lib/features/ratings/queries/find-round";
import { roundFilter } from "@/lib/features/ratings/schema";
import { handInSelfReview, takeBackSelfReview } from "@/lib/features/self-reviews/commands/hand-in";
import { saveSelfReview } from "@/lib/features/self-reviews/commands/save-self-review";
import { countSelfReviews } from "@/lib/features/self-reviews/queries/count-self-reviews";
import { getSelfReview, getSelfReviewForm } from "@/lib/features/self-reviews/queries/get-self-review";
import { listSelfReviews } from "@/lib/features/self-reviews/queries/list-self-reviews";
import { selfReviewFilter } from "@/lib/features/self-reviews/schema";
import { lastEvent, ownerRows } from "../../support/register";
import { openRatedRegister, type RatedRegister } from "../ratings/round";
import { collective, countReviews, drafted, handedIn, reviewInput, storedReview } from "./review";

let register: RatedRegister;
beforeEach(async () => {
  register = await openRatedRegister();
});

const filter = (asked: object = {}) => selfReviewFilter.parse(asked);
const unvoted = { version: null, votedOn: null, vote: null, level: "GOOD" as const };

describe("the draft of a self-review", () => {
  it("is one's own, or entered on behalf with both names, and read by its writers alone", async () => {
    const { roundId, members, actors } = register;
    const { office, leader, secretary, otherSecretary, ordinary, inCharge } = actors;
    const own = await drafted(secretary, roundId, { memberId: members.secretary });
    expect(await storedReview(own)).toMatchObject({ state: "DRAFT", isOnBehalf: false, marks: 6 });
    const onBehalf = await drafted(secretary, roundId, { memberId: members.woman });
    expect(await storedReview(onBehalf)).toMatchObject({ isOnBehalf: true, recordedBy: "Ngần Văn Thiệp" });
    expect(await lastEvent(register.committeeId)).toMatchObject({
      ...{ type: "selfReview.saved", actorName: "Ngần Văn Thiệp" },
    });
    const ofOrdinary = await drafted(ordinary, roundId, { memberId: members.other });
    for (const reader of [office, otherSecretary, ordinary]) {
      expect((await getSelfReview(reader, "2022", ofOrdinary)).review.strengths).toBe("Hoàn thành việc bản giao");
    }
    for (const stranger of [leader, secretary, inCharge]) {
      await expect(getSelfReview(stranger, "2022", ofOrdinary)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is not entered for another branch, by who only reads, or by raw SQL", async () => {
    const { roundId, members, actors } = register;
    const { leader, secretary, otherSecretary, ordinary } = actors;
    const save = (actor: typeof leader, memberId: string) => saveSelfReview(actor, reviewInput(roundId, { memberId }));
    await expect(save(leader, members.woman)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(save(otherSecretary, members.woman)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(save(ordinary, members.otherSecretary)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(saveSelfReview(secretary, reviewInput(roundId, collective(null)))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await countReviews(roundId)).toBe(0);

    const id = await drafted(secretary, roundId, { memberId: members.woman });
    const raw = await inContext(otherSecretary.sessionToken, async (tx) => [
      await tx.$executeRaw`UPDATE "SelfReview" SET strengths = 'x'`,
      await tx.$executeRaw`DELETE FROM "SelfReviewMark"`,
    ]);
    expect(raw).toEqual([0, 0]);
    expect(await storedReview(id)).toMatchObject({ strengths: "Hoàn thành việc bản giao", marks: 6, version: 1 });
  });

  it("is one where two are sent at once, answered once, and never written over a newer one", async () => {
    const { roundId, members, actors } = register;
    const { secretary, office } = actors;
    const input = reviewInput(roundId, { memberId: members.woman });
    const formKey = randomUUID();
    const [one, same] = await Promise.all([1, 2].map(() => saveSelfReview(secretary, input, { formKey })));
    expect(one).toEqual(same);
    const both = await Promise.allSettled(
      [secretary, office].map((by) => drafted(by, roundId, { memberId: members.deputy })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await countReviews(roundId)).toBe(2);

    const changed = { ...input, version: 1, strengths: "Sửa lại" };
    await saveSelfReview(secretary, changed);
    const late = saveSelfReview(office, { ...changed, strengths: "Của văn phòng" });
    await expect(late).rejects.toMatchObject({
      code: "CONFLICT",
      version: 2,
      current: { strengths: "Sửa lại", IDEOLOGY: "GRADE_GOOD" },
    });
    expect(await storedReview(one?.id ?? "")).toMatchObject({ strengths: "Sửa lại", version: 2, marks: 6 });
  });

  it("names what is wrong, and nothing is written", async () => {
    const { roundId, members, actors } = register;
    const save = (changes: object) =>
      saveSelfReview(actors.secretary, { ...reviewInput(roundId, { memberId: members.woman }), ...changes });
    await expect(save({ COMMON: 30 })).rejects.toMatchObject({
      reason: "selfReviews.errors.otherCriterion",
      field: "COMMON",
    });
    await expect(save({ ETHICS: 5 })).rejects.toMatchObject({ reason: "selfReviews.errors.notAMark", field: "ETHICS" });
    await expect(save({ form: "FORM_01" })).rejects.toMatchObject({ reason: "selfReviews.errors.otherForm" });
    await expect(save({ tasksOnTime: 20 })).rejects.toMatchObject({ reason: "selfReviews.errors.moreTasksDone" });
    await expect(save({ memberId: members.exempt })).rejects.toMatchObject({ reason: "selfReviews.errors.notAsked" });
    await expect(save({ memberId: members.probationer })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await countReviews(roundId)).toBe(0);
    const forged = ownerRows(
      `INSERT INTO "SelfReview" ("committeeId", id, "roundId", subject, "branchId", form, "recordedBy", "recordedOn", "isOnBehalf")
        VALUES ($1, gen_random_uuid(), $2, 'BRANCH', $3, 'FORM_2A', 'x', current_date, false)`,
      [register.committeeId, roundId, register.branchId],
    );
    await expect(forged).rejects.toThrow(/SelfReview_subject/);
  });
});

describe("handing in", () => {
  it("makes it leadership's to read and nobody's to change, until it is taken back", async () => {
    const { roundId, members, actors } = register;
    const { office, leader, secretary, inCharge } = actors;
    const id = await handedIn(secretary, roundId, { memberId: members.woman });
    expect(await lastEvent(register.committeeId)).toMatchObject({ type: "selfReview.sent" });
    const seen = await getSelfReview(leader, "2022", id);
    expect([seen.review.state, seen.can]).toEqual(["HANDED_IN", { edit: false, handIn: false, takeBack: false }]);
    await expect(getSelfReview(inCharge, "2022", id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const change = { ...reviewInput(roundId, { memberId: members.woman }), version: 2 };
    await expect(saveSelfReview(office, change)).rejects.toMatchObject({ reason: "selfReviews.errors.handedIn" });
    const raw = inContext(
      office.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "SelfReview" SET strengths = 'x' WHERE id = ${id}::uuid`,
    );
    await expect(raw).rejects.toThrow(/SelfReview_handed_in_stays|stays/);
    expect(await inContext(office.sessionToken, (tx) => tx.$executeRaw`DELETE FROM "SelfReviewMark"`)).toBe(0);

    await expect(takeBackSelfReview(leader, { id, version: 2 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeBackSelfReview(secretary, { id, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await takeBackSelfReview(secretary, { id, version: 2 });
    await expect(getSelfReview(leader, "2022", id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await saveSelfReview(secretary, { ...change, version: 3, strengths: "Đã sửa" });
    await expect(takeBackSelfReview(secretary, { id, version: 4 })).rejects.toMatchObject({
      reason: "selfReviews.errors.notHandedIn",
    });
    await handInSelfReview(secretary, { id, version: 4 });
    expect(await storedReview(id)).toMatchObject({ state: "HANDED_IN", strengths: "Đã sửa", version: 5 });
  });

  it("asks for every mark, strengths, shortcomings and the level, and tells how many are missing", async () => {
    const { roundId, members, actors } = register;
    const { secretary } = actors;
    const id = await drafted(secretary, roundId, { memberId: members.woman, ETHICS: null, strengths: null });
    expect((await getSelfReview(secretary, "2022", id)).missing).toEqual(["ETHICS", "strengths"]);
    await expect(handInSelfReview(secretary, { id, version: 1 })).rejects.toMatchObject({
      ...{ reason: "selfReviews.errors.partsMissing", params: { count: 2 } },
    });
    const forged = ownerRows(`UPDATE "SelfReview" SET state = 'HANDED_IN', "handedInOn" = current_date WHERE id = $1`, [
      id,
    ]);
    await expect(forged).rejects.toThrow(/SelfReview_handed_in/);
  });

  it("and every change end with the branch's vote, also for who may not know of it", async () => {
    const { roundId, members, actors, branchId } = register;
    const { office, secretary, ordinary } = actors;
    const id = await handedIn(ordinary, roundId, { memberId: members.other });
    await proposeRating(office, { ...unvoted, roundId, memberId: members.other });
    await expect(takeBackSelfReview(ordinary, { id, version: 2 })).rejects.toMatchObject({
      reason: "selfReviews.errors.pastVote",
    });
    expect((await getSelfReview(ordinary, "2022", id)).can).toEqual({ edit: false, handIn: false, takeBack: false });
    const raw = inContext(
      ordinary.sessionToken,
      (tx) => tx.$executeRaw`UPDATE "SelfReview" SET state = 'DRAFT', "handedInOn" = NULL WHERE id = ${id}::uuid`,
    );
    await expect(raw).rejects.toThrow(/the branch has voted/);

    const ofBranch = await handedIn(secretary, roundId, collective(branchId));
    await proposeBranchRating(secretary, { ...unvoted, roundId, branchId });
    await expect(takeBackSelfReview(office, { id: ofBranch, version: 2 })).rejects.toMatchObject({
      reason: "selfReviews.errors.pastVote",
    });
    await expect(drafted(secretary, roundId, { memberId: members.woman })).resolves.toBeDefined();
    await proposeRating(office, { ...unvoted, roundId, memberId: members.deputy });
    await expect(
      getSelfReviewForm(secretary, "2022", { memberId: members.deputy, branchId: null }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the list of a year's self-reviews", () => {
  it("counts what it names, for each reader the own part", async () => {
    const { roundId, members, actors, branchId, otherBranchId } = register;
    const { office, leader, secretary, ordinary } = actors;
    await handedIn(secretary, roundId, { memberId: members.woman });
    await drafted(secretary, roundId, { memberId: members.deputy });
    await handedIn(secretary, roundId, collective(branchId));
    await handedIn(office, roundId, collective(null));
    const all = await listSelfReviews(office, "2022", filter());
    expect(all.counts).toEqual({ NONE: 4, DRAFT: 1, HANDED_IN: 1, NOT_ASKED: 1 });
    for (const standing of ["NONE", "DRAFT", "HANDED_IN", "NOT_ASKED"] as const) {
      expect((await listSelfReviews(office, "2022", filter({ standing }))).shown).toHaveLength(all.counts[standing]);
    }
    expect(all.collectives).toEqual({ NONE: 1, DRAFT: 0, HANDED_IN: 2, NOT_ASKED: 0 });
    expect((await listSelfReviews(leader, "2022", filter())).counts).toMatchObject({ NONE: 5, DRAFT: 0, HANDED_IN: 1 });
    expect((await listSelfReviews(office, "2022", filter({ branch: otherBranchId }))).counts).toMatchObject({
      NONE: 3,
      HANDED_IN: 0,
    });

    const own = await listSelfReviews(secretary, "2022", filter());
    expect(own.counts).toEqual({ NONE: 1, DRAFT: 1, HANDED_IN: 1, NOT_ASKED: 1 });
    for (const actor of Object.values(actors).filter(canReadRounds))
      expect(await countSelfReviews(actor, await getRound(actor, "2022", roundFilter.parse({})))).toEqual(
        (await listSelfReviews(actor, "2022", filter())).counts,
      );
    expect(own.shown.find(({ memberId }) => memberId === members.woman)).toMatchObject({
      onBehalfBy: "Ngần Văn Thiệp",
      canEnter: false,
    });
    const mine = await listSelfReviews(ordinary, "2022", filter());
    expect(mine.shown.map(({ name, canEnter }) => [name, canEnter])).toEqual([["Mùi Thị Lan", true]]);
    expect(mine.collectives).toEqual({ NONE: 0, DRAFT: 0, HANDED_IN: 0, NOT_ASKED: 0 });
  });
});
