import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import {
  endPlanObstacle,
  expectedSize,
  measurePlan,
  nextTerm,
  type PlannedFacts,
  planObstacle,
} from "@/lib/features/training/rules/planning";
import { planTerm } from "@/lib/features/training/schema/planning";

const today = day("2026-11-26");
const rules = catalogueEntryOn("PLANNING", today)?.parameters;
if (!rules) throw new Error("no rules");
const reasonOf = (found: { reason: string } | null) => found?.reason.replace("training.errors.", "") ?? null;
const member = { memberId: "1", name: "Lò Văn A", stays: [{ startsOn: day("2020-01-01"), endsOn: null }] };
const input = {
  ...{ post: "PARTY_COMMITTEE" as const, branchId: null, termFrom: 2030, termTo: 2035 },
  decidedOn: day("2026-01-10"),
};

describe("planning people", () => {
  it("is for the term after the running one, or for what follows a term with an end", () => {
    expect(nextTerm({ startsOn: day("2025-07-01"), endsOn: null }, today)).toEqual({ from: 2030, to: 2035 });
    expect(nextTerm({ startsOn: day("2025-07-01"), endsOn: day("2028-01-01") }, today)).toEqual({
      from: 2028,
      to: 2033,
    });
    expect(nextTerm(null, today)).toEqual({ from: 2026, to: 2031 });
  });

  it("reads a term from an address and nothing else", () => {
    expect(planTerm("2030-2035")).toEqual({ from: 2030, to: 2035 });
    for (const typed of ["", "2030", "2035-2030", "2030-2030", "0001-0002", "2030-2035x"]) {
      expect(planTerm(typed)).toBeNull();
    }
  });

  it("refuses a term, branch, decision or person that cannot be", () => {
    expect(planObstacle(input, [member], today)).toBeNull();
    expect(reasonOf(planObstacle({ ...input, termTo: 2030 }, [member], today))).toBe("termEndsBeforeStart");
    expect(reasonOf(planObstacle({ ...input, post: "BRANCH_LEADER" }, [member], today))).toBe("noBranch");
    expect(reasonOf(planObstacle({ ...input, branchId: "b" }, [member], today))).toBe("branchOfCommittee");
    expect(reasonOf(planObstacle({ ...input, decidedOn: day("2026-11-27") }, [member], today))).toBe(
      "decisionInFuture",
    );
    expect(reasonOf(planObstacle({ ...input, decidedOn: day("2019-12-31") }, [member], today))).toBe("noMemberThatDay");
  });

  it("ends once, between the decision and today", () => {
    const planned = { decidedOn: day("2026-01-10"), removedOn: null };
    expect(endPlanObstacle(planned, day("2026-01-10"), today)).toBeNull();
    expect(reasonOf(endPlanObstacle(planned, day("2026-01-09"), today))).toBe("removedBeforeDecided");
    expect(reasonOf(endPlanObstacle(planned, day("2026-11-27"), today))).toBe("removedInFuture");
    expect(reasonOf(endPlanObstacle({ ...planned, removedOn: today }, today, today))).toBe("removedAlready");
  });
});

describe("what is expected of a plan", () => {
  it("is one and a half to two times the posts, in whole people, and three for each at most", () => {
    expect(expectedSize(12, rules)).toEqual({ least: 18, most: 24, limit: 36 });
    expect(expectedSize(3, rules)).toEqual({ least: 5, most: 6, limit: 9 });
    expect(expectedSize(1, rules)).toEqual({ least: 2, most: 2, limit: 3 });
    expect(expectedSize(0, rules)).toBeNull();
  });

  const one = (memberId: string, birthOn: string | null, sex: PlannedFacts["sex"] = "MALE"): PlannedFacts => ({
    ...{ memberId, sex, birthOn: birthOn === null ? null : partialDay(birthOn) },
  });

  it("counts everybody once, and as young only who surely is", () => {
    const entries = [
      one("a", "1986-11-27", "FEMALE"),
      one("a", "1986-11-27", "FEMALE"),
      one("b", "1986"),
      one("c", null),
    ];
    expect(measurePlan(entries, rules, today)).toMatchObject({
      ...{ people: 3, overloaded: [] },
      women: { part: 1, whole: 3, isMet: true },
      young: { part: 1, whole: 3, isMet: true },
    });
    expect(measurePlan([one("a", "1986-11-26")], rules, today).young).toMatchObject({ part: 0, isMet: false });
  });

  it("names who is planned for more posts than one may be", () => {
    const posts = (count: number) => Array.from({ length: count }, () => one("a", "1980"));
    expect(measurePlan(posts(3), rules, today).overloaded).toEqual([]);
    expect(measurePlan(posts(4), rules, today).overloaded).toEqual(["a"]);
  });

  it("meets a share exactly where the part of the whole reaches it", () => {
    const entries = fc.array(fc.tuple(fc.uuid(), fc.constantFrom("MALE" as const, "FEMALE" as const)));
    fc.assert(
      fc.property(entries, (all) => {
        const { women, people } = measurePlan(
          all.map(([id, sex]) => one(id, "1980", sex)),
          rules,
          today,
        );
        expect(women.whole).toBe(people);
        expect(women.isMet).toBe(women.part * 100 >= people * 15);
      }),
    );
  });
});
