import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, day } from "@/lib/core/day";
import {
  confirmDeadlinesObstacle,
  type DeadlineHands,
  deadlineChangeObstacle,
  deadlineChanges,
  deadlinesObstacle,
  nextDueOn,
  type ScheduledRound,
  yearDayIn,
} from "@/lib/features/ratings/rules/deadlines";
import { type Deadlines, NO_DEADLINES, ROUND_STEPS } from "@/lib/features/ratings/schema/rounds";

const reckoningOn = day("2026-12-31");
const set = (changes: Partial<Record<keyof Deadlines, string>>): Deadlines => ({
  ...NO_DEADLINES,
  ...Object.fromEntries(Object.entries(changes).map(([name, on]) => [name, day(on)])),
});
const usual = set({
  ...{ selfReviewDueOn: "2026-11-20", meetingDueOn: "2026-12-05", proposalDueOn: "2026-12-10" },
  ...{ decisionDueOn: "2026-12-31", announcementDueOn: "2027-01-15" },
});

describe("the deadlines of a round", () => {
  it("may all be open, all be set, fall together on one day, or leave steps out", () => {
    const together = set({ meetingDueOn: "2026-12-05", proposalDueOn: "2026-12-05" });
    for (const deadlines of [NO_DEADLINES, usual, together, set({ announcementDueOn: "2026-07-01" })])
      expect(deadlinesObstacle(deadlines, reckoningOn)).toBeNull();
  });

  it.each([
    [{ meetingDueOn: "2026-12-11", proposalDueOn: "2026-12-10" }, "proposal", "meeting"],
    [{ selfReviewDueOn: "2027-01-01", decisionDueOn: "2026-12-31" }, "decision", "selfReview"],
    [{ decisionDueOn: "2026-12-31", announcementDueOn: "2026-12-30" }, "announcement", "decision"],
  ] as const)("%j is out of order, and the sentence names both steps with both days", (changes, step, earlier) => {
    const deadlines = set(changes);
    const found = deadlinesObstacle(deadlines, reckoningOn);
    const typed = (on: Day | null) => on?.split("-").toReversed().join("/");
    expect(found).toEqual({
      reason: "ratingDeadlines.errors.outOfOrder",
      field: `${step}DueOn`,
      params: {
        ...{ step, earlier },
        on: typed(deadlines[`${step}DueOn`]),
        earlierOn: typed(deadlines[`${earlier}DueOn`]),
      },
    });
  });

  it.each([
    ["2026-06-29", false],
    ["2026-06-30", true],
    ["2027-06-30", true],
    ["2027-07-01", false],
  ])("%s is within half a year of the reckoning day: %s", (on, isNear) => {
    const found = deadlinesObstacle(set({ meetingDueOn: on }), reckoningOn);
    expect(found === null).toBe(isNear);
    expect(found?.params?.["reckoningOn"] ?? "31/12/2026").toBe("31/12/2026");
  });

  it("stand exactly where no step ends before one that comes before it, and all lie near", () => {
    const days = fc.array(fc.option(fc.integer({ min: -200, max: 200 })), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(days, (offsets) => {
        const ons = offsets.map((offset) => (offset === null ? null : addDays(reckoningOn, offset)));
        const deadlines = Object.fromEntries(ROUND_STEPS.map((step, at) => [`${step}DueOn`, ons[at] ?? null]));
        const dated = ons.filter((on) => on !== null);
        const isNear = dated.every((on) => on >= addMonths(reckoningOn, -6) && on <= addMonths(reckoningOn, 6));
        const isSorted = dated.every((on, at) => at === 0 || on >= (dated[at - 1] ?? on));
        expect(deadlinesObstacle({ ...NO_DEADLINES, ...deadlines }, reckoningOn) === null).toBe(isNear && isSorted);
      }),
    );
  });
});

describe("changing deadlines", () => {
  const round: ScheduledRound = { reckoningOn, closedOn: null, deadlines: usual, hasProposals: false };
  const later: Deadlines = { ...usual, proposalDueOn: day("2026-12-12") };
  const refusal = (changes: Partial<ScheduledRound>, deadlines = later, reason: string | null = null) =>
    deadlineChangeObstacle({ ...round, ...changes }, { deadlines, reason })?.reason ?? null;

  it("needs no reason until a branch has proposed, and one in writing from then on", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ hasProposals: true })).toBe("ratingDeadlines.errors.reasonMissing");
    expect(refusal({ hasProposals: true }, later, "  ")).toBe("ratingDeadlines.errors.reasonMissing");
    expect(refusal({ hasProposals: true }, later, "Mưa lũ")).toBeNull();
    expect(refusal({ hasProposals: true, deadlines: NO_DEADLINES })).toBe("ratingDeadlines.errors.reasonMissing");
  });

  it("is refused where nothing changes, the days do not follow, or the round is closed", () => {
    expect(refusal({}, usual)).toBe("ratingDeadlines.errors.nothingChanged");
    expect(refusal({ hasProposals: true }, usual, "Lý do")).toBe("ratingDeadlines.errors.nothingChanged");
    expect(refusal({}, { ...usual, meetingDueOn: day("2026-12-31") })).toBe("ratingDeadlines.errors.outOfOrder");
    expect(refusal({ closedOn: day("2027-01-20") })).toBe("ratings.errors.roundClosed");
  });

  it("tells what became of each step, and nothing of the others", () => {
    expect(deadlineChanges(usual, { ...later, selfReviewDueOn: null })).toEqual([
      { step: "selfReview", from: "2026-11-20", to: null },
      { step: "proposal", from: "2026-12-10", to: "2026-12-12" },
    ]);
    expect(deadlineChanges(NO_DEADLINES, usual)).toHaveLength(5);
  });
});

describe("confirming deadlines", () => {
  const refusal = (changes: Partial<DeadlineHands & Pick<ScheduledRound, "closedOn">>, by = "leader") =>
    confirmDeadlinesObstacle({ setById: "office", confirmedAt: null, closedOn: null, ...changes }, by)?.reason ?? null;

  it("is for who did not set them, once, while the round is open", () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ setById: null })).toBeNull();
    expect(refusal({}, "office")).toBe("ratingDeadlines.errors.setterConfirms");
    expect(refusal({ confirmedAt: new Date(0) })).toBe("ratingDeadlines.errors.confirmed");
    expect(refusal({ closedOn: day("2027-01-20") })).toBe("ratings.errors.roundClosed");
  });
});

describe("the day that a rule names for every year", () => {
  it.each([
    [2026, ["12-31"], "2026-12-31"],
    [2027, ["02-29"], "2027-02-28"],
    [2028, ["02-29"], "2028-02-29"],
    [2026, [], null],
    [2026, ["13-01"], null],
  ])("in %i, %j is %s", (year, named, on) => expect(yearDayIn(year, named)).toBe(on));
});

describe("what a branch has to do next", () => {
  it("is to meet until it has voted, and then to send its proposal", () => {
    expect([nextDueOn(usual, false), nextDueOn(usual, true)]).toEqual(["2026-12-05", "2026-12-10"]);
    expect(nextDueOn({ ...usual, meetingDueOn: null }, false)).toBe("2026-12-10");
    expect(nextDueOn({ ...usual, proposalDueOn: null }, true)).toBeNull();
    expect(nextDueOn(NO_DEADLINES, false)).toBeNull();
  });
});
