import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, day } from "@/lib/core/day";
import { DisciplineBody, DisciplineForm } from "@/lib/core/db/generated/enums";
import {
  correctionObstacle,
  type DecisionPaper,
  daysObstacle,
  decisionObstacle,
  effectEndsOn,
  formObstacle,
  formsOf,
  isInEffect,
  lapsesAfter,
  limitationMonths,
  limitationObstacle,
  neverLapses,
  voteObstacle,
  voteRule,
} from "@/lib/features/disciplines/rules";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";

const today = day("2026-11-27");
const entry = catalogueEntryOn("DISCIPLINE", day("2023-01-01"));
if (!entry) throw new Error("no rules on discipline");
const { parameters: rules, document } = entry;
const paper: DecisionPaper = {
  ...{ form: "WARNING", body: "STANDING_COMMITTEE", bodyMembers: 13, present: 11, votesFor: 9, votesAgainst: 2 },
  ...{ breachKind: "ORDINARY", exceptionPaper: null, breachOn: day("2022-02-01"), concludedOn: day("2023-02-01") },
  ...{ decidedOn: day("2023-03-01"), announcedOn: day("2023-03-05") },
};
const official = { subject: "OFFICIAL", holdsPost: false } as const;

describe("the forms", () => {
  it.each([
    ["OFFICIAL", ["REPRIMAND", "WARNING", "DISMISSAL", "EXPULSION"]],
    ["PROBATIONARY", ["REPRIMAND", "WARNING"]],
    ["ORGANIZATION", ["REPRIMAND", "WARNING", "DISSOLUTION"]],
  ] as const)("of %s are %s and no others", (subject, forms) => {
    expect(formsOf(rules, subject)).toEqual(forms);
    const taken = Object.values(DisciplineForm).filter(
      (form) => formObstacle({ ...paper, form }, { subject, holdsPost: true }, rules) === null,
    );
    expect(taken).toEqual(forms);
  });

  it("take a post from who holds one alone", () => {
    const dismissal = { ...paper, form: "DISMISSAL" as const };
    expect(formObstacle(dismissal, official, rules)?.reason).toBe("disciplines.errors.noPost");
    expect(formObstacle(dismissal, { ...official, holdsPost: true }, rules)).toBeNull();
  });

  it("that a branch decides are the two lighter ones, on members alone", () => {
    const decided = (form: DecisionPaper["form"], subject: "OFFICIAL" | "ORGANIZATION") =>
      formObstacle({ ...paper, form, body: "BRANCH" }, { subject, holdsPost: true }, rules)?.reason ?? null;
    expect(decided("WARNING", "OFFICIAL")).toBeNull();
    expect(decided("REPRIMAND", "OFFICIAL")).toBeNull();
    expect(decided("DISMISSAL", "OFFICIAL")).toBe("disciplines.errors.beyondBranch");
    expect(decided("EXPULSION", "OFFICIAL")).toBe("disciplines.errors.beyondBranch");
    expect(decided("WARNING", "ORGANIZATION")).toBe("disciplines.errors.branchOnBranch");
  });
});

it("the forms are as the rules of the day have them, a branch's too", () => {
  const fewer = {
    ...rules,
    officialForms: { ...rules.officialForms, value: ["REPRIMAND" as const] },
    branchForms: { ...rules.branchForms, value: [] },
  };
  expect(formObstacle(paper, official, fewer)?.reason).toBe("disciplines.errors.form_OFFICIAL");
  expect(formObstacle({ ...paper, form: "REPRIMAND" }, official, fewer)).toBeNull();
  expect(formObstacle({ ...paper, form: "REPRIMAND", body: "BRANCH" }, official, fewer)?.reason).toBe(
    "disciplines.errors.beyondBranch",
  );
});

describe("the vote", () => {
  it.each([
    [13, 11, 9, 2, null],
    [13, 7, 7, 0, null],
    [13, 13, 6, 7, "majority"],
    [12, 12, 6, 6, "majority"],
    [12, 12, 7, 5, null],
    [13, 14, 12, 2, "present"],
    [13, 11, 9, 1, "sum"],
    [13, 11, 9, 3, "sum"],
    [0, 0, 0, 0, "majority"],
  ])("of %i members, %i present, %i for, %i against: %s", (bodyMembers, present, votesFor, votesAgainst, key) => {
    const reason = voteObstacle({ ...paper, bodyMembers, present, votesFor, votesAgainst }, rules)?.reason ?? null;
    expect(reason).toBe(key && `disciplines.errors.${key}`);
  });

  it("decides with more than half of the whole body and never with less, whoever was there", () => {
    const numbers = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(numbers, ([members, yes, no]) => {
        const vote = { ...paper, bodyMembers: members, present: yes + no, votesFor: yes, votesAgainst: no };
        const decides = voteObstacle(vote, rules) === null;
        expect(decides).toBe(yes + no <= members && yes > members - yes);
      }),
    );
  });

  it("is told with how sure its rule is", () => {
    const told = Object.values(DisciplineBody).map((body) => [body, voteRule(rules, body).certainty]);
    expect(told.filter(([, certainty]) => certainty === "SINGLE_SOURCE")).toEqual([["BRANCH", "SINGLE_SOURCE"]]);
  });

  it("asks for as many as its rule, each body its own", () => {
    const two = { comparison: "AT_LEAST", numerator: 2, denominator: 3 } as const;
    const stricter = { ...rules, branchDisciplineVote: { ...rules.branchDisciplineVote, value: two } };
    const vote = { ...paper, bodyMembers: 12, present: 12, votesFor: 7, votesAgainst: 5 };
    expect(voteObstacle({ ...vote, body: "BRANCH" }, stricter)?.params).toEqual({ needed: 8, members: 12 });
    expect(voteObstacle({ ...vote, body: "BRANCH", votesFor: 8, votesAgainst: 4 }, stricter)).toBeNull();
    expect(voteObstacle(vote, stricter)).toBeNull();
  });
});

describe("the days", () => {
  it.each([
    [{ concludedOn: day("2022-01-31") }, "concludedOn"],
    [{ decidedOn: day("2023-01-31") }, "decidedOn"],
    [{ announcedOn: day("2023-02-28") }, "announcedOn"],
    [{ announcedOn: addDays(today, 1) }, "inFuture"],
    [{ announcedOn: today }, null],
    [{ concludedOn: paper.breachOn }, null],
    [{ announcedOn: paper.decidedOn }, null],
  ])("changed by %o: %s", (changes, key) => {
    const reason = daysObstacle({ ...paper, ...changes }, today)?.reason ?? null;
    expect(reason).toBe(key && `disciplines.errors.${key}`);
  });
});

describe("the limitation (QĐ 69, 4)", () => {
  it.each([
    ["ORGANIZATION", "REPRIMAND", 60],
    ["ORGANIZATION", "WARNING", 120],
    ["ORGANIZATION", "DISSOLUTION", null],
    ["OFFICIAL", "REPRIMAND", 60],
    ["OFFICIAL", "WARNING", 120],
    ["OFFICIAL", "DISMISSAL", 120],
    ["OFFICIAL", "EXPULSION", null],
    ["PROBATIONARY", "REPRIMAND", 60],
    ["PROBATIONARY", "WARNING", 120],
  ] as const)("of %s for %s is %s months", (subject, form, months) => {
    expect(limitationMonths(rules, subject, form)).toBe(months);
  });

  const concluded = (concludedOn: string, changes: Partial<DecisionPaper> = {}) =>
    limitationObstacle({ ...paper, form: "REPRIMAND", concludedOn: day(concludedOn), ...changes }, "OFFICIAL", {
      rules,
      document,
    });

  it("is kept on its last day and not on the next one", () => {
    expect(concluded("2027-02-01")).toBeNull();
    expect(concluded("2027-02-02")).toMatchObject({
      ...{ reason: "disciplines.errors.lapsed", field: "breachKind" },
      params: { months: 60, day: "01/02/2027", document },
    });
    expect(lapsesAfter(paper.breachOn, 60)).toBe("2027-02-01");
    expect(lapsesAfter(paper.breachOn, null)).toBeNull();
  });

  it.each(["FALSE_DIPLOMA", "INTERNAL_POLITICS"] as const)("leaves out %s, where a paper says so", (breachKind) => {
    expect(concluded("2026-02-02", { breachKind })?.reason).toBe("disciplines.errors.exceptionPaper");
    expect(concluded("2027-02-02", { breachKind, exceptionPaper: "12-KL/UBKT" })).toBeNull();
    expect(neverLapses(rules, breachKind)).toMatchObject({ value: true });
    expect(neverLapses(rules, breachKind)?.certainty).not.toBe("CONFIRMED");
  });

  it("holds a kind that lapses by the rules of its day, paper or not", () => {
    const lapsing = { ...rules, falseDiplomaNeverLapses: { ...rules.falseDiplomaNeverLapses, value: false } };
    const late = { ...paper, breachKind: "FALSE_DIPLOMA", exceptionPaper: "12-KL/UBKT", breachOn: day("2012-01-01") };
    const reason = (of: typeof rules) =>
      limitationObstacle({ ...late, breachKind: "FALSE_DIPLOMA" }, "OFFICIAL", { rules: of, document })?.reason ?? null;
    expect(reason(rules)).toBeNull();
    expect(reason(lapsing)).toBe("disciplines.errors.lapsed");
    expect(neverLapses(rules, "ORDINARY")).toBeNull();
  });

  it("takes no paper for what lapses", () => {
    expect(concluded("2023-01-01", { exceptionPaper: "12-KL/UBKT" })?.reason).toBe("disciplines.errors.noException");
  });

  it("never holds up what is within it, nor lets pass what is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (days) => {
        const concludedOn = addDays(paper.breachOn, days);
        const isWithin = concludedOn <= addMonths(paper.breachOn, 60);
        expect(concluded(concludedOn) === null).toBe(isWithin);
      }),
    );
  });
});

describe("the effect", () => {
  it("ends by itself twelve months after the announcement, but of what ends a membership or a branch", () => {
    const ends = (form: DecisionPaper["form"]) => effectEndsOn({ form, announcedOn: day("2023-03-05") }, rules);
    expect(ends("REPRIMAND")).toBe("2024-03-05");
    expect(ends("DISMISSAL")).toBe("2024-03-05");
    expect(ends("EXPULSION")).toBeNull();
    expect(ends("DISSOLUTION")).toBeNull();
  });

  it.each([
    ["2023-03-04", false],
    ["2023-03-05", true],
    ["2024-03-04", true],
    ["2024-03-05", false],
  ])("is there on %s: %s", (on, expected) => {
    expect(isInEffect(day("2023-03-05"), day("2024-03-05"), day(on))).toBe(expected);
  });

  it("of an expulsion does not end", () => {
    expect(isInEffect(day("2023-03-05"), null, day("2099-01-01"))).toBe(true);
  });
});

describe("a decision", () => {
  it("stands where all of it can be", () => {
    expect(decisionObstacle(paper, official, { rules, document }, today)).toBeNull();
  });

  it.each([
    [{ announcedOn: addDays(today, 1) }, "announcedOn"],
    [{ form: "DISSOLUTION" }, "form"],
    [{ votesFor: 6 }, "votesFor"],
    [{ breachOn: day("2010-01-01") }, "breachKind"],
  ] as const)("changed by %o is refused beside its field", (changes, field) => {
    expect(decisionObstacle({ ...paper, ...changes }, official, { rules, document }, today)?.field).toBe(field);
  });
});

describe("a correction", () => {
  it.each([
    [null, null, null],
    [{ isConfirmed: true, isCorrected: false }, "x", null],
    [{ isConfirmed: true, isCorrected: false }, null, "correctionReason"],
    [{ isConfirmed: false, isCorrected: false }, "x", "notConfirmed"],
    [{ isConfirmed: true, isCorrected: true }, "x", "corrected"],
  ])("of %o for the reason %s: %s", (corrected, reason, key) => {
    expect(correctionObstacle(corrected, reason)?.reason ?? null).toBe(key && `disciplines.errors.${key}`);
  });
});
