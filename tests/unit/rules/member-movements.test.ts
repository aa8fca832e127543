import { describe, expect, test } from "vitest";
import { type Day, day } from "@/lib/core/day";
import type { MembershipEnd } from "@/lib/core/db/generated/enums";
import { activityOn, type MemberFacts, stageOn, standingOn, timeOutside } from "@/lib/features/members/rules";
import {
  membershipObstacle,
  statusObstacle,
  type TransferFacts,
  transferObstacle,
} from "@/lib/features/members/rules/movements";
import { from } from "./from";

const official = (officialOn: Day | null, secondCeremonyOn: Day | null = null, secondOfficialOn: Day | null = null) => {
  return { officialOn, secondCeremonyOn, secondOfficialOn };
};
const home = { branchId: "b1", kind: "OFFICIAL" as const, endReason: null, ...from("2015-01-01") };

describe("standing on a day", () => {
  const member: MemberFacts = {
    dates: official(day("2016-01-01")),
    memberships: [
      { ...home, ...from("2015-01-01", "2020-01-01"), endReason: "TRANSFERRED" },
      { ...home, branchId: "b2", ...from("2020-01-01", "2023-01-01"), endReason: "DECEASED" },
      { branchId: "b3", kind: "TEMPORARY", endReason: null, ...from("2021-01-01", "2022-01-01") },
    ],
    statuses: [{ kind: "EXEMPT", ...from("2022-06-01") }],
  };

  test.each([
    ["2014-12-31", { kind: "NOT_YET" }],
    ["2015-12-31", { kind: "MEMBER", stage: "PROBATIONARY", activity: "ACTIVE", branchId: "b1", guestBranchId: null }],
    ["2016-01-01", { kind: "MEMBER", stage: "OFFICIAL", activity: "ACTIVE", branchId: "b1", guestBranchId: null }],
    ["2020-01-01", { kind: "MEMBER", stage: "OFFICIAL", activity: "ACTIVE", branchId: "b2", guestBranchId: null }],
    ["2021-12-31", { kind: "MEMBER", stage: "OFFICIAL", activity: "ACTIVE", branchId: "b2", guestBranchId: "b3" }],
    ["2022-12-31", { kind: "MEMBER", stage: "OFFICIAL", activity: "EXEMPT", branchId: "b2", guestBranchId: null }],
    ["2023-01-01", { kind: "LEFT", reason: "DECEASED" }],
  ])("on %s: %j", (on, expected) => expect(standingOn(member, day(on))).toEqual(expected));

  test.each([
    ["2017-12-31", { kind: "MEMBER", stage: "OFFICIAL" }],
    ["2019-01-01", { kind: "LEFT", reason: "RESIGNED" }],
    ["2024-06-30", { kind: "MEMBER", stage: "PROBATIONARY" }],
    ["2024-07-01", { kind: "MEMBER", stage: "OFFICIAL" }],
  ])("of somebody admitted again, on %s: %j", (on, expected) => {
    const again = {
      dates: official(day("2016-01-01"), day("2023-07-01"), day("2024-07-01")),
      memberships: [
        { ...home, ...from("2015-01-01", "2018-01-01"), endReason: "RESIGNED" as const },
        { ...home, ...from("2023-07-01") },
      ],
      statuses: [],
    };
    expect(standingOn(again, day(on))).toMatchObject(expected);
  });

  test("time outside the Party runs from leaving it to the decision that admits again", () => {
    const left = { ...home, ...from("2015-01-01", "2018-01-01") };
    const outside = (endReason: MembershipEnd, readmittedOn: Day | null) =>
      timeOutside([{ ...left, endReason }], readmittedOn);
    expect(outside("RESIGNED", day("2023-06-01"))).toEqual([from("2018-01-01", "2023-06-01")]);
    expect(outside("REMOVED", null)).toEqual([from("2018-01-01")]);
    expect(outside("MOVED_AWAY", null)).toEqual([]);
  });

  test("the gravest deviation is the one that shows", () => {
    const statuses = (["EXEMPT", "INTERRUPTED", "SUSPENDED"] as const).map((kind) => ({ kind, ...from("2022-01-01") }));
    expect(activityOn(statuses, day("2022-01-01"))).toBe("SUSPENDED");
    expect(activityOn(statuses.slice(0, 2), day("2022-01-01"))).toBe("INTERRUPTED");
    expect(activityOn(statuses, day("2021-12-31"))).toBe("ACTIVE");
  });

  test("without an official day a member stays on probation", () => {
    expect(stageOn(null, day("2026-01-01"))).toBe("PROBATIONARY");
  });
});

describe("moving to another branch", () => {
  const today = day("2022-12-31");
  const facts: TransferFacts = { memberships: [home], offices: [], target: { id: "b2", ...from("2000-01-01") } };
  const reason = (change: Partial<TransferFacts>, on = "2022-07-01") =>
    transferObstacle({ ...facts, ...change }, day(on), today)?.reason ?? null;

  test("an ordinary move is no obstacle", () => expect(reason({})).toBeNull());

  test.each([
    ["2022-12-31", null],
    ["2023-01-01", "members.errors.transferInFuture"],
    ["2015-01-01", "members.errors.transferBeforeArrival"],
    ["2015-01-02", null],
  ])("from %s on: %s", (on, expected) => expect(reason({}, on)).toBe(expected));

  test("to the same branch, to a closed one, or out of none is refused", () => {
    expect(reason({ target: { id: "b1", ...from("2000-01-01") } })).toBe("members.errors.sameBranch");
    expect(reason({ target: { id: "b2", ...from("2022-07-02") } })).toBe("members.errors.targetBranchNotInForce");
    expect(reason({ target: { id: "b2", ...from("2000-01-01", "2022-07-01") } })).toBe(
      "members.errors.targetBranchNotInForce",
    );
    expect(reason({ target: { id: "b2", ...from("2000-01-01", "2030-01-01") } })).toBe(
      "members.errors.targetBranchNotInForce",
    );
    expect(reason({ memberships: [{ ...home, endsOn: day("2022-01-01") }] })).toBe("members.errors.notInBranch");
    expect(reason({ memberships: [{ ...home, kind: "TEMPORARY" }] })).toBe("members.errors.notInBranch");
  });

  test("a stay there as a guest has begun before", () => {
    const visit = { ...home, branchId: "b2", kind: "TEMPORARY" as const };
    expect(reason({ memberships: [home, { ...visit, startsOn: day("2022-06-30") }] })).toBeNull();
    expect(reason({ memberships: [home, { ...visit, startsOn: day("2022-07-01") }] })).toBe(
      "members.errors.laterRecord",
    );
    expect(reason({ memberships: [home, { ...visit, branchId: "b3", startsOn: day("2022-08-01") }] })).toBeNull();
  });

  test.each([
    ["2022-07-01", null],
    ["2022-07-02", "members.errors.holdsBranchOffice"],
    [null, "members.errors.holdsBranchOffice"],
  ])("an office in the old branch that ends %s: %s", (endsOn, expected) => {
    expect(reason({ offices: [{ branchId: "b1", kind: "SECRETARY", ...from("2020-01-01", endsOn) }] })).toBe(expected);
  });
});

describe("a membership", () => {
  const facts = { admittedOn: day("2015-01-01"), branch: from("2000-01-01"), memberships: [home] };
  const input = { kind: "OFFICIAL" as const, branchId: "b2", ...from("2022-07-01") };
  const reason = (change: Partial<typeof facts>, with_: object = {}) =>
    membershipObstacle({ ...input, ...with_ }, { ...facts, ...change })?.reason ?? null;

  test("nobody is in two branches at once", () => {
    expect(reason({})).toBe("members.errors.secondBranch");
    expect(reason({ memberships: [{ ...home, endsOn: day("2022-07-02") }] })).toBe("members.errors.secondBranch");
    expect(reason({ memberships: [{ ...home, endsOn: day("2022-07-01") }] })).toBeNull();
  });

  test("a guest of another branch stays in the own one, and is no guest at home", () => {
    expect(reason({}, { kind: "TEMPORARY" })).toBeNull();
    expect(reason({}, { kind: "TEMPORARY", branchId: "b1" })).toBe("members.errors.guestAtHome");
  });

  test("begins on the day of admission at the earliest, in a branch that exists", () => {
    expect(reason({ memberships: [], admittedOn: day("2022-07-02") })).toBe("members.errors.memberBeforeAdmission");
    expect(reason({ memberships: [], admittedOn: day("2022-07-01") })).toBeNull();
    expect(reason({ memberships: [], branch: from("2022-07-02") })).toBe("members.errors.targetBranchNotInForce");
    expect(reason({ memberships: [] }, { endsOn: day("2022-07-01") })).toBe("members.errors.endsBeforeStart");
  });
});

test("one status stands at a time, for members only", () => {
  const member: Omit<MemberFacts, "dates"> = {
    memberships: [home],
    statuses: [{ kind: "EXEMPT", ...from("2020-01-01", "2022-01-01") }],
  };
  expect(statusObstacle({ kind: "EXEMPT", ...from("2022-01-01") }, member)).toBeNull();
  expect(statusObstacle({ kind: "SUSPENDED", ...from("2021-12-31") }, member)?.reason).toBe(
    "members.errors.otherStatus",
  );
  expect(statusObstacle({ kind: "EXEMPT", ...from("2021-12-31") }, member)?.reason).toBe("members.errors.otherStatus");
  expect(statusObstacle({ kind: "EXEMPT", ...from("2014-12-31") }, member)?.reason).toBe(
    "members.errors.notMemberThen",
  );
  expect(statusObstacle({ kind: "EXEMPT", ...from("2022-01-01", "2022-01-01") }, member)?.reason).toBe(
    "members.errors.endsBeforeStart",
  );
});
