import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { CriterionGrade, NotRatedReason } from "@/lib/core/db/generated/enums";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import {
  changeObstacle,
  formObstacle,
  gradesOf,
  isAsked,
  type Marks,
  marksObstacle,
  missingParts,
  pointsOf,
  reviewStanding,
  tasksObstacle,
} from "@/lib/features/self-reviews/rules";

const rulesOn = (on: string) => {
  const entry = catalogueEntryOn("RATING", day(on));
  if (!entry) throw new Error("no rules");
  return entry.parameters;
};
const [hd21, qd366] = [rulesOn("2022-12-31"), rulesOn("2025-12-31")];
const tasks = (
  tasksTotal: number | null,
  tasksOnTime: number | null,
  tasksLate: number | null,
  tasksBeyond: number | null,
) => ({
  ...{ tasksTotal, tasksOnTime, tasksLate, tasksBeyond },
});

describe("the marks of a self-review", () => {
  it.each([
    [{ COMMON: 30, TASK_RESULTS: 70 }, null],
    [{ COMMON: 0 }, null],
    [{ COMMON: 31 }, "selfReviews.errors.tooManyPoints"],
    [{ TASK_RESULTS: 71 }, "selfReviews.errors.tooManyPoints"],
    [{ COMMON: "GRADE_GOOD" }, "selfReviews.errors.notAMark"],
    [{ IDEOLOGY: 5 }, "selfReviews.errors.otherCriterion"],
    [{ IDEOLOGY: null, COMMON: null }, null],
  ] satisfies [Marks, string | null][])("under QĐ 366: %j", (marks, reason) => {
    expect(marksObstacle(marks, qd366.review)?.reason ?? null).toBe(reason);
  });

  it.each([
    [{ IDEOLOGY: "GRADE_POOR", TASK_RESULTS: "GRADE_EXCELLENT" }, null],
    [{ IDEOLOGY: 9 }, "selfReviews.errors.notAMark"],
    [{ COMMON: "GRADE_GOOD" }, "selfReviews.errors.otherCriterion"],
  ] satisfies [Marks, string | null][])("under HD 21: %j", (marks, reason) => {
    expect(marksObstacle(marks, hd21.review)?.reason ?? null).toBe(reason);
  });

  it("add up to points only where the rules have points and every criterion has some", () => {
    expect(pointsOf({ COMMON: 28, TASK_RESULTS: 61 }, qd366.review)).toBe(89);
    expect(pointsOf({ COMMON: 28 }, qd366.review)).toBeNull();
    expect(pointsOf({ IDEOLOGY: "GRADE_GOOD" }, hd21.review)).toBeNull();
    expect(gradesOf({ IDEOLOGY: "GRADE_GOOD", ETHICS: null }, hd21.review)).toEqual(
      new Map([["IDEOLOGY", "GRADE_GOOD"]]),
    );
    expect(gradesOf({ COMMON: 28 }, qd366.review)).toBeNull();
  });

  it("that may be kept never add up to more than a hundred", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (COMMON, TASK_RESULTS) => {
        const marks = { COMMON, TASK_RESULTS };
        const isKept = marksObstacle(marks, qd366.review) === null;
        expect(isKept).toBe(COMMON <= 30 && TASK_RESULTS <= 70);
        expect(isKept && (pointsOf(marks, qd366.review) ?? 0) > 100).toBe(false);
      }),
    );
  });

  it("of the grades alone are kept under HD 21, whatever is chosen", () => {
    const grade = fc.option(fc.constantFrom(...Object.values(CriterionGrade)));
    const all = fc.tuple(grade, grade, grade, grade, grade, grade);
    fc.assert(
      fc.property(all, (given) => {
        const marks = Object.fromEntries(
          hd21.review.criteria.value.map(({ criterion }, place) => [criterion, given[place] ?? null]),
        );
        expect(marksObstacle(marks, hd21.review)).toBeNull();
        const open = given.filter((one) => one === null).length;
        expect(
          missingParts({ marks, strengths: "a", shortcomings: "b", proposedLevel: "GOOD" }, hd21.review),
        ).toHaveLength(open);
      }),
    );
  });
});

describe("the tasks of a self-review", () => {
  it.each([
    [tasks(null, null, null, null), null],
    [tasks(10, 9, 1, 3), null],
    [tasks(10, 5, 1, null), null],
    [tasks(0, 0, 0, 0), null],
    [tasks(10, 10, 1, null), "selfReviews.errors.moreTasksDone"],
    [tasks(10, null, 1, null), "selfReviews.errors.tasksInPart"],
    [tasks(null, null, null, 2), "selfReviews.errors.tasksInPart"],
    [tasks(3, 3, 0, 4), "selfReviews.errors.moreTasksBeyond"],
  ])("%j", (counts, reason) => {
    expect(tasksObstacle(counts)?.reason ?? null).toBe(reason);
  });
});

describe("a self-review", () => {
  const whole = {
    marks: { COMMON: 25, TASK_RESULTS: 60 },
    strengths: "a",
    shortcomings: "b",
    proposedLevel: "GOOD",
  } as const;

  it("is handed in whole", () => {
    expect(missingParts(whole, qd366.review)).toEqual([]);
    expect(missingParts({ ...whole, marks: { COMMON: 0, TASK_RESULTS: 0 } }, qd366.review)).toEqual([]);
    expect(missingParts({ marks: {}, strengths: null, shortcomings: null, proposedLevel: null }, qd366.review)).toEqual(
      [...["COMMON", "TASK_RESULTS", "strengths", "shortcomings", "proposedLevel"]],
    );
  });

  it("changes as a draft, and never once the branch has voted", () => {
    expect(changeObstacle("DRAFT", false)).toBeNull();
    expect(changeObstacle("HANDED_IN", false)?.reason).toBe("selfReviews.errors.handedIn");
    expect(changeObstacle("DRAFT", true)?.reason).toBe("selfReviews.errors.pastVote");
    expect(changeObstacle("HANDED_IN", true)?.reason).toBe("selfReviews.errors.pastVote");
  });

  it("of a collective is on Mẫu 01, of a person on one of the three", () => {
    for (const form of ["FORM_2A", "FORM_2B", "FORM_2C"] as const) {
      expect(formObstacle("MEMBER", form)).toBeNull();
      expect(formObstacle("BRANCH", form)?.field).toBe("form");
      expect(formObstacle("COMMITTEE", form)?.field).toBe("form");
    }
    expect(formObstacle("MEMBER", "FORM_01")?.field).toBe("form");
    expect(formObstacle("BRANCH", "FORM_01")).toBeNull();
  });

  it("is asked of the newly admitted under HD 21, not under QĐ 366, and of nobody else whom the rules leave out", () => {
    expect([isAsked(null, hd21), isAsked(null, qd366)]).toEqual([true, true]);
    expect([isAsked("ADMITTED_LATE", hd21), isAsked("ADMITTED_LATE", qd366)]).toEqual([true, false]);
    const others = Object.values(NotRatedReason).filter((one) => one !== "ADMITTED_LATE");
    expect(others.map((one) => isAsked(one, hd21))).toEqual(others.map(() => false));
  });

  it("stands where it is, or where the rules put who has none", () => {
    expect([reviewStanding(true, null), reviewStanding(false, null)]).toEqual(["NONE", "NOT_ASKED"]);
    expect([reviewStanding(false, "DRAFT"), reviewStanding(true, "HANDED_IN")]).toEqual(["DRAFT", "HANDED_IN"]);
  });
});
