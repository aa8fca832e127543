import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  confirmObstacle,
  correctionObstacle,
  type Decider,
  type Outcome,
  outcomeObstacle,
  proposalObstacle,
  type RatingFacts,
  recordObstacle,
} from "@/lib/features/ratings/rules";

describe("deciding", () => {
  const secretary: Decider = { accountId: "a-secretary", memberId: "m-secretary" };
  const office: Decider = { accountId: "a-office", memberId: null };
  const leader: Decider = { accountId: "a-leader", memberId: "m-leader" };
  const good: Outcome = { level: "GOOD", notRatedReason: null };
  const proposed: RatingFacts = {
    subject: "MEMBER",
    subjectMemberId: "m1",
    state: "PROPOSED",
    ruledOut: null,
    proposed: good,
    proposedById: secretary.accountId,
    recordedById: null,
    votedOn: day("2022-12-05"),
    supersededById: null,
    isCorrection: false,
    roundClosedOn: null,
  };
  const recorded: RatingFacts = { ...proposed, state: "RECORDED", recordedById: office.accountId };
  const input = { ...good, decidedOn: day("2022-12-20"), presentCount: 14 };
  const today = day("2022-12-20");
  const record = (rating: RatingFacts, change: Partial<typeof input> = {}, actor = office) =>
    recordObstacle(rating, { ...input, ...change }, actor, today)?.reason ?? null;

  test("the branch proposes, the office records, a leader confirms", () => {
    expect(proposalObstacle({ ...proposed, proposed: null }, good, secretary)).toBeNull();
    expect(record(proposed)).toBeNull();
    expect(confirmObstacle(recorded, leader)).toBeNull();
  });

  test.each([
    [{ state: "DECIDED" }, "ratings.errors.alreadyDecided"],
    [{ roundClosedOn: day("2023-01-10") }, "ratings.errors.roundClosed"],
    [{ ruledOut: "EXEMPT" }, "ratings.errors.notRateable"],
    [{ proposed: null }, "ratings.errors.notProposed"],
    [{ subject: "COMMITTEE", proposed: null, subjectMemberId: null }, null],
    [{ votedOn: day("2022-12-20") }, null],
    [{ votedOn: day("2022-12-21") }, "ratings.errors.decidedBeforeVote"],
  ] as const)("recording with %j: %s", (change, expected) => expect(record({ ...proposed, ...change })).toBe(expected));

  test("a decision lies not in the future and somebody was present", () => {
    expect(record(proposed, { decidedOn: day("2022-12-21") })).toBe("ratings.errors.decidedInFuture");
    expect(record(proposed, { presentCount: 0 })).toBe("ratings.errors.nobodyPresent");
    expect(record(proposed, { presentCount: 1 })).toBeNull();
  });

  test.each([
    ["GOOD", null, null, null],
    ["GOOD", null, "EXEMPT", "ratings.errors.notRateable"],
    [null, "EXEMPT", "EXEMPT", null],
    [null, "EXEMPT", null, "ratings.errors.reasonNotTrue"],
    [null, "SUSPENDED", "EXEMPT", "ratings.errors.reasonNotTrue"],
    [null, "OTHER", null, null],
    [null, "ARRIVED_LATE", null, null],
    [null, null, null, "ratings.errors.levelOrReason"],
    ["GOOD", "OTHER", null, "ratings.errors.levelOrReason"],
  ] as const)("level %s, reason %s, ruled out by %s: %s", (level, notRatedReason, ruledOut, expected) => {
    expect(outcomeObstacle({ level, notRatedReason }, ruledOut)?.reason ?? null).toBe(expected);
  });

  test("whoever is not rated needs no proposal", () => {
    const exempt = { level: null, notRatedReason: "EXEMPT" as const };
    expect(record({ ...proposed, proposed: null, ruledOut: "EXEMPT" }, exempt)).toBeNull();
  });

  test("nobody proposes, records, confirms or corrects their own rating", () => {
    const own = { ...recorded, subjectMemberId: leader.memberId };
    const decided: RatingFacts = { ...own, state: "DECIDED" };
    expect(proposalObstacle({ ...own, state: "PROPOSED" }, good, leader)?.reason).toBe("ratings.errors.ownRating");
    expect(record({ ...own, state: "PROPOSED" }, {}, leader)).toBe("ratings.errors.ownRating");
    expect(confirmObstacle(own, leader)?.reason).toBe("ratings.errors.ownRating");
    expect(correctionObstacle(decided, "sai số", leader)?.reason).toBe("ratings.errors.ownRating");
  });

  test("an account without a member is nobody's own, also where the subject is a branch", () => {
    expect(
      confirmObstacle({ ...recorded, subject: "BRANCH", subjectMemberId: null }, { accountId: "x", memberId: null }),
    ).toBeNull();
  });

  test("whoever recorded or proposed does not confirm, and an unrecorded rating is not confirmed", () => {
    expect(confirmObstacle(recorded, { ...leader, accountId: office.accountId })?.reason).toBe(
      "ratings.errors.recorderConfirms",
    );
    expect(confirmObstacle(recorded, { ...leader, accountId: secretary.accountId })?.reason).toBe(
      "ratings.errors.proposerConfirms",
    );
    expect(confirmObstacle(proposed, leader)?.reason).toBe("ratings.errors.notRecorded");
    expect(confirmObstacle({ ...recorded, recordedById: null }, leader)?.reason).toBe("ratings.errors.notRecorded");
    expect(confirmObstacle({ ...recorded, state: "DECIDED" }, leader)?.reason).toBe("ratings.errors.alreadyDecided");
    const closed = { ...recorded, roundClosedOn: today };
    expect(confirmObstacle(closed, leader)?.reason).toBe("ratings.errors.roundClosed");
    expect(confirmObstacle({ ...closed, isCorrection: true }, leader)).toBeNull();
    expect(record({ ...closed, isCorrection: true })).toBeNull();
  });

  test("a decided rating is corrected once, with a reason", () => {
    const decided: RatingFacts = { ...recorded, state: "DECIDED" };
    expect(correctionObstacle(decided, "sai số", leader)).toBeNull();
    expect(correctionObstacle(decided, " ", leader)?.reason).toBe("ratings.errors.correctionReasonMissing");
    expect(correctionObstacle(recorded, "sai số", leader)?.reason).toBe("ratings.errors.notDecided");
    expect(correctionObstacle({ ...decided, supersededById: "r2" }, "sai số", leader)?.reason).toBe(
      "ratings.errors.alreadyCorrected",
    );
  });
});
