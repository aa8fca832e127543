import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import {
  type Attainments,
  meetsRequirement,
  postsRequiring,
  requirementsOf,
} from "@/lib/features/training/rules/requirements";
import { requirements } from "@/lib/features/training/schema/requirements";

const on = day("2022-12-31");
const rules = catalogueEntryOn("TRAINING", on)?.parameters;
if (!rules) throw new Error("no rules of 2022");
const nothing: Attainments = { theoryLevel: "NONE", education: "UNKNOWN", courses: [] };
const course = (kind: Attainments["courses"][number]["kind"], passedOn: string | null) => ({
  ...nothing,
  courses: [{ kind, passedOn: passedOn === null ? null : day(passedOn) }],
});
const meets = (requirement: Parameters<typeof meetsRequirement>[0], of: Attainments) =>
  meetsRequirement(requirement, of, { rules, on });

describe("what a post requires", () => {
  it("is theory of a committee member: by the record, a higher level, or a course that was passed by that day", () => {
    expect(meets("COMMITTEE_THEORY", nothing)).toBe(false);
    expect(meets("COMMITTEE_THEORY", { ...nothing, theoryLevel: null })).toBe(false);
    expect(meets("COMMITTEE_THEORY", { ...nothing, theoryLevel: "ELEMENTARY" })).toBe(true);
    expect(meets("COMMITTEE_THEORY", { ...nothing, theoryLevel: "ADVANCED" })).toBe(true);
    expect(meets("COMMITTEE_THEORY", course("INTERMEDIATE_THEORY", "2022-12-31"))).toBe(true);
    expect(meets("COMMITTEE_THEORY", course("INTERMEDIATE_THEORY", "2023-01-01"))).toBe(false);
    expect(meets("COMMITTEE_THEORY", course("BRANCH_WORK", "2022-01-01"))).toBe(false);
  });

  it("is the course for branch committees, passed and not only attended", () => {
    expect(meets("BRANCH_COURSE", course("BRANCH_WORK", "2021-09-10"))).toBe(true);
    expect(meets("BRANCH_COURSE", course("BRANCH_WORK", null))).toBe(false);
    expect(meets("BRANCH_COURSE", course("UPDATING", "2021-09-10"))).toBe(false);
  });

  it("is schooling of a secretary who heads the village, which nobody is taken to have who has none recorded", () => {
    const schooled = (education: Attainments["education"]) => meets("HEAD_SCHOOLING", { ...nothing, education });
    expect((["NONE", "PRIMARY", "UNKNOWN", null] as const).map(schooled)).toEqual([false, false, false, false]);
    expect((["LOWER_SECONDARY", "UPPER_SECONDARY"] as const).map(schooled)).toEqual([true, true]);
  });

  it("stands with its source, and none of it is confirmed yet", () => {
    expect(requirementsOf(rules)).toEqual([
      { requirement: "COMMITTEE_THEORY", level: "ELEMENTARY", citation: "QĐ 57-QĐ/TW", isConfirmed: false },
      { requirement: "BRANCH_COURSE", level: "true", citation: null, isConfirmed: false },
      { requirement: "HEAD_SCHOOLING", level: "LOWER_SECONDARY", citation: null, isConfirmed: false },
    ]);
    const without = { ...rules, branchCourse: { ...rules.branchCourse, value: false } };
    expect(requirementsOf(without).map(({ requirement }) => requirement)).not.toContain("BRANCH_COURSE");
    expect(catalogueEntryOn("TRAINING", day("2025-08-01"))?.document).toBe("QĐ 350-QĐ/TW");
    expect(catalogueEntryOn("TRAINING", day("2022-02-07"))).toBeNull();
  });

  it("is asked of each post of its own kind", () => {
    expect(requirements.flatMap(postsRequiring)).toEqual(["COMMITTEE_SECRETARY", "BRANCH_SECRETARY", "VILLAGE_HEAD"]);
  });
});
