import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, type Day, day, daysBetween, fullMonthsBetween } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { DossierKind, DossierState } from "@/lib/core/db/generated/enums";
import { ageInMonths, candidateObstacle, certificateLastDay } from "@/lib/features/admissions/rules/candidate";
import { countedMarks, probationClock, recognitionObstacle } from "@/lib/features/admissions/rules/probation";
import {
  actObstacle,
  branchThreshold,
  ceremonyDueOn,
  ceremonyObstacle,
  type DossierAct,
  papersMissing,
  turnOf,
} from "@/lib/features/admissions/rules/steps";
import { isWorkingDay, workingDaysAfter } from "@/lib/features/admissions/rules/working-days";
import { catalogueEntryOn } from "@/lib/features/rule-sets/catalogue";

function charterOn(on: string) {
  const entry = catalogueEntryOn("CHARTER", day(on));
  if (!entry) throw new Error(`No Charter rules on ${on}`);
  return entry.parameters;
}

const charter = charterOn("2026-11-25");
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day("1950-01-01"), count));

describe("working days", () => {
  test.each([
    ["2026-09-07", 0, "2026-09-07"],
    ["2026-09-07", 1, "2026-09-08"],
    ["2026-09-11", 1, "2026-09-14"],
    ["2026-09-12", 1, "2026-09-14"],
    ["2026-09-07", 30, "2026-10-19"],
  ])("from %s, %i of them end on %s", (from, count, last) => {
    expect(workingDaysAfter(day(from), count)).toBe(last);
  });

  test("end on a working day with exactly so many before it", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 90 }), (from, count) => {
        const last = workingDaysAfter(from, count);
        expect(isWorkingDay(last)).toBe(true);
        const span = Array.from({ length: daysBetween(from, last) }, (_, place) => addDays(from, place + 1));
        expect(span.filter(isWorkingDay)).toHaveLength(count);
      }),
    );
  });
});

describe("the age of a candidate", () => {
  test.each([
    ["2008-08", "2026-08-01", 216],
    ["2008-08-31", "2026-08-01", 216],
    ["2008-09-01", "2026-08-31", 215],
    ["1966-08-02", "2026-08-20", 720],
    ["2000", "2026-08-20", null],
  ])("born %s is on %s %s months", (birth, on, months) => {
    expect(ageInMonths(partialDay(birth), day(on))).toBe(months);
  });

  test("is that of full months, or one more", () => {
    fc.assert(
      fc.property(days, fc.nat(30_000), (birth, later) => {
        const on = addDays(birth, later);
        const full = fullMonthsBetween(birth, on);
        expect([full, full + 1]).toContain(ageInMonths(partialDay(birth), on));
      }),
    );
  });
});

describe("a candidate", () => {
  const on = day("2026-08-20");
  const introducer = { name: "A", officialOn: day("2011-01-01"), togetherSinceOn: day("2020-01-01") };
  const fit = {
    birthOn: partialDay("2000-05-12"),
    education: "LOWER_SECONDARY",
    schoolingException: null,
    overAgeConsent: null,
    certificateOn: day("2025-03-01"),
    introducers: [introducer, { ...introducer, name: "B" }],
  } as const;

  test.each([
    [{}, null],
    [{ birthOn: partialDay("2008-08-31") }, null],
    [{ birthOn: partialDay("2008-09-01") }, "admissions.errors.tooYoung"],
    [{ birthOn: partialDay("1966-08-01") }, null],
    [{ birthOn: partialDay("1966-07-31") }, "admissions.errors.tooOld"],
    [{ birthOn: partialDay("1966-07-31"), overAgeConsent: "12-CV/TU" }, null],
    [{ education: "PRIMARY" }, "admissions.errors.tooLittleSchooling"],
    [{ education: "PRIMARY", schoolingException: "HIGHLAND_OR_MINORITY" }, null],
    [{ education: "NONE", schoolingException: "HIGHLAND_OR_MINORITY" }, "admissions.errors.tooLittleSchooling"],
    [{ education: "NONE", schoolingException: "VILLAGE_ELDER_OR_HEAD" }, null],
    [{ certificateOn: null }, "admissions.errors.noCertificate"],
    [{ certificateOn: day("2026-08-21") }, "admissions.errors.noCertificate"],
    [{ certificateOn: day("2021-08-20") }, null],
    [{ certificateOn: day("2021-08-19") }, "admissions.errors.certificateRunOut"],
    [{ introducers: [introducer] }, "admissions.errors.introducersMissing"],
    [{ introducers: [introducer, { ...introducer, officialOn: null }] }, "admissions.errors.introducerNotOfficial"],
    [
      { introducers: [introducer, { ...introducer, togetherSinceOn: day("2025-08-21") }] },
      "admissions.errors.introducerTooShort",
    ],
  ] as const)("%j: %s", (changes, reason) => {
    expect(candidateObstacle({ ...fit, ...changes }, charter, on)?.reason ?? null).toBe(reason);
  });

  test("has a certificate that is good for sixty months to the day", () => {
    expect(certificateLastDay(day("2021-02-28"), 60)).toBe("2026-02-28");
    expect(certificateLastDay(day("2020-02-29"), 60)).toBe("2025-02-28");
  });
});

describe("the steps of a dossier", () => {
  const acts: readonly DossierAct[] = ["PREPARE", "VOTE", "RECORD", "CONFIRM", "HOLD_CEREMONY", "CLOSE"];
  const open: Readonly<Record<string, readonly DossierAct[]>> = {
    OPEN: ["PREPARE", "VOTE", "CLOSE"],
    VOTED: ["VOTE", "RECORD", "CLOSE"],
    RECORDED: ["CONFIRM"],
    DECIDED: ["HOLD_CEREMONY", "CLOSE"],
    DONE: [],
    CLOSED: [],
  };

  test.each(Object.values(DossierState))("in the state %s are these, and none to the person concerned", (state) => {
    const of = { kind: "REMOVAL", state, memberId: "m", voteCarried: state === "OPEN" ? null : true } as const;
    expect(acts.filter((act) => actObstacle(of, act, "other") === null)).toEqual(open[state]);
    expect(acts.filter((act) => actObstacle(of, act, "m") === null)).toEqual([]);
  });

  test("open the papers again to a branch whose vote has not carried", () => {
    const of = { kind: "ADMISSION", state: "VOTED", memberId: null, voteCarried: false } as const;
    expect(actObstacle(of, "PREPARE", null)).toBeNull();
    expect(turnOf(of)).toBe("BRANCH");
  });

  test.each([
    ["OPEN", "BRANCH"],
    ["VOTED", "OFFICE"],
    ["RECORDED", "LEADER"],
    ["DECIDED", "OFFICE"],
    ["DONE", null],
    ["CLOSED", null],
  ] as const)("%s is the turn of %s", (state, turn) => {
    expect(turnOf({ state, voteCarried: true })).toBe(turn);
  });

  test("need a vote of the branch for every kind but a death", () => {
    const without = Object.values(DossierKind).filter((kind) => branchThreshold(kind, charter) === null);
    expect(without).toEqual(["DEATH"]);
  });

  test("miss the papers that had not come in by the day", () => {
    const papers = [{ receivedOn: null }, { receivedOn: day("2026-01-02") }, { receivedOn: day("2026-01-01") }];
    expect(papersMissing(papers, day("2026-01-01"))).toHaveLength(2);
  });
});

describe("the ceremony", () => {
  const of = { decidedOn: day("2025-12-01"), receivedOn: day("2025-12-10") };

  test("counts from the receipt of the decision under QĐ 294, from its issue under QĐ 208", () => {
    expect(ceremonyDueOn(of, charterOn("2025-12-01"))).toBe("2026-01-21");
    expect(ceremonyDueOn(of, charter)).toBe("2026-01-12");
    expect(ceremonyDueOn({ ...of, receivedOn: null }, charterOn("2025-12-01"))).toBeNull();
  });

  test.each([
    [of, "2026-01-21", null, null],
    [of, "2026-01-22", null, "admissions.errors.ceremonyLate"],
    [of, "2026-01-22", "45-CV/TU", null],
    [{ ...of, receivedOn: null }, "2025-12-20", null, "admissions.errors.notReceived"],
  ] as const)("of %j on %s with %s: %s", (facts, on, consent, reason) => {
    expect(ceremonyObstacle(day(on), facts, charterOn("2025-12-01"), consent)?.reason ?? null).toBe(reason);
  });
});

describe("probation", () => {
  test.each([
    ["2025-12-01", 365, null],
    ["2026-09-02", 90, 90],
    ["2026-09-03", 89, 90],
    ["2026-10-02", 60, 60],
    ["2026-11-01", 30, 30],
    ["2026-11-16", 15, 15],
    ["2026-11-24", 7, 7],
    ["2026-12-01", 0, 7],
    ["2026-12-02", -1, 7],
  ] as const)("on %s has %i days left and the reminder of %s", (on, daysLeft, reminder) => {
    const clock = probationClock(day("2025-12-01"), day(on), charter);
    expect(clock).toMatchObject({ dueOn: "2026-12-01", daysLeft, reminder });
  });

  test("is counted at the mark it stands at, the most pressing first", () => {
    const clockOn = (on: string) => probationClock(day("2025-12-01"), day(on), charter);
    const clocks = ["2026-08-01", "2026-11-10", "2026-11-05", "2026-11-25", "2026-12-01", "2026-12-02"].map(clockOn);
    expect(countedMarks([...clocks, null])).toEqual([
      { mark: "OVER", count: 1 },
      { mark: 7, count: 2 },
      { mark: 30, count: 2 },
    ]);
    expect(countedMarks([null])).toEqual([]);
  });

  test("is late once thirty working days have passed after it", () => {
    const late = (on: Day) => probationClock(day("2024-02-29"), on, charter).isLate;
    expect(probationClock(day("2024-02-29"), day("2025-01-01"), charter)).toMatchObject({
      dueOn: "2025-02-28",
      considerBy: "2025-04-11",
    });
    expect([late(day("2025-04-11")), late(day("2025-04-12"))]).toEqual([false, true]);
  });

  test("never reminds of a mark that has not come", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (ceremonyOn, shift) => {
        const on = addDays(addMonths(ceremonyOn, 12), shift);
        const { daysLeft, reminder } = probationClock(ceremonyOn, on, charter);
        const marks = charter.reminderDays.value.filter((mark) => mark >= daysLeft);
        expect(reminder).toBe(marks.length > 0 ? Math.min(...marks) : null);
      }),
    );
  });

  test.each([
    [{ ceremonyOn: day("2025-08-20"), officialOn: null }, null],
    [{ ceremonyOn: day("2025-08-21"), officialOn: null }, "admissions.errors.probationNotOver"],
    [{ ceremonyOn: null, officialOn: null }, "admissions.errors.noCeremony"],
    [{ ceremonyOn: day("2020-01-01"), officialOn: day("2021-01-01") }, "members.errors.alreadyOfficial"],
  ])("%j can be considered: %s", (dates, reason) => {
    expect(recognitionObstacle(dates, charter, day("2026-08-20"))?.reason ?? null).toBe(reason);
  });
});
