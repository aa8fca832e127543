import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import type { AssignmentRole } from "@/lib/core/db/generated/enums";
import {
  branchCountsOf,
  changedSince,
  changesIn,
  daysIn,
  endedIn,
  followedIn,
  gapsIn,
  issueObstacle,
  markOf,
  openingObstacle,
  type Place,
  type PlanFacts,
  planningObstacle,
  type RunningPlace,
  submissionObstacle,
} from "@/lib/features/assignments/rules/planning";

const period = { startsOn: day("2027-01-01"), endsOn: day("2028-01-01") };
const always = { startsOn: day("2015-01-01"), endsOn: null };
const branch = (id: string, changes = {}) => ({ ...always, id, name: `Chi bộ ${id}`, ...changes });
const place = (branchId: string, memberId: string, role: AssignmentRole = "MAIN"): Place => {
  return { branchId, branchName: `Chi bộ ${branchId}`, memberId, memberName: `Đồng chí ${memberId}`, role };
};
const running = (of: Place, changes: Partial<RunningPlace> = {}): RunningPlace => {
  const days = { startsOn: day("2026-01-01"), endsOn: day("2027-01-01") };
  return { ...of, id: `${of.branchId}-${of.memberId}`, version: 1, ...days, ...changes };
};
const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  period,
  branches: [branch("A"), branch("B")],
  planned: [place("A", "1"), place("B", "2")],
  running: [],
  seats: new Map([
    ["1", [always]],
    ["2", [always]],
    ["3", [always]],
  ]),
  ...changes,
});
const kindsOf = (of: PlanFacts) => gapsIn(of).map((gap) => gap.kind);

describe("what a plan does to those in charge", () => {
  it("tells who begins, goes on, changes the part and leaves, branch by branch", () => {
    const before = [
      running(place("A", "1")),
      running(place("B", "2", "SUPPORTING")),
      running(place("B", "3")),
      running(place("B", "4"), { endsOn: day("2026-06-01") }),
    ];
    const planned = [place("A", "1"), place("A", "3", "SUPPORTING"), place("B", "2")];
    const told = changesIn(facts({ running: before, planned })).map((one) => [one.branchId, one.memberId, one.kind]);
    expect(told).toEqual([
      ["A", "1", "KEPT"],
      ["A", "3", "BEGUN"],
      ["B", "2", "MOVED"],
      ["B", "3", "ENDED"],
    ]);
  });

  it("ends what would last into it, and leaves alone what ends by itself", () => {
    const lasting = running(place("A", "1"), { endsOn: null });
    const of = facts({ running: [lasting, running(place("B", "2"))] });
    expect(followedIn(of)).toHaveLength(2);
    expect(endedIn(of)).toEqual([lasting]);
  });

  it("tells of every place before and after exactly once, whatever the places are", () => {
    const places = fc.uniqueArray(
      fc.record({
        branchId: fc.constantFrom("A", "B", "C"),
        memberId: fc.constantFrom("1", "2", "3", "4"),
        role: fc.constantFrom<AssignmentRole>("MAIN", "SUPPORTING"),
      }),
      { selector: (one) => one.branchId + one.memberId },
    );
    fc.assert(
      fc.property(places, places, (before, after) => {
        const of = facts({
          branches: [branch("A"), branch("B"), branch("C")],
          running: before.map((one) => running(place(one.branchId, one.memberId, one.role))),
          planned: after.map((one) => place(one.branchId, one.memberId, one.role)),
        });
        const changes = changesIn(of);
        expect(changes.filter((one) => one.before !== null)).toHaveLength(before.length);
        expect(changes.filter((one) => one.after !== null)).toHaveLength(after.length);
        const loads = ["1", "2", "3", "4"].map((id) => branchCountsOf(id, of.planned));
        expect(loads.reduce((sum, load) => sum + load.main + load.supporting, 0)).toBe(after.length);
      }),
    );
  });
});

describe("what is left to settle", () => {
  it("is nothing where every branch has a main person with a seat on all days", () => {
    expect(gapsIn(facts())).toEqual([]);
  });

  it("names first who has no seat, or loses it within the plan", () => {
    const seats = new Map([
      ["1", [{ ...always, endsOn: day("2027-07-01") }]],
      ["2", [{ ...always, endsOn: day("2026-12-01") }]],
    ]);
    const found = gapsIn(facts({ seats, planned: [place("B", "2"), place("A", "1", "SUPPORTING")] }));
    expect(found.map((gap) => [gap.kind, gap.memberId, gap.params.day])).toEqual([
      ["unseated", "2", "01/01/2027"],
      ["unseated", "1", "01/07/2027"],
      ["noMain", null, "01/01/2027"],
    ]);
  });

  it("asks for a main person in a branch that ends within the plan, until it ends, and for nobody in one that is gone", () => {
    const ending = [branch("A"), branch("B", { endsOn: day("2027-06-01") })];
    expect(kindsOf(facts({ branches: ending }))).toEqual([]);
    expect(kindsOf(facts({ branches: ending, planned: [place("A", "1")] }))).toEqual(["noMain"]);
    expect(daysIn(facts({ branches: ending }), "B")).toEqual({ ...period, endsOn: "2027-06-01" });
    expect(daysIn(facts({ branches: ending }), "A")).toEqual(period);
    const seats = new Map([...facts().seats, ["2", [{ ...always, endsOn: day("2027-06-01") }]]]);
    expect(kindsOf(facts({ branches: ending, seats }))).toEqual([]);
    const gone = [branch("A"), branch("B", { endsOn: period.startsOn })];
    expect(kindsOf(facts({ branches: gone }))).toEqual(["branchGone"]);
    expect(kindsOf(facts({ branches: gone, planned: [place("A", "1")] }))).toEqual([]);
  });

  it("is nothing about a branch that ends on the eve: its assignments end with it, and not by the plan", () => {
    const last = running(place("B", "2"), { endsOn: null });
    const of = facts({ branches: [branch("A")], planned: [place("A", "1")], running: [last] });
    expect(followedIn(of)).toEqual([]);
    expect(endedIn(of)).toEqual([]);
  });

  it("names assignments made for its days already, and none that lie behind them", () => {
    const made = running(place("A", "3"), { startsOn: day("2027-03-01"), endsOn: null });
    const later = running(place("A", "3"), { startsOn: day("2028-01-01"), endsOn: null });
    expect(kindsOf(facts({ running: [made, later] }))).toEqual(["alreadyMade"]);
  });
});

describe("what stands in the way of a plan", () => {
  it("is an end before its start, or another open plan for some of its days", () => {
    expect(openingObstacle({ ...period, endsOn: period.startsOn }, [])?.field).toBe("lastDay");
    const other = { ...period, name: "Kế hoạch khác" };
    expect(openingObstacle(period, [other])).toMatchObject({ params: { name: "Kế hoạch khác" } });
    expect(openingObstacle({ startsOn: period.endsOn, endsOn: day("2029-01-01") }, [other])).toBeNull();
  });

  it("is a person without a seat on its first day, in two parts, or a branch that does not stand", () => {
    const plan = facts();
    const one = { id: "1", name: "Lò Văn Một" };
    const stranger = { id: "9", name: "Lò Văn Chín" };
    const reason = (changes: object, state: "DRAFT" | "SUBMITTED" = "DRAFT") => {
      const input = { branch: branch("A"), main: one, supporting: [], ...changes };
      return planningObstacle(state, plan, input)?.reason ?? null;
    };
    expect(reason({})).toBeNull();
    expect(reason({}, "SUBMITTED")).toBe("assignmentPlans.errors.notDraft");
    expect(reason({ supporting: [one] })).toBe("assignmentPlans.errors.twoParts");
    expect(reason({ supporting: [stranger] })).toBe("assignments.errors.noSeat");
    const closed = branch("A", { endsOn: day("2026-06-01") });
    expect(reason({ branch: closed })).toBe("assignmentPlans.errors.branchNotStanding");
    expect(reason({ branch: closed, main: null })).toBeNull();
  });

  it("is the same hand, an assignment changed since, or something left to settle", () => {
    const before = running(place("A", "1"));
    const submitted = { state: "SUBMITTED" as const, submittedById: "x", comparedWith: [markOf(before)] };
    const reason = (of: PlanFacts, account = "y", plan = submitted) => issueObstacle(plan, of, account)?.reason ?? null;
    expect(reason(facts({ running: [before] }))).toBeNull();
    expect(reason(facts({ running: [before] }), "x")).toBe("assignmentPlans.errors.submitterIssues");
    const changed = { ...before, version: 2 };
    expect(changedSince(submitted.comparedWith, facts({ running: [changed] }))).toEqual([changed]);
    expect(reason(facts({ running: [changed] }))).toBe("assignmentPlans.errors.changedSince");
    expect(reason(facts({ running: [before, running(place("B", "3"))] }))).toBe("assignmentPlans.errors.changedSince");
    expect(reason(facts({ running: [before], planned: [place("A", "1")] }))).toBe("assignmentPlans.gaps.noMain");
    expect(issueObstacle({ ...submitted, state: "DRAFT" }, facts(), "y")?.reason).toBe(
      "assignmentPlans.errors.notSubmitted",
    );
    expect(submissionObstacle("ISSUED", facts())?.reason).toBe("assignmentPlans.errors.notDraft");
    expect(submissionObstacle("DRAFT", facts({ planned: [] }))?.reason).toBe("assignmentPlans.gaps.noMain");
  });
});
