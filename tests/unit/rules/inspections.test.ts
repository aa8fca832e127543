import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  addendumDecisionObstacle,
  addendumObstacle,
  type CountedInspection,
  conclusionObstacle,
  findingObstacle,
  type InspectionDates,
  inspectionDatesObstacle,
  inspectionTally,
  type Subject,
  subjectsObstacle,
  teamObstacle,
} from "@/lib/features/inspections/rules";
import { from } from "./from";

const branch = (branchId: string): Subject => ({ branchId, memberId: null });
const member = (memberId: string): Subject => ({ branchId: null, memberId });

describe("counting a year's inspections", () => {
  const event = (id: string, mode: CountedInspection["mode"], subjects: Subject[]): CountedInspection => ({
    id,
    year: 2022,
    mode,
    state: "CONCLUDED",
    subjects,
  });
  const year2022 = [
    event("i1", "INSPECTION", [branch("b1")]),
    event("i2", "INSPECTION", [branch("b2"), member("m1")]),
    event("i3", "INSPECTION", [branch("b3")]),
    event("i4", "SUPERVISION", [branch("b4")]),
    event("i5", "SUPERVISION", [branch("b5")]),
  ];
  const lengths = (all: CountedInspection[]) => {
    const tally = inspectionTally(all, 2022);
    return [tally.events.length, tally.branches.length, tally.members.length];
  };

  test("5 events on 5 branches and 1 member", () => {
    expect(lengths(year2022)).toEqual([5, 5, 1]);
    expect(inspectionTally(year2022, 2022).inspections).toEqual(["i1", "i2", "i3"]);
    expect(inspectionTally(year2022, 2022).supervisions).toEqual(["i4", "i5"]);
  });

  test("one event may have every subject, and a branch visited twice is one branch", () => {
    expect(lengths([event("i1", "INSPECTION", ["b1", "b2", "b3", "b4", "b5"].map(branch))])).toEqual([1, 5, 0]);
    expect(lengths([event("i1", "INSPECTION", [branch("b1")]), event("i2", "SUPERVISION", [branch("b1")])])).toEqual([
      2, 1, 0,
    ]);
  });

  test("other years and open cases leave no trace in the numbers", () => {
    const hidden: CountedInspection[] = [
      { ...event("i6", "INSPECTION", [branch("b6"), member("m6")]), year: 2021 },
      { ...event("i7", "INSPECTION", [branch("b7"), member("m7")]), state: "IN_PROGRESS" },
    ];
    expect(inspectionTally([...year2022, ...hidden], 2022)).toEqual(inspectionTally(year2022, 2022));
    expect(lengths([])).toEqual([0, 0, 0]);
  });

  test("every event is an inspection or a supervision, and no id is listed twice", () => {
    const some = fc.array(
      fc.record({
        mode: fc.constantFrom("INSPECTION" as const, "SUPERVISION" as const),
        state: fc.constantFrom("IN_PROGRESS" as const, "CONCLUDED" as const),
        subjects: fc.array(fc.nat({ max: 9 }).map((id) => (id % 2 ? branch(`b${id}`) : member(`m${id}`)))),
      }),
    );
    fc.assert(
      fc.property(some, (rows) => {
        const tally = inspectionTally(
          rows.map((row, place) => ({ ...row, id: `i${place}`, year: 2022 })),
          2022,
        );
        expect(tally.inspections.length + tally.supervisions.length).toBe(tally.events.length);
        for (const ids of Object.values(tally)) expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe("the days of an inspection", () => {
  const dates: InspectionDates = {
    year: 2022,
    decidedOn: day("2022-05-05"),
    startsOn: day("2022-05-10"),
    lastDay: day("2022-06-10"),
    periodFrom: day("2021-01-01"),
    periodTo: day("2022-04-30"),
  };
  const reason = (change: Partial<InspectionDates>) =>
    inspectionDatesObstacle({ ...dates, ...change }, day("2022-05-20"))?.reason ?? null;

  test.each([
    [{}, null],
    [{ lastDay: null, periodFrom: null, periodTo: null }, null],
    [{ startsOn: day("2022-05-05") }, null],
    [{ startsOn: day("2022-05-04") }, "inspections.errors.startsBeforeDecision"],
    [{ decidedOn: day("2022-05-20"), startsOn: day("2022-06-01") }, null],
    [{ decidedOn: day("2022-05-21"), startsOn: day("2022-06-01") }, "inspections.errors.decidedInFuture"],
    [{ lastDay: day("2022-05-10") }, null],
    [{ lastDay: day("2022-05-09") }, "inspections.errors.endsBeforeStart"],
    [{ periodTo: day("2021-01-01") }, null],
    [{ periodTo: day("2020-12-31") }, "inspections.errors.periodBackwards"],
    [{ year: 2021 }, "inspections.errors.otherYear"],
    [{ year: 2023 }, "inspections.errors.otherYear"],
    [{ year: 2023, lastDay: day("2022-12-31") }, "inspections.errors.otherYear"],
    [{ year: 2023, lastDay: day("2023-01-01") }, null],
  ])("%j: %s", (change, expected) => expect(reason(change)).toBe(expected));
});

describe("subjects and team", () => {
  const facts = {
    startsOn: day("2022-05-10"),
    branches: [
      { id: "b1", ...from("2000-01-01") },
      { id: "b2", ...from("2022-05-11") },
    ],
    memberships: [
      { memberId: "m1", ...from("2010-01-01") },
      { memberId: "m2", ...from("2010-01-01", "2022-05-10") },
    ],
  };
  const reason = (...subjects: Subject[]) => subjectsObstacle(subjects, facts)?.reason ?? null;

  test("subjects are branches and members of that day, each once", () => {
    expect(reason(branch("b1"), member("m1"))).toBeNull();
    expect(reason()).toBe("inspections.errors.noSubject");
    expect(reason(branch("b1"), branch("b1"))).toBe("inspections.errors.subjectTwice");
    expect(reason({ branchId: "b1", memberId: "m1" })).toBe("inspections.errors.subjectUnclear");
    expect(reason({ branchId: null, memberId: null })).toBe("inspections.errors.subjectUnclear");
    expect(reason(branch("b2"))).toBe("inspections.errors.branchNotInForce");
    expect(reason(member("m2"))).toBe("inspections.errors.memberNotInRegister");
  });

  const head = { memberId: "m8", role: "HEAD" as const };
  const team = (...rows: Parameters<typeof teamObstacle>[0]) =>
    teamObstacle(rows, [branch("b1"), member("m1")], ["m9"])?.reason ?? null;

  test("the team has one head, nobody twice, no subject and no secretary of a subject branch", () => {
    expect(team(head, { memberId: "m7", role: "MEMBER" })).toBeNull();
    expect(team()).toBe("inspections.errors.oneHead");
    expect(team({ memberId: "m7", role: "MEMBER" })).toBe("inspections.errors.oneHead");
    expect(team(head, { memberId: "m7", role: "HEAD" })).toBe("inspections.errors.oneHead");
    expect(team(head, { memberId: "m8", role: "MEMBER" })).toBe("inspections.errors.teamMemberTwice");
    expect(team(head, { memberId: "m1", role: "MEMBER" })).toBe("inspections.errors.subjectInTeam");
    expect(team(head, { memberId: "m9", role: "MEMBER" })).toBe("inspections.errors.secretaryInTeam");
  });
});

test.each([
  ["IN_PROGRESS", "2022-05-10", "x", null],
  ["IN_PROGRESS", "2022-05-09", "x", "inspections.errors.concludedBeforeStart"],
  ["IN_PROGRESS", "2022-06-01", "x", null],
  ["IN_PROGRESS", "2022-06-02", "x", "inspections.errors.concludedInFuture"],
  ["IN_PROGRESS", "2022-06-01", " ", "inspections.errors.conclusionMissing"],
  ["CONCLUDED", "2022-06-01", "x", "inspections.errors.alreadyConcluded"],
] as const)("concluding one %s on %s with %j: %s", (state, concludedOn, conclusion, expected) => {
  const input = { conclusion, concludedOn: day(concludedOn) };
  const obstacle = conclusionObstacle({ state, startsOn: day("2022-05-10") }, input, day("2022-06-01"));
  expect(obstacle?.reason ?? null).toBe(expected);
});

test("a second person decides on an addendum once, and says why where it is not confirmed", () => {
  const said = { decision: "REFUSED" as const, refusal: null };
  expect(addendumDecisionObstacle("TO_CONFIRM", { ...said, decision: "CONFIRMED" })).toBeNull();
  expect(addendumDecisionObstacle("TO_CONFIRM", { ...said, refusal: "Không rõ" })).toBeNull();
  expect(addendumDecisionObstacle("TO_CONFIRM", said)).toMatchObject({ field: "refusal" });
  for (const state of ["CONFIRMED", "REFUSED"] as const)
    expect(addendumDecisionObstacle(state, said)?.reason).toBe("inspectionProgress.errors.addendumDecided");
});

test("findings are written before the conclusion, addenda after it", () => {
  const reasons = (["IN_PROGRESS", "CONCLUDED"] as const).map((state) => [
    ...[findingObstacle(state)?.reason ?? null, addendumObstacle(state)?.reason ?? null],
  ]);
  expect(reasons).toEqual([
    [null, "inspectionProgress.errors.notConcluded"],
    ["inspections.errors.alreadyConcluded", null],
  ]);
});
