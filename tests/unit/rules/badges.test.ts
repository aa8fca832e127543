import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, addYears, type Day, day } from "@/lib/core/day";
import {
  awardDayObstacle,
  awardDaysOf,
  type BadgeFacts,
  decisionObstacle,
  dueBadge,
  earlyBadge,
  kindOn,
  proposalObstacle,
  reachedOn,
  recordObstacle,
} from "@/lib/features/badges/rules";
import { partyAge } from "@/lib/features/members/rules";
import { catalogue } from "@/lib/features/rule-sets/catalogue";
import { badgeParameters } from "@/lib/features/rule-sets/schema";

const sets = catalogue
  .filter((one) => one.kind === "BADGE")
  .map(({ code, startsOn, endsOn, parameters }) => ({
    code,
    startsOn,
    endsOn,
    parameters: badgeParameters.parse(parameters),
  }));
const rulesOf = (code: string) => {
  const found = sets.find((one) => one.code === code);
  if (!found) throw new Error(`no rules ${code}`);
  return found.parameters;
};
const before = rulesOf("badge-2022");
const now = rulesOf("badge-2025");

const since = (admittedOn: string, held: readonly number[] = []): BadgeFacts => ({
  admittedOn: day(admittedOn),
  outside: [],
  stays: [{ startsOn: day(admittedOn), endsOn: null, endReason: null }],
  held,
});
const died = (admittedOn: string, on: string): BadgeFacts => ({
  ...since(admittedOn),
  stays: [{ startsOn: day(admittedOn), endsOn: addDays(day(on), 1), endReason: "DECEASED" }],
});

describe("the award days of a year", () => {
  it("stand under the rules in force on each of them", () => {
    const days = awardDaysOf(2025, sets).map(({ awardOn, rules }) => [awardOn, rules.code]);
    expect(days).toEqual([
      ["2025-02-03", "badge-2022"],
      ["2025-05-19", "badge-2022"],
      ["2025-09-02", "badge-2022"],
      ["2025-11-07", "badge-2025"],
    ]);
    expect(awardDaysOf(2021, sets)).toEqual([]);
  });
});

describe("the badge that is due", () => {
  it.each([
    ["1992-11-07", "2022-11-07", 30],
    ["1992-11-08", "2022-11-07", null],
    ["1980-02-03", "2022-11-07", 40],
    ["1927-01-01", "2022-11-07", 90],
  ])("of who was admitted on %s is on %s %s", (admitted, on, years) => {
    expect(dueBadge(since(admitted), day(on), before)?.years ?? null).toBe(years);
  });

  it("of 35 and 95 years came with HD 38", () => {
    expect(dueBadge(since("1988-01-01", [30]), day("2025-09-02"), before)).toBeNull();
    expect(dueBadge(since("1988-01-01", [30]), day("2025-11-07"), now)).toMatchObject({
      years: 35,
      reachedOn: "2023-01-01",
    });
  });

  it("is none where it is held, or a higher one", () => {
    expect(dueBadge(since("1990-01-01", [30]), day("2022-11-07"), before)).toBeNull();
    expect(dueBadge(since("1990-01-01", [40]), day("2022-11-07"), before)).toBeNull();
  });

  it("after a death is given for years that would have been full within twelve months, within a year", () => {
    const facts = died("1993-06-01", "2022-08-15");
    expect(dueBadge(facts, day("2022-09-02"), before)).toEqual({
      years: 30,
      kind: "POSTHUMOUS",
      reachedOn: "2023-06-01",
    });
    expect(dueBadge(facts, day("2023-11-07"), before)).toBeNull();
    expect(dueBadge(died("1993-08-16", "2022-08-15"), day("2022-09-02"), before)).toBeNull();
  });

  it("is none of who is no member on the day", () => {
    const gone: BadgeFacts = {
      ...since("1990-01-01"),
      stays: [{ startsOn: day("1990-01-01"), endsOn: day("2020-01-01"), endReason: "MOVED_AWAY" }],
    };
    expect(dueBadge(gone, day("2022-11-07"), before)).toBeNull();
  });
});

describe("a badge given early", () => {
  it.each([
    ["1993-11-07", "2022-11-07", before, 30],
    ["1993-11-08", "2022-11-07", before, null],
    ["1954-11-07", "2022-11-07", before, 70],
    ["1954-11-08", "2022-11-07", before, null],
  ])("to who was admitted on %s on %s is of %s years", (admitted, on, rules, years) => {
    const held = [30, 40, 45, 50, 55, 60, 65].filter((one) => one < (years ?? 0));
    expect(earlyBadge(since(admitted, held), day(on), rules)?.years ?? null).toBe(years);
  });
});

describe("papers", () => {
  it("are not of the future, and a decision not before its proposal", () => {
    const today = day("2026-11-26");
    expect(proposalObstacle(today, today)).toBeNull();
    expect(proposalObstacle(addDays(today, 1), today)).toMatchObject({ field: "proposedOn" });
    expect(decisionObstacle(today, [today], today)).toBeNull();
    expect(decisionObstacle(addDays(today, 1), [], today)?.reason).toBe("badges.errors.paperInFuture");
    expect(decisionObstacle(addDays(today, -1), [today], today)?.reason).toBe("badges.errors.decidedBeforeProposed");
  });

  it("are for an award day of the rules", () => {
    expect(awardDayObstacle(day("2026-02-03"), now)).toBeNull();
    expect(awardDayObstacle(day("2026-02-04"), now)?.reason).toBe("badges.errors.noAwardDay");
    expect(awardDayObstacle(day("2020-02-03"), null)?.reason).toBe("badges.errors.noRules");
  });

  it("of an old badge tell years that were nearly full", () => {
    const today = day("2026-11-26");
    const facts = since("1980-01-01", [40]);
    const told = (years: number, awardOn: string, decidedOn = "2007-01-01") => {
      const input = { years, awardOn: day(awardOn), decidedOn: day(decidedOn) };
      return recordObstacle(facts, input, { today, rules: [before, now] })?.reason ?? null;
    };
    expect(told(30, "2010-02-03")).toBeNull();
    expect(told(30, "2009-01-01")).toBeNull();
    expect(told(30, "2008-12-31")).toBe("badges.errors.yearsNotFull");
    expect(told(31, "2020-02-03")).toBe("badges.errors.noMilestone");
    expect(told(30, "2010-02-03", "2027-01-01")).toBe("badges.errors.paperInFuture");
    expect(kindOn(facts, { years: 30, awardOn: day("2010-01-01") })).toBe("ON_TIME");
    expect(kindOn(facts, { years: 30, awardOn: day("2009-12-31") })).toBe("EARLY");
    expect(told(40, "2020-02-03")).toBe("badges.errors.held");
    expect(told(45, "2027-02-03")).toBe("badges.errors.inFuture");
  });
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days): Day => addDays(day("1950-01-01"), days));

describe("the day on which years in the Party are full", () => {
  it("is the first on which the Party age reaches them, whatever time was spent outside", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 95 }),
        (admittedOn, afterDays, daysAway, years) => {
          const left = addDays(admittedOn, afterDays + 1);
          const back = addDays(left, daysAway);
          const outside = [{ startsOn: left, endsOn: back }];
          const reached = reachedOn({ admittedOn, outside }, years);
          if (reached === null) throw new Error("never reached");
          const ageOn = (on: Day) => partyAge(admittedOn, on, outside);
          expect(ageOn(reached)).toBeGreaterThanOrEqual(years);
          expect(ageOn(addDays(reached, -1))).toBeLessThan(years);
        },
      ),
    );
  });

  it("never comes for who has left for good before", () => {
    const facts: BadgeFacts = { ...since("1990-01-01"), outside: [{ startsOn: day("2000-01-01"), endsOn: null }] };
    expect(reachedOn(facts, 30)).toBeNull();
    expect(reachedOn(facts, 5)).toBe(addYears(day("1990-01-01"), 5));
  });

  it("lies at most as far from an early badge as the rules allow", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (admittedOn, awardOn) => {
        fc.pre(awardOn > admittedOn);
        const early = earlyBadge(since(admittedOn), awardOn, now);
        if (early === null) return;
        const months = early.years >= 70 ? 24 : 12;
        expect(early.reachedOn > awardOn).toBe(true);
        expect(addMonths(early.reachedOn, -months) <= awardOn).toBe(true);
      }),
    );
  });

  it("is early for the first milestone whose day has not come and that is above all held", () => {
    const held = fc.array(fc.constantFrom(...now.milestoneYears.value), { maxLength: 2 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 35_000 }), held, (admittedOn, days, badges) => {
        const facts = since(admittedOn, badges);
        const awardOn = addDays(admittedOn, days);
        const next = now.milestoneYears.value.find(
          (years) => addYears(admittedOn, years) > awardOn && badges.every((one) => one < years),
        );
        const early = earlyBadge(facts, awardOn, now);
        expect(early === null || early.years === next).toBe(true);
        const within = next !== undefined && addMonths(addYears(admittedOn, next), -12) <= awardOn;
        expect(early !== null || !within).toBe(true);
      }),
    );
  });
});
