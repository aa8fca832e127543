import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { catalogue, catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import {
  citedIn,
  confirmationObstacle,
  draftObstacle,
  isChanged,
  nextCode,
  parametersOf,
  startObstacle,
  valueObstacle,
  valueText,
  withParameter,
} from "@/lib/features/rule-sets/rules/revisions";

const rating = catalogueEntryOn("RATING", day("2026-01-01"))?.parameters ?? {};

describe("the first day of a next version", () => {
  const open = { startsOn: day("2025-08-30"), endsOn: null };
  const ended = { startsOn: day("2023-10-04"), endsOn: day("2025-08-30") };
  it.each([
    [open, "2025-08-30", "ruleSets.errors.startsTooEarly"],
    [open, "2025-08-31", undefined],
    [open, "2031-01-01", undefined],
    [ended, "2023-10-04", "ruleSets.errors.startsTooEarly"],
    [ended, "2023-10-05", undefined],
    [ended, "2025-08-29", undefined],
    [ended, "2025-08-30", "ruleSets.errors.startsTooLate"],
  ])("in %j on %s: %s", (followed, on, reason) => {
    expect(startObstacle(day(on), followed)?.reason).toBe(reason);
  });
});

describe("one parameter", () => {
  it.each(catalogue)("of $code is changed alone, in a group or outside", ({ parameters }) => {
    for (const { name, value } of citedIn(parameters)) {
      const after = { name, value, citation: "CV 1", certainty: "CONFIRMED" as const };
      const changed = parametersOf(parameters, withParameter(parameters, after)).filter(isChanged);
      expect(changed.map((line) => line.after)).toEqual([after]);
    }
  });

  it("has changed where its source alone is another", () => {
    const before = { name: "share", value: 20, citation: null, certainty: "INFERRED" as const };
    expect(isChanged({ before, after: { ...before } })).toBe(false);
    expect(isChanged({ before, after: { ...before, citation: "HD 43" } })).toBe(true);
  });

  it("is named by its group", () => {
    expect(citedIn(rating).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["memberCap_share", "branchCap_overCap", "scoreFloors", "quarterly"]),
    );
  });
});

describe("what a value cannot be", () => {
  it.each([
    ["scoreFloors", { excellent: 90, good: 70, completed: 50 }, undefined],
    ["scoreFloors", { excellent: 90, good: 90, completed: 50 }, "value-good"],
    ["gradeFloors", { good: 90, fair: 70, average: 75 }, "value-average"],
    ["memberCap_share", { numerator: 100, denominator: 100 }, undefined],
    ["memberCap_share", { numerator: 101, denominator: 100 }, "value-numerator"],
    ["admissionVote", { comparison: "AT_LEAST", numerator: 3, denominator: 2 }, "value-numerator"],
    ["sizeFrom", { numerator: 15, denominator: 10 }, undefined],
    ["effectMonths", 12, undefined],
    ["reminderDays", [60, 30], undefined],
  ])("%s as %j: %s", (name, value, field) => {
    expect(valueObstacle(name, value)?.field).toBe(field);
  });
});

describe("a value in one line", () => {
  it.each([
    [{ numerator: 20, denominator: 100 }, "20/100"],
    [{ comparison: "AT_LEAST", numerator: 2, denominator: 3 }, "AT_LEAST 2/3"],
    [
      [
        { criterion: "COMMON", most: 30 },
        { criterion: "TASK_RESULTS", most: 70 },
      ],
      "COMMON 30, TASK_RESULTS 70",
    ],
    [{ tasks: "GRADE_EXCELLENT", others: "GRADE_GOOD" }, "GRADE_EXCELLENT GRADE_GOOD"],
    [["02-03", "05-19"], "02-03, 05-19"],
    [true, true],
    [12, 12],
    ["GOOD_ONLY", "GOOD_ONLY"],
  ])("%j is %s", (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});

describe("the steps of a next version", () => {
  it("are taken from a draft, and confirmed by another person than submitted it", () => {
    expect(draftObstacle("DRAFT")).toBeNull();
    for (const state of ["SUBMITTED", "CONFIRMED", "DISCARDED"] as const) {
      expect(draftObstacle(state)?.reason).toBe("ruleSets.errors.notDraft");
    }
    const reasonOf = (state: "DRAFT" | "SUBMITTED" | "CONFIRMED", by: string) =>
      confirmationObstacle({ state, submittedById: "a" }, by)?.reason;
    expect(reasonOf("SUBMITTED", "b")).toBeUndefined();
    expect(reasonOf("SUBMITTED", "a")).toBe("ruleSets.errors.submitterConfirms");
    expect(reasonOf("DRAFT", "b")).toBe("ruleSets.errors.notSubmitted");
    expect(reasonOf("CONFIRMED", "b")).toBe("ruleSets.errors.notSubmitted");
  });

  it("end in a name that is not taken", () => {
    expect(nextCode("rating-2025", ["rating-2025"])).toBe("rating-2025.2");
    expect(nextCode("rating-2025", ["rating-2025", "rating-2025.2", "rating-2023.7"])).toBe("rating-2025.3");
    expect(nextCode("rating-2025.2", ["rating-2025", "rating-2025.2", "rating-2025.3"])).toBe("rating-2025.4");
  });
});
