import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import type { CriterionGrade, RatingCriterion } from "@/lib/core/db/generated/enums";
import { highestLeft, nothingKnown, type ReviewFacts, ruledOut } from "@/lib/features/ratings/rules/ruled-out";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";

const rulesOn = (on: string) => {
  const entry = catalogueEntryOn("RATING", day(on));
  if (!entry) throw new Error("no rules");
  return entry.parameters;
};
const [hd21, hd25, qd366] = [rulesOn("2022-12-31"), rulesOn("2024-12-31"), rulesOn("2025-12-31")];
const nothing = nothingKnown;
const graded = (tasks: CriterionGrade, others: CriterionGrade): ReviewFacts => ({
  ...nothing,
  grades: new Map<RatingCriterion, CriterionGrade>(
    hd21.review.criteria.value.map(({ criterion }) => [criterion, criterion === "TASK_RESULTS" ? tasks : others]),
  ),
});
const ofTasks = (total: number, onTime: number, late: number, beyond: number | null): ReviewFacts => ({
  ...nothing,
  points: 95,
  tasks: { total, onTime, late, beyond },
});

describe("QĐ 366: points", () => {
  it.each([
    [100, "EXCELLENT"],
    [90, "EXCELLENT"],
    [89, "GOOD"],
    [70, "GOOD"],
    [69, "COMPLETED"],
    [50, "COMPLETED"],
    [49, "FAILED"],
    [0, "FAILED"],
  ])("%i are %s at most", (points, level) => {
    expect(highestLeft({ ...nothing, points }, qd366)).toBe(level);
  });

  it("rule nothing out where the rules have none", () => {
    expect(ruledOut({ ...nothing, points: 10 }, hd21)).toEqual([]);
    expect(ruledOut({ ...nothing, points: 10 }, hd25)).toEqual([]);
  });
});

describe("QĐ 366: tasks", () => {
  it.each([
    ["all on time, three of ten beyond", ofTasks(10, 10, 0, 3), "EXCELLENT"],
    ["all on time, two of ten beyond", ofTasks(10, 10, 0, 2), "GOOD"],
    ["three of nine beyond are more than three of ten", ofTasks(9, 9, 0, 3), "EXCELLENT"],
    ["three of eleven are less", ofTasks(11, 11, 0, 3), "GOOD"],
    ["all on time, nobody counted what is beyond", ofTasks(10, 10, 0, null), "EXCELLENT"],
    ["one late", ofTasks(10, 9, 1, 5), "COMPLETED"],
    ["one not done and not late yet", ofTasks(10, 9, 0, 5), "COMPLETED"],
    ["a fifth late", ofTasks(10, 8, 2, 5), "COMPLETED"],
    ["more than a fifth late", ofTasks(10, 7, 3, 5), "FAILED"],
    ["a fifth of five", ofTasks(5, 4, 1, 5), "COMPLETED"],
    ["two of nine", ofTasks(9, 7, 2, 5), "FAILED"],
    ["no task at all", ofTasks(0, 0, 0, 0), "EXCELLENT"],
  ])("%s", (_name, facts, level) => {
    expect(highestLeft(facts, qd366)).toBe(level);
  });

  it("say each reason with its source, and how sure it is", () => {
    expect(ruledOut(ofTasks(10, 7, 3, 1), qd366).map(({ level, bar, certainty }) => [level, bar, certainty])).toEqual([
      ["EXCELLENT", "tasksOnTime", "CONFIRMED"],
      ["EXCELLENT", "tasksBeyond", "CONFIRMED"],
      ["EXCELLENT", "tasksLate", "SINGLE_SOURCE"],
      ["GOOD", "tasksOnTime", "CONFIRMED"],
      ["GOOD", "tasksLate", "SINGLE_SOURCE"],
      ["COMPLETED", "tasksLate", "SINGLE_SOURCE"],
    ]);
  });
});

describe("HD 21: grades", () => {
  it.each([
    ["GRADE_EXCELLENT", "GRADE_EXCELLENT", "EXCELLENT"],
    ["GRADE_EXCELLENT", "GRADE_GOOD", "EXCELLENT"],
    ["GRADE_EXCELLENT", "GRADE_AVERAGE", "GOOD"],
    ["GRADE_GOOD", "GRADE_EXCELLENT", "GOOD"],
    ["GRADE_POOR", "GRADE_EXCELLENT", "GOOD"],
  ] as const)("tasks %s and the rest %s: %s at most", (tasks, others, level) => {
    expect(highestLeft(graded(tasks, others), hd21)).toBe(level);
    expect(highestLeft(graded(tasks, others), hd25)).toBe(level);
    expect(ruledOut(graded(tasks, others), qd366)).toEqual([]);
  });

  it("that are not given rule nothing out", () => {
    expect(ruledOut({ ...nothing, grades: new Map([["ETHICS", "GRADE_EXCELLENT"]]) }, hd21)).toEqual([]);
  });
});

describe("what holds a rating down", () => {
  it.each([
    [2, "EXCELLENT"],
    [3, "COMPLETED"],
    [12, "COMPLETED"],
  ])("%i months of sick leave: %s at most", (sickLeaveMonths, level) => {
    expect(highestLeft({ ...nothing, sickLeaveMonths }, hd21)).toBe(level);
  });

  it("discipline in the year, under every rule set, as a value that is not confirmed", () => {
    for (const rules of [hd21, hd25, qd366]) {
      expect(highestLeft({ ...nothing, isDisciplined: true }, rules)).toBe("FAILED");
      expect(highestLeft({ ...nothing, isDisciplined: false }, rules)).toBe("EXCELLENT");
      expect(ruledOut({ ...nothing, isDisciplined: true }, rules).map(({ certainty }) => certainty)).not.toContain(
        "CONFIRMED",
      );
    }
  });
});
