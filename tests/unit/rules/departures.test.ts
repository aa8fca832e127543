import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { DepartureGround, DossierKind, MembershipEnd } from "@/lib/core/db/generated/enums";
import { groundObstacle, readmissionObstacle } from "@/lib/features/admissions/rules/departures";
import { effectObstacle } from "@/lib/features/admissions/rules/steps";
import { currentStep, trackerSteps } from "@/lib/features/admissions/rules/tracker";
import { departureObstacle } from "@/lib/features/members/rules/movements";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";
import { from } from "./from";

const entry = catalogueEntryOn("CHARTER", day("2026-09-07"));
if (!entry) throw new Error("no Charter rules");
const charter = entry.parameters;
const errors = (name: string) => `admissions.errors.${name}`;

test.each<[DossierKind, DepartureGround | null, boolean]>([
  ["REMOVAL", "LEFT_ACTIVITY_OR_FEES", true],
  ["REMOVAL", "HARDSHIP", false],
  ["REMOVAL", null, false],
  ["RESIGNATION", "OWN_WISH", true],
  ["EXPULSION", "CONVICTED", true],
  ["EXPULSION", "LOST_WILL", false],
  ["EXEMPTION", null, true],
  ["EXEMPTION", "HARDSHIP", false],
])("a dossier of %s can rest on %s: %s", (kind, ground, can) => {
  expect(groundObstacle(kind, ground, charter) === null).toBe(can);
});

describe("admission again", () => {
  const leave = { leftOn: day("2022-03-15"), reason: "REMOVED", ground: "LOST_WILL" } as const;
  const reason = (changes: object, readmissions = 0, on = "2025-03-15") =>
    readmissionObstacle({ ...leave, ...changes }, readmissions, charter, day(on))?.reason ?? null;

  test("opens when 36 months are full, once", () => {
    expect(reason({}, 0, "2025-03-14")).toBe(errors("readmissionEarly"));
    expect(reason({})).toBeNull();
    expect(reason({}, 1)).toBe(errors("readmittedBefore"));
  });

  test.each<[MembershipEnd | null]>([["MOVED_AWAY"], ["DECEASED"], ["TRANSFERRED"], [null]])(
    "is not for who has %s",
    (way) => expect(reason({ reason: way })).toBe(errors("hasNotLeft")),
  );

  test.each<[DepartureGround, string | null]>([
    ["LEFT_ACTIVITY_OR_FEES", errors("readmissionBarred")],
    ["CARD_RETURNED", errors("readmissionBarred")],
    ["OWN_WISH", errors("readmissionBarred")],
    ["CONVICTED", errors("readmissionBarred")],
    ["HARDSHIP", null],
    ["TWO_YEARS_FAILING", null],
  ])("after %s: %s", (ground, expected) => expect(reason({ ground })).toBe(expected));
});

describe("the effect of a decision", () => {
  const decidedOn = day("2026-09-07");
  test.each<[DossierKind, string | null, string | null]>([
    ["REMOVAL", "2026-09-07", null],
    ["REMOVAL", "2026-09-06", errors("dayTooEarly")],
    ["REMOVAL", null, errors("effectMissing")],
    ["ADMISSION", null, null],
    ["RECOGNITION", "2026-09-07", errors("effectMissing")],
  ])("of %s from %s on: %s", (kind, on, reason) => {
    const of = { decidedOn, effectiveOn: on === null ? null : day(on) };
    expect(effectObstacle(kind, of)?.reason ?? null).toBe(reason);
  });
});

describe("the way of a dossier", () => {
  test("ends with the ceremony for an admission, and has no stations for a death", () => {
    expect(trackerSteps("ADMISSION").at(-1)).toBe("CEREMONY");
    expect(trackerSteps("REMOVAL").at(-1)).toBe("CONFIRMATION");
    expect(trackerSteps("DEATH")).toEqual([]);
  });

  test.each([
    ["OPEN", null, 1, "PAPERS"],
    ["OPEN", null, 0, "VOTE"],
    ["VOTED", false, 0, "VOTE"],
    ["VOTED", true, 0, "DECISION"],
    ["RECORDED", true, 0, "CONFIRMATION"],
    ["DECIDED", true, 0, "CEREMONY"],
    ["DONE", true, 0, null],
    ["CLOSED", null, 0, null],
  ] as const)("%s, carried %s, %i papers missing: %s", (state, voteCarried, missing, step) => {
    expect(currentStep({ kind: "ADMISSION", state, voteCarried }, missing)).toBe(step);
  });
});

describe("leaving", () => {
  const home = { branchId: "b1", kind: "OFFICIAL" as const, endReason: null, ...from("2015-01-01") };
  const office = { branchId: "b1", kind: "SECRETARY" as const };
  const today = day("2026-09-07");
  const reason = (on: string, changes = {}) =>
    departureObstacle({ memberships: [home], offices: [], statuses: [], ...changes }, day(on), today)?.reason ?? null;

  test.each([
    ["2026-09-08", null],
    ["2026-09-09", "members.errors.inFuture"],
    ["2015-01-01", "members.errors.endsBeforeStart"],
    ["2015-01-02", null],
  ])("with %s as the first day outside: %s", (on, expected) => expect(reason(on)).toBe(expected));

  test("asks that the office in the branch is ended first, and that there is a branch", () => {
    expect(reason("2026-09-01", { offices: [{ ...office, ...from("2020-01-01") }] })).toBe(
      "members.errors.holdsBranchOffice",
    );
    expect(reason("2026-09-01", { offices: [{ ...office, ...from("2020-01-01", "2026-09-01") }] })).toBeNull();
    expect(reason("2026-09-01", { memberships: [] })).toBe("members.errors.notInBranch");
  });

  test("is not before what has been entered since", () => {
    const visit = { branchId: "b2", kind: "TEMPORARY", endReason: null, ...from("2026-08-01", "2026-08-10") };
    expect(reason("2026-08-02", { memberships: [home, visit] })).toBeNull();
    expect(reason("2026-08-01", { memberships: [home, visit] })).toBe("members.errors.laterRecord");
    expect(reason("2026-08-01", { statuses: [from("2026-08-01")] })).toBe("members.errors.laterRecord");
  });
});
