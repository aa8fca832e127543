import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RatingLevel } from "@/lib/core/db/generated/enums";
import { runOf, yearsRunning } from "@/lib/features/ratings/rules/runs";
import { confirmed } from "@/lib/features/rule-sets/catalogue/sources";

const rules = { excellentYears: confirmed(5, null), failedYears: confirmed(2, null) };
const results = (...levels: (RatingLevel | null)[]) => levels.map((level, at) => ({ year: 2022 - at, level }));
const five = Array.from({ length: 5 }, () => "EXCELLENT" as const);

describe("years of one level in a row", () => {
  it.each([
    ["five excellent", results(...five), { level: "EXCELLENT", years: 5 }],
    ["six excellent", results(...five, "EXCELLENT"), { level: "EXCELLENT", years: 6 }],
    ["four excellent", results(...five.slice(1)), null],
    ["a good year between", results("EXCELLENT", "EXCELLENT", "GOOD", ...five), null],
    ["a year without a rating between", results("EXCELLENT", null, ...five), null],
    ["a last year that is good", results("GOOD", ...five), null],
    ["two failing", results("FAILED", "FAILED"), { level: "FAILED", years: 2 }],
    ["one failing", results("FAILED", "COMPLETED"), null],
    ["nothing yet", [], null],
  ] as const)("%s", (_, years, expected) => {
    const run = runOf(years, 2022, rules);
    expect(run && { level: run.level, years: run.years }).toEqual(expected);
  });

  it("ask for nothing where the rules name no number of years", () => {
    expect(runOf(results(...five), 2022, { ...rules, excellentYears: confirmed(0, null) })).toBeNull();
  });

  it("never pass over a year, in whatever order the results come", () => {
    const levels = fc.constantFrom(null, ...Object.values(RatingLevel));
    const years = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2010, max: 2022 }), level: levels }), {
      selector: ({ year }) => year,
    });
    fc.assert(
      fc.property(years, (of) => {
        const count = yearsRunning(of, "EXCELLENT", 2022);
        const at = (year: number) => of.find((one) => one.year === year)?.level ?? null;
        for (let back = 0; back < count; back += 1) expect(at(2022 - back)).toBe("EXCELLENT");
        expect(at(2022 - count)).not.toBe("EXCELLENT");
      }),
    );
  });
});
