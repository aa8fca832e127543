import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import {
  appointmentObstacle,
  type BranchAppointment,
  type BranchAppointmentFacts,
  branchClosingObstacle,
  branchOpeningObstacle,
  type CommitteeSeat,
  committeeSeatObstacle,
  endObstacle,
  villageHeadObstacle,
} from "@/lib/features/organization/rules";
import { from } from "./from";

describe("appointing to a branch office", () => {
  const input: BranchAppointment = { memberId: "m1", kind: "SECRETARY", ...from("2022-07-01") };
  const facts: BranchAppointmentFacts = {
    branch: { id: "b1", ...from("2000-01-01") },
    offices: [],
    officialOn: day("2010-01-01"),
    memberships: [{ branchId: "b1", kind: "OFFICIAL", ...from("2015-01-01") }],
    statuses: [],
  };
  const reason = (change: Partial<BranchAppointmentFacts>, with_: Partial<BranchAppointment> = {}) =>
    appointmentObstacle({ ...input, ...with_ }, { ...facts, ...change })?.reason ?? null;
  const secretary = { branchId: "b1", memberId: "m2", kind: "SECRETARY" as const };

  test("an official member of the branch can become its secretary", () => expect(reason({})).toBeNull());

  test.each([
    ["2022-07-01", null],
    ["2022-07-02", "organization.errors.secondSecretary"],
  ])("the earlier secretary's term ends before %s: %s", (endsOn, expected) => {
    expect(reason({ offices: [{ ...secretary, ...from("2018-01-01", endsOn) }] })).toBe(expected);
  });

  test("the refusal says since when there is a secretary", () => {
    expect(appointmentObstacle(input, { ...facts, offices: [{ ...secretary, ...from("2018-01-05") }] })).toEqual({
      reason: "organization.errors.secondSecretary",
      params: { since: "05/01/2018" },
    });
  });

  test.each([
    ["2022-07-01", "organization.errors.secondSecretary"],
    ["2023-01-01", null],
  ])("a secretary already appointed from %s on blocks a term to the end of 2022: %s", (startsOn, expected) => {
    const offices = [{ ...secretary, ...from(startsOn) }];
    expect(reason({ offices }, { endsOn: day("2023-01-01") })).toBe(expected);
  });

  test("the secretary of another branch is no obstacle, nor is one beside a deputy", () => {
    expect(reason({ offices: [{ ...secretary, branchId: "b2", ...from("2018-01-01") }] })).toBeNull();
    expect(reason({ offices: [{ ...secretary, ...from("2018-01-01") }] }, { kind: "DEPUTY" })).toBeNull();
  });

  test("nobody holds two offices of one branch at once", () => {
    const offices = [{ branchId: "b1", memberId: "m1", kind: "DEPUTY" as const, ...from("2018-01-01") }];
    expect(reason({ offices })).toBe("organization.errors.alreadyInOffice");
  });

  test.each([
    ["2022-07-01", null],
    ["2022-07-02", "organization.errors.notBranchMember"],
  ])("a member since %s: %s", (startsOn, expected) => {
    expect(reason({ memberships: [{ branchId: "b1", kind: "OFFICIAL", ...from(startsOn) }] })).toBe(expected);
  });

  test("members who leave before the term ends, guests and members of other branches are refused", () => {
    const refused = "organization.errors.notBranchMember";
    expect(reason({ memberships: [{ branchId: "b1", kind: "OFFICIAL", ...from("2015-01-01", "2023-01-01") }] })).toBe(
      refused,
    );
    expect(reason({ memberships: [{ branchId: "b1", kind: "TEMPORARY", ...from("2015-01-01") }] })).toBe(refused);
    expect(reason({ memberships: [{ branchId: "b2", kind: "OFFICIAL", ...from("2015-01-01") }] })).toBe(refused);
    expect(reason({ memberships: [] })).toBe(refused);
  });

  test.each([
    ["2022-07-01", null],
    ["2022-07-02", "organization.errors.probationary"],
  ])("official since %s: %s", (officialOn, expected) => expect(reason({ officialOn: day(officialOn) })).toBe(expected));

  test("a probationer is refused", () => {
    expect(reason({ officialOn: null })).toBe("organization.errors.probationary");
  });

  test.each([
    ["2022-07-01", null],
    ["2022-07-02", "organization.errors.notActive"],
  ])("suspended until before %s: %s", (endsOn, expected) => {
    expect(reason({ statuses: [{ kind: "SUSPENDED", ...from("2022-01-01", endsOn) }] })).toBe(expected);
  });

  test("the term lies inside the branch's own days", () => {
    expect(reason({ branch: { id: "b1", ...from("2022-07-02") } })).toBe("organization.errors.branchNotInForce");
    expect(reason({ branch: { id: "b1", ...from("2000-01-01", "2025-07-01") } })).toBe(
      "organization.errors.branchNotInForce",
    );
    expect(reason({}, { endsOn: day("2022-07-01") })).toBe("organization.errors.endsBeforeStart");
  });
});

test("a village has one head at a time", () => {
  const village = { id: "v1", ...from("2000-01-01") };
  const head = { villageId: "v1", memberId: "m1", kind: "VILLAGE_HEAD" as const, ...from("2020-01-01", "2022-07-01") };
  const facts = { village, offices: [head] };
  expect(villageHeadObstacle(from("2022-07-01"), facts)).toBeNull();
  expect(villageHeadObstacle(from("2022-06-30"), facts)?.reason).toBe("organization.errors.secondVillageHead");
  expect(villageHeadObstacle(from("1999-12-31"), facts)?.reason).toBe("organization.errors.villageNotInForce");
  expect(villageHeadObstacle(from("2022-07-01", "2022-07-01"), facts)?.reason).toBe(
    "organization.errors.endsBeforeStart",
  );
});

describe("a seat in the committee", () => {
  const seat: CommitteeSeat = { memberId: "m1", kind: "SECRETARY", ...from("2020-06-01", "2025-06-01") };
  const term = from("2020-06-01", "2025-06-01");
  const reason = (input: CommitteeSeat, seats: CommitteeSeat[]) =>
    committeeSeatObstacle(input, { term, seats })?.reason ?? null;

  test("one secretary and one head of the commission at a time, several deputies", () => {
    expect(reason({ ...seat, memberId: "m2" }, [seat])).toBe("organization.errors.seatTaken");
    expect(reason({ ...seat, memberId: "m2", kind: "DEPUTY" }, [{ ...seat, kind: "DEPUTY" }])).toBeNull();
    const head: CommitteeSeat = { ...seat, kind: "INSPECTION_HEAD" };
    expect(reason({ ...head, memberId: "m2" }, [head])).toBe("organization.errors.seatTaken");
  });

  test("one seat per person and body", () => {
    expect(reason({ ...seat, kind: "MEMBER" }, [seat])).toBe("organization.errors.alreadySeated");
    expect(reason({ ...seat, kind: "INSPECTION_HEAD" }, [{ ...seat, kind: "STANDING_MEMBER" }])).toBeNull();
  });

  test("the seat lies inside the term", () => {
    expect(reason(seat, [])).toBeNull();
    expect(reason({ ...seat, endsOn: null }, [])).toBeNull();
    expect(reason({ ...seat, ...from("2025-06-01") }, [])).toBe("organization.errors.outsideTerm");
    expect(reason({ ...seat, endsOn: day("2025-06-02") }, [])).toBe("organization.errors.outsideTerm");
    expect(reason({ ...seat, ...from("2020-05-31", "2025-06-01") }, [])).toBe("organization.errors.outsideTerm");
    expect(reason({ ...seat, ...from("2021-01-01", "2021-01-01") }, [])).toBe("organization.errors.endsBeforeStart");
  });
});

describe("ending and opening", () => {
  test.each([
    ["2022-06-30", null, "organization.errors.endsBeforeStart"],
    ["2022-07-01", null, null],
    ["2022-12-31", "2023-01-01", "organization.errors.alreadyEnded"],
    ["2022-12-30", "2023-01-01", null],
  ])("a last day of %s for something ending %s: %s", (lastDay, endsOn, expected) => {
    expect(endObstacle(from("2022-07-01", endsOn), day(lastDay))?.reason ?? null).toBe(expected);
  });

  test("two branches of one name do not stand at once, however the name is written", () => {
    const others = [{ name: "Nà An", ...from("2000-01-01", "2023-01-01") }];
    expect(branchOpeningObstacle({ name: "nà  an", ...from("2022-12-31") }, others)?.reason).toBe(
      "organization.errors.branchNameTaken",
    );
    expect(branchOpeningObstacle({ name: "Nà An", ...from("2023-01-01") }, others)).toBeNull();
    expect(branchOpeningObstacle({ name: "Thín", ...from("2023-01-01", "2022-01-01") }, [])?.reason).toBe(
      "organization.errors.endsBeforeStart",
    );
  });

  test("a branch is closed once nobody and no office outlasts it", () => {
    const branch = from("2000-01-01");
    const lastDay = day("2025-06-30");
    const over = [from("2010-01-01", "2025-07-01")];
    const open = [from("2010-01-01"), from("2010-01-01", "2025-07-02")];
    expect(branchClosingObstacle(branch, lastDay, { memberships: over, offices: over })).toBeNull();
    expect(branchClosingObstacle(branch, lastDay, { memberships: open, offices: [] })).toEqual({
      reason: "organization.errors.branchHasMembers",
      params: { count: 2 },
    });
    expect(branchClosingObstacle(branch, lastDay, { memberships: over, offices: open })?.reason).toBe(
      "organization.errors.branchHasOffices",
    );
    expect(branchClosingObstacle(branch, day("1999-12-31"), { memberships: [], offices: [] })?.reason).toBe(
      "organization.errors.endsBeforeStart",
    );
  });
});
