import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionsOf, emptyPaperObstacle, lastOf, onlyOf } from "@/lib/features/ratings/rules/papers";

const days = fc.array(fc.option(fc.constantFrom("2022-12-01", "2022-12-05", "2022-12-20")));

describe("the papers of a round", () => {
  it("are none while nobody would be listed, and each says what comes first", () => {
    expect(emptyPaperObstacle(1, "vote")).toBeNull();
    expect((["vote", "proposal", "decided"] as const).map((part) => emptyPaperObstacle(0, part)?.reason)).toEqual([
      "ratings.errors.nothingToPrint.vote",
      "ratings.errors.nothingToPrint.proposal",
      "ratings.errors.nothingToPrint.decided",
    ]);
  });

  it("are of the last day that is known", () => {
    expect(lastOf([])).toBeNull();
    expect(lastOf([null, "2022-12-05", null, "2022-12-01"])).toBe("2022-12-05");
    fc.assert(
      fc.property(days, (of) => {
        expect(lastOf(of)).toBe(
          of
            .filter((one) => one !== null)
            .toSorted()
            .at(-1) ?? null,
        );
      }),
    );
  });

  it("name a day only where all that have one share it", () => {
    expect(onlyOf([])).toBeNull();
    expect(onlyOf(["2022-12-05", "2022-12-05"])).toBe("2022-12-05");
    expect(onlyOf(["2022-12-05", null])).toBe("2022-12-05");
    expect(onlyOf([null])).toBeNull();
    expect(onlyOf(["2022-12-05", "2022-12-01"])).toBeNull();
  });

  it("count each decision by number and day, whatever is undecided", () => {
    const line = (decisionNumber: string | null, decidedOn: string | null) => ({ decisionNumber, decidedOn });
    const lines = [line("105", "2022-12-20"), line(null, null), line("105", "2022-12-20"), line("105", "2022-12-21")];
    expect(decisionsOf(lines)).toEqual([
      { number: "105", on: "2022-12-20", count: 2 },
      { number: "105", on: "2022-12-21", count: 1 },
    ]);
  });
});
