import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, yearOf } from "@/lib/core/day";
import {
  type DoneFacts,
  doneObstacle,
  dropObstacle,
  dueDay,
  type IssuedLine,
  issueObstacle,
  type LineFacts,
  lineStanding,
  type NewLine,
  type NewLineFacts,
  newLineObstacle,
  openingObstacle,
  planDay,
  standingTally,
} from "@/lib/features/inspection-programmes/rules";
import { lineStandings, plannedTopics } from "@/lib/features/inspection-programmes/schema";
import { type PlannedLineFacts, plannedLineObstacle } from "@/lib/features/inspections/rules/planned";

const today = day("2026-11-27");
const reasonOf = (obstacle: { reason: string } | null) => obstacle?.reason.split(".").at(-1) ?? null;

describe("how a line stands", () => {
  const line = (changes: Partial<LineFacts> = {}): LineFacts => ({
    ...{ month: 11, isDropped: false, isDone: false, carriedOut: [] },
    ...changes,
  });

  it.each([
    [line({ month: 12 }), "TO_COME"],
    [line(), "TO_COME"],
    [line({ month: 10 }), "DUE"],
    [line({ carriedOut: ["IN_PROGRESS"] }), "UNDER_WAY"],
    [line({ carriedOut: ["IN_PROGRESS", "CONCLUDED"] }), "DONE"],
    [line({ month: 1, isDone: true }), "DONE"],
    [line({ isDropped: true, carriedOut: ["CONCLUDED"] }), "DROPPED"],
  ] as const)("%o is %s", (facts, standing) => {
    expect(lineStanding(facts, 2026, today)).toBe(standing);
  });

  it("falls due on the day after the last of its month", () => {
    expect(dueDay(2024, 2)).toBe("2024-02-29");
    expect(lineStanding(line({ month: 2 }), 2024, day("2024-02-29"))).toBe("TO_COME");
    expect(lineStanding(line({ month: 2 }), 2024, day("2024-03-01"))).toBe("DUE");
  });

  it("is one of five ways for any line, and the tally counts each line once", () => {
    const lines = fc.array(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        isDropped: fc.boolean(),
        isDone: fc.boolean(),
        carriedOut: fc.array(fc.constantFrom("IN_PROGRESS" as const, "CONCLUDED" as const), { maxLength: 2 }),
      }),
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: -400, max: 400 }), (all, days) => {
        const standings = all.map((one) => lineStanding(one, 2026, addDays(today, days)));
        const tally = standingTally(standings);
        expect(lineStandings.reduce((sum, standing) => sum + tally[standing], 0)).toBe(all.length);
      }),
    );
  });
});

describe("the day on which a year's people are looked up", () => {
  it("is always in the year, and today where today is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        expect(yearOf(planDay(year, today))).toBe(year);
      }),
    );
    expect(planDay(2026, today)).toBe(today);
    expect(planDay(2022, today)).toBe("2022-12-31");
    expect(planDay(2027, today)).toBe("2027-01-01");
  });
});

describe("opening and issuing", () => {
  it("is of one body or one branch, at most a year ahead", () => {
    const input = { year: 2027, body: "COMMITTEE", branchId: null };
    expect(openingObstacle(input, today)).toBeNull();
    expect(reasonOf(openingObstacle({ ...input, year: 2028 }, today))).toBe("yearTooFar");
    expect(reasonOf(openingObstacle({ ...input, branchId: "a" }, today))).toBe("ofOneBody");
    expect(reasonOf(openingObstacle({ ...input, body: null }, today))).toBe("ofOneBody");
  });

  it.each([
    ["DRAFT", 1, "2026-01-05", null],
    ["DRAFT", 1, "2025-12-20", null],
    ["DRAFT", 0, "2026-01-05", "noLines"],
    ["DRAFT", 1, "2026-11-28", "issuedInFuture"],
    ["DRAFT", 1, "2024-12-31", "issuedInOtherYear"],
    ["ISSUED", 1, "2026-01-05", "issuedBefore"],
  ] as const)("%s with %d lines on %s: %s", (state, lines, on, reason) => {
    expect(reasonOf(issueObstacle({ state, year: 2026, lines }, day(on), today))).toBe(reason);
  });
});

describe("a new line", () => {
  const line: NewLine = {
    ...{ topic: "COMPLIANCE", remark: null, branchIds: ["b"], memberIds: [], addedOn: null, addedReason: null },
  };
  const facts: NewLineFacts = {
    ...{ state: "DRAFT", issuedOn: null, branchId: null, knownBranchIds: ["b", "own"], knownMemberIds: ["m", "me"] },
    writer: { memberId: "me", ownBranchIds: ["own"] },
  };
  const plan: NewLineFacts = { ...facts, branchId: "own" };
  const issued: NewLineFacts = { ...facts, state: "ISSUED", issuedOn: day("2026-01-10") };
  const later = { ...line, addedOn: day("2026-03-01"), addedReason: "x" };
  const members = { ...line, branchIds: [], memberIds: ["m"] };

  it.each<[string, NewLine, NewLineFacts, string | null]>([
    ["branches", line, facts, null],
    ["members", members, facts, null],
    ["signs of violation", { ...line, topic: "SIGNS_OF_VIOLATION" }, facts, "topicNotPlanned"],
    ["a denunciation", { ...line, topic: "DENUNCIATION" }, facts, "topicNotPlanned"],
    ["a complaint", { ...line, topic: "COMPLAINT" }, facts, "topicNotPlanned"],
    ["something else unsaid", { ...line, topic: "OTHER" }, facts, "sayTopic"],
    ["something else said", { ...line, topic: "OTHER", remark: "x" }, facts, null],
    ["nobody", { ...line, branchIds: [] }, facts, "noSubject"],
    ["one twice", { ...members, memberIds: ["m", "m"] }, facts, "subjectTwice"],
    ["a branch that is not there", { ...line, branchIds: ["c"] }, facts, "branchNotInForce"],
    ["the own branch", { ...line, branchIds: ["own"] }, facts, "ownSubject"],
    ["the writer", { ...members, memberIds: ["me"] }, facts, "ownSubject"],
    ["a member in a branch's plan", members, plan, null],
    ["a branch in a branch's plan", line, plan, "ownMembersOnly"],
    ["a stranger in a branch's plan", { ...members, memberIds: ["x"] }, plan, "ownMembersOnly"],
    ["an addition", later, issued, null],
    ["an addition without a day", { ...later, addedOn: null }, issued, "sayAddedOn"],
    ["an addition without a reason", { ...later, addedReason: null }, issued, "sayReason"],
    ["an addition before the issue", { ...later, addedOn: day("2026-01-09") }, issued, "changedBeforeIssue"],
    ["an addition to come", { ...later, addedOn: day("2026-11-28") }, issued, "changedInFuture"],
  ])("of %s", (_, input, of, reason) => {
    expect(reasonOf(newLineObstacle(input, of, today))).toBe(reason);
  });

  it("has every topic but those that cannot be known in advance", () => {
    expect(plannedTopics).toEqual(["COMPLIANCE", "INSPECTION_WORK", "PARTY_FEES", "WORKING_RULES", "OTHER"]);
  });
});

describe("what becomes of an issued line", () => {
  const line: IssuedLine = {
    ...{ state: "ISSUED", issuedOn: day("2026-01-10"), branchId: "b" },
    ...{ isDropped: false, isDone: false, isConcluded: false },
  };
  const on = day("2026-05-01");

  it.each<[Partial<IssuedLine>, string, string | null]>([
    [{}, "2026-05-01", null],
    [{ state: "DRAFT", issuedOn: null }, "2026-05-01", "notIssued"],
    [{ isDropped: true }, "2026-05-01", "droppedBefore"],
    [{ isDone: true }, "2026-05-01", "carriedOut"],
    [{ isConcluded: true }, "2026-05-01", "carriedOut"],
    [{}, "2026-01-09", "changedBeforeIssue"],
    [{}, "2026-11-28", "changedInFuture"],
  ])("dropped: %o on %s is %s", (changes, droppedOn, reason) => {
    expect(reasonOf(dropObstacle({ ...line, ...changes }, day(droppedOn), today))).toBe(reason);
  });

  const facts: DoneFacts = { year: 2026, subjectIds: ["m"], writerId: "me", meetingHeldOn: null };
  it.each<[Partial<IssuedLine>, Partial<DoneFacts>, string, string | null]>([
    [{}, {}, "2026-05-01", null],
    [{ isDone: true }, {}, "2026-05-01", null],
    [{ state: "DRAFT", issuedOn: null }, {}, "2026-05-01", "notIssued"],
    [{ branchId: null }, {}, "2026-05-01", "doneByCase"],
    [{ isDropped: true }, {}, "2026-05-01", "droppedBefore"],
    [{}, { subjectIds: ["me"] }, "2026-05-01", "ownResult"],
    [{}, { writerId: null }, "2026-05-01", null],
    [{}, {}, "2026-11-28", "doneInFuture"],
    [{}, {}, "2025-12-31", "doneBeforeYear"],
    [{}, { meetingHeldOn: on }, "2026-05-01", null],
    [{}, { meetingHeldOn: on }, "2026-05-02", "meetingBeforeDone"],
  ])("done: %o with %o on %s is %s", (changes, more, doneOn, reason) => {
    const found = doneObstacle({ ...line, ...changes }, { ...facts, ...more }, day(doneOn), today);
    expect(reasonOf(found)).toBe(reason);
  });
});

describe("a line that a case carries out", () => {
  const line: PlannedLineFacts = {
    ...{ year: 2026, mode: "INSPECTION", isIssued: true, isOfBranch: false, isDropped: false, isTaken: false },
  };
  it.each<[Partial<PlannedLineFacts>, string | null]>([
    [{}, null],
    [{ isIssued: false }, "lineNotIssued"],
    [{ isOfBranch: true }, "lineNotIssued"],
    [{ year: 2025 }, "lineOfOtherYear"],
    [{ mode: "SUPERVISION" }, "lineOfOtherMode"],
    [{ isDropped: true }, "lineDropped"],
    [{ isTaken: true }, "lineTaken"],
  ])("%o: %s", (changes, reason) => {
    expect(reasonOf(plannedLineObstacle({ ...line, ...changes }, { year: 2026, mode: "INSPECTION" }))).toBe(reason);
  });
});
