import { describe, expect, it, test } from "vitest";
import { day } from "@/lib/core/day";
import { isInPeriod, quarterlyObstacle } from "@/lib/features/ratings/rules/steps";
import { partsOfPeriod, periodOf, ratingPeriod } from "@/lib/features/ratings/schema/periods";
import { openRatingRoundInput } from "@/lib/features/ratings/schema/rounds";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";

describe("the period of a round", () => {
  it("is read from an address, nonsense and the fourth quarter as no period", () => {
    const read = ["2022", "2026-q1", "2026-q4", "20x2", ""].map(ratingPeriod);
    expect(read).toEqual(["2022", "2026-q1", "0", "0", "0"]);
    for (const one of read.slice(0, 2)) expect(periodOf(partsOfPeriod(one))).toBe(one);
    expect(partsOfPeriod("2026-q3")).toEqual({ year: 2026, quarter: 3 });
    expect(partsOfPeriod("2026")).toEqual({ year: 2026, quarter: null });
  });

  it("holds three months, or twelve", () => {
    const months = Array.from({ length: 12 }, (_, at) => day(`2026-${String(at + 1).padStart(2, "0")}-15`));
    const within = (["2026-q1", "2026-q2", "2026-q3", "2026"] as const).map(
      (period) => months.filter((on) => isInPeriod(period, on)).length,
    );
    expect(within).toEqual([3, 3, 3, 12]);
    expect(isInPeriod("2026-q1", day("2026-03-31"))).toBe(true);
    expect(isInPeriod("2026-q1", day("2026-04-01"))).toBe(false);
    expect(isInPeriod("2025-q1", day("2026-01-15"))).toBe(false);
  });

  test.each([
    ["2022-06-30", "ratings.errors.notQuarterly"],
    ["2024-06-30", "ratings.errors.notQuarterly"],
    ["2026-06-30", null],
  ])("under the rules of %s a quarter is refused for: %s", (on, reason) => {
    const rules = catalogueEntryOn("RATING", day(on));
    if (!rules) throw new Error(`no rules on ${on}`);
    expect(quarterlyObstacle(2, rules.parameters, rules.document)?.reason ?? null).toBe(reason);
    expect(quarterlyObstacle(null, rules.parameters, rules.document)).toBeNull();
  });

  it("is typed as a year and, where it is one, the quarter", () => {
    const typed = { year: "2026", reckoningOn: "31/03/2026" };
    const none = { selfReviewDueOn: "", meetingDueOn: "", proposalDueOn: "", decisionDueOn: "", announcementDueOn: "" };
    const read = (quarter: string) => openRatingRoundInput.safeParse({ ...typed, ...none, quarter });
    expect(read("1").data).toMatchObject({ year: 2026, quarter: 1 });
    expect(read("").data).toMatchObject({ year: 2026, quarter: null });
    const unsaid = (quarter: string) =>
      openRatingRoundInput.safeParse({ ...typed, ...none, quarter, reckoningOn: "" }).data?.reckoningOn;
    expect([unsaid("1"), unsaid("")]).toEqual(["2026-03-31", "2026-12-31"]);
    for (const quarter of ["0", "4", "x"]) expect(read(quarter).error?.issues[0]?.path).toEqual(["quarter"]);
  });
});
