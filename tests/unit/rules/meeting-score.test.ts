import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import {
  gradeOf,
  gradingObstacle,
  pointsObstacle,
  scoringObstacle,
  totalOf,
} from "@/lib/features/meetings/rules/score";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";

const rules = catalogueEntryOn("MEETING", day("2026-01-01"))?.parameters;
const form = {
  criteria: rules?.criteria.value ?? [],
  gradeFloors: rules?.gradeFloors.value ?? { good: 0, fair: 0, average: 0 },
};
const full = Object.fromEntries(form.criteria.map(({ criterion, most }) => [criterion, most]));

describe("the points of a meeting", () => {
  it("are a hundred together, whatever the rules of the day", () => {
    for (const on of ["2018-07-06", "2025-10-27", "2025-10-28"]) {
      const criteria = catalogueEntryOn("MEETING", day(on))?.parameters.criteria.value ?? [];
      expect(criteria.reduce((sum, { most }) => sum + most, 0)).toBe(100);
    }
    expect(totalOf(full, form)).toBe(100);
  });

  it.each([
    [100, "MEETING_GOOD"],
    [90, "MEETING_GOOD"],
    [89, "MEETING_FAIR"],
    [70, "MEETING_FAIR"],
    [69, "MEETING_AVERAGE"],
    [50, "MEETING_AVERAGE"],
    [49, "MEETING_POOR"],
    [0, "MEETING_POOR"],
  ])("%i of them are worth %s", (total, grade) => {
    expect(gradeOf(total, form.gradeFloors)).toBe(grade);
  });

  it("are refused where one is missing, too high or of another form", () => {
    expect(pointsObstacle(full, form)).toBeNull();
    expect(pointsObstacle({ ...full, TIME: null }, form)).toMatchObject({ field: "TIME" });
    expect(pointsObstacle({ ...full, TIME: 6 }, form)).toMatchObject({ params: { most: 5 } });
    const shorter = { ...form, criteria: form.criteria.filter(({ criterion }) => criterion !== "TIME") };
    expect(pointsObstacle(full, shorter)).toMatchObject({ reason: "meetings.errors.pointsStrange", field: "TIME" });
  });

  it("add up to what was given, and give a better grade the more there are", () => {
    const given = fc.record(
      Object.fromEntries(form.criteria.map(({ criterion, most }) => [criterion, fc.integer({ min: 0, max: most })])),
    );
    const order = ["MEETING_POOR", "MEETING_AVERAGE", "MEETING_FAIR", "MEETING_GOOD"];
    const rank = (total: number) => order.indexOf(gradeOf(total, form.gradeFloors));
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 100 }), (points, other) => {
        const total = totalOf(points, form);
        expect(total).toBe(Object.values(points).reduce((sum, one) => sum + one, 0));
        expect(pointsObstacle(points, form)).toBeNull();
        expect(rank(Math.max(total, other))).toBeGreaterThanOrEqual(rank(Math.min(total, other)));
      }),
    );
  });
});

describe("the grade of a meeting", () => {
  const score = { proposedGrade: "MEETING_FAIR", decidedGrade: null, scoredById: "scorer" } as const;
  const decision = { grade: "MEETING_FAIR", reason: null } as const;

  it("is proposed after the roll and until it is decided", () => {
    expect(scoringObstacle(false, null)).toMatchObject({ reason: "meetings.errors.scoreBeforeRoll" });
    expect(scoringObstacle(true, { decidedGrade: null })).toBeNull();
    expect(scoringObstacle(true, { decidedGrade: "MEETING_POOR" })).toMatchObject({
      reason: "meetings.errors.gradeDecided",
    });
  });

  it("is decided by another than who scored, of sent minutes, with a reason for anything else than proposed", () => {
    expect(gradingObstacle("SENT", score, decision, "leader")).toBeNull();
    expect(gradingObstacle("SIGNED", { ...score, scoredById: null }, decision, null)).toBeNull();
    expect(gradingObstacle("DRAFT", score, decision, "leader")).toMatchObject({
      reason: "meetings.errors.gradeBeforeSent",
    });
    expect(gradingObstacle("SENT", null, decision, "leader")).toMatchObject({ reason: "meetings.errors.notScored" });
    expect(gradingObstacle("SENT", score, decision, "scorer")).toMatchObject({ reason: "meetings.errors.ownScore" });
    const better = { ...decision, grade: "MEETING_GOOD" } as const;
    expect(gradingObstacle("SENT", score, better, "leader")).toMatchObject({ field: "reason" });
    expect(gradingObstacle("SENT", score, { ...better, reason: "Đúng thực tế" }, "leader")).toBeNull();
    const decided = { ...score, decidedGrade: "MEETING_FAIR" } as const;
    expect(gradingObstacle("SENT", decided, decision, "leader")).toMatchObject({
      reason: "meetings.errors.gradeAgainReason",
    });
  });
});
