import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { branchBlock } from "@/lib/features/dashboard/rules/branch-blocks";
import { yearCards } from "@/lib/features/dashboard/rules/cards";
import { offeredYears, reckoningDay, shownYear } from "@/lib/features/dashboard/rules/reckoning";
import { trendYears } from "@/lib/features/dashboard/rules/trend";
import type { RatingFigures, Tally } from "@/lib/features/dashboard/schema";
import { inventedFigures, inventedRatings } from "./invented-figures";

const today = day("2026-11-24");
const tally: Tally = {
  rated: 221,
  notRated: 11,
  goodOrBetter: 200,
  EXCELLENT: 33,
  GOOD: 167,
  COMPLETED: 21,
  FAILED: 0,
};
const rated = (year: number, members: Tally | null = tally): RatingFigures => ({
  year,
  members,
  branches: null,
  committee: null,
  targets: {},
});

describe("the day a year is counted on", () => {
  it("is its last, or today while it runs", () => {
    expect(reckoningDay(2022, today)).toBe("2022-12-31");
    expect(reckoningDay(2026, today)).toBe(today);
  });
});

describe("the year that is shown", () => {
  const years = [rated(2021), rated(2022), rated(2023, null)];

  it("is the one asked for, where it is offered", () => {
    expect(offeredYears([2021, 2022, 2023], today)).toEqual([2026, 2025, 2024, 2023, 2022, 2021]);
    expect(shownYear(2021, years, today)).toBe(2021);
    expect(shownYear(2024, years, today)).toBe(2024);
  });

  it("is else the last rated one, or the current one before any rating", () => {
    expect(shownYear(null, years, today)).toBe(2022);
    expect(shownYear(1999, years, today)).toBe(2022);
    expect(shownYear(null, [], today)).toBe(2026);
  });
});

describe("the years compared", () => {
  it("stand newest first, without those in which nothing was decided", () => {
    const trend = trendYears([rated(2021), rated(2022, null), rated(2023)], { ratings: true });
    expect(trend.map((one) => one.year)).toEqual([2023, 2021]);
    expect(trend[0]?.members?.parts.map((part) => [part.key, part.count])).toEqual([
      ["EXCELLENT", 33],
      ["GOOD", 167],
      ["COMPLETED", 21],
      ["FAILED", 0],
    ]);
  });

  it("put levels together in every year where one year may not tell them apart", () => {
    const hidden = { ...tally, COMPLETED: null, FAILED: null };
    const trend = trendYears([rated(2021, hidden), rated(2022)], { ratings: false });
    for (const { members } of trend) {
      expect(members?.parts.map((part) => part.key)).toEqual(["EXCELLENT", "GOOD", "BELOW_GOOD"]);
      expect(members?.parts.at(-1)).toEqual({ key: "BELOW_GOOD", count: 21, href: null });
    }
  });

  it("never lose or invent anybody", () => {
    fc.assert(
      fc.property(fc.array(inventedRatings, { maxLength: 5 }), (years) => {
        for (const { members, share } of trendYears(years, { ratings: true }).map((one) => ({
          members: one.members,
          share: one.members?.share,
        }))) {
          const total = members?.parts.reduce((sum, part) => sum + part.count, 0);
          expect(total).toBe(share?.denominator);
        }
      }),
    );
  });
});

describe("the cards", () => {
  const on = day("2022-12-31");
  const none = {
    members: false,
    branches: false,
    assignments: false,
    ratings: false,
    inspections: false,
    committee: false,
  };

  it("have no link where the reader opens no list, and none for a hidden count", () => {
    fc.assert(
      fc.property(inventedFigures, (figures) => {
        const base = { year: 2022, on, figures, ownBranches: [] };
        const closed = yearCards({ ...base, lists: none }).flatMap((group) => group.cards);
        expect(closed.every((card) => card.href === null)).toBe(true);
        const open = yearCards({ ...base, lists: { ...none, members: true } }).flatMap((group) => group.cards);
        expect(
          open.every(({ value, href }) => !(value.kind === "count" && value.count === null && href !== null)),
        ).toBe(true);
      }),
    );
  });

  it("of a branch open its members only where the list holds all of them", () => {
    const branch = { id: "b", name: "Chi bộ bản Mẫu", members: 6, rated: 0, goodOrBetter: 0, level: null };
    expect(branchBlock(branch, { year: 2022, on, opensMembers: false })).toMatchObject({
      membersHref: null,
      rated: null,
    });
    expect(branchBlock(branch, { year: 2022, on, opensMembers: true }).membersHref).toBe(
      "/members?on=2022-12-31&branch=b",
    );
  });
});
