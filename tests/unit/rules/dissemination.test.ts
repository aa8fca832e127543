import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import { type CatchUpFacts, catchUpObstacle, tellingObstacle } from "@/lib/features/party-documents/rules/catching-up";
import {
  daysOverdue,
  passingObstacle,
  splitRoll,
  standingOn,
} from "@/lib/features/party-documents/rules/dissemination";

const deadlineOn = day("2022-04-30");
const days = fc.integer({ min: 0, max: 900 }).map((count) => addDays(day("2022-01-01"), count));

describe("how far a branch is with a paper", () => {
  it.each([
    [null, "2022-04-30", "OPEN"],
    [null, "2022-05-01", "OVERDUE"],
    ["2022-04-30", "2022-06-01", "PASSED_ON"],
    ["2022-05-01", "2022-06-01", "PASSED_LATE"],
  ] as const)("passed on %s, it is on %s %s", (passedOn, on, standing) => {
    expect(standingOn({ passedOn: passedOn && day(passedOn), deadlineOn }, day(on))).toBe(standing);
  });

  it("is overdue exactly while days are counted, and never without a deadline", () => {
    fc.assert(
      fc.property(fc.option(days), fc.option(days), days, (passedOn, deadline, on) => {
        const of = { passedOn, deadlineOn: deadline };
        expect(daysOverdue(of, on) > 0).toBe(standingOn(of, on) === "OVERDUE");
        const isEasy = ["OPEN", "PASSED_ON"].includes(standingOn(of, on));
        expect(deadline !== null || isEasy).toBe(true);
      }),
    );
  });
});

describe("passing a paper on", () => {
  it.each([
    ["nothing", {}, null],
    ["a meeting to come", { heldOn: day("2022-06-02") }, "meetingAhead"],
    ["a meeting before the paper", { heldOn: day("2022-02-28") }, "meetingBefore"],
    ["a meeting without a roll", { isCalled: false }, "noRoll"],
  ] as const)("%s stands in the way", (_, changes, reason) => {
    const meeting = { heldOn: day("2022-03-01"), isCalled: true, ...changes };
    const obstacle = passingObstacle(meeting, day("2022-03-01"), day("2022-06-01"));
    expect(obstacle?.reason ?? null).toBe(reason && `partyDocuments.errors.${reason}`);
  });

  it("counts who was there, and names who was called and was not", () => {
    const line = fc.record({
      presence: fc.constantFrom("PRESENT" as const, "ABSENT_EXCUSED" as const, "ABSENT_UNEXCUSED" as const),
      isExempt: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(line), (roll) => {
        const { present, absent } = splitRoll(roll);
        const others = roll.filter(({ isExempt }) => isExempt).length;
        expect(present + absent.length + others).toBe(roll.length);
      }),
    );
  });
});

describe("catching up and telling the people", () => {
  const facts: CatchUpFacts = {
    ...{ way: "PAPER", toldBy: null, caughtUpOn: day("2022-04-10"), passedOn: day("2022-04-05") },
    ...{ wasAbsent: "ABSENT", isAtMeeting: false },
  };
  it.each([
    ["nothing", {}, null],
    ["nothing, with a name", { way: "TOLD", toldBy: "Bí thư" }, null],
    ["nothing, with a meeting", { way: "LATER_MEETING", isAtMeeting: true }, null],
    ["having been there", { wasAbsent: "PRESENT" }, "wasThere"],
    ["a day to come", { caughtUpOn: day("2022-06-02") }, "inFuture"],
    ["a day before", { caughtUpOn: day("2022-04-04") }, "caughtUpBefore"],
    ["nobody who told", { way: "TOLD" }, "toldByWhom"],
    ["no meeting that day", { way: "LATER_MEETING" }, "notAtMeeting"],
  ] as const)("%s stands in the way of catching up", (_, changes, reason) => {
    const obstacle = catchUpObstacle({ ...facts, ...changes }, day("2022-06-01"));
    expect(obstacle?.reason ?? null).toBe(reason && `partyDocuments.errors.${reason}`);
  });

  it.each([
    ["nothing", "2022-04-10", null],
    ["a day to come", "2022-06-02", "inFuture"],
    ["a day before the paper", "2022-02-28", "toldBefore"],
    ["a village that was another branch's then", "2022-03-05", "otherVillage"],
  ] as const)("%s stands in the way of telling a village", (_, heldOn, reason) => {
    const served = [{ startsOn: day("2022-04-01"), endsOn: null }];
    const obstacle = tellingObstacle({ heldOn: day(heldOn), issuedOn: day("2022-03-01"), served }, day("2022-06-01"));
    expect(obstacle?.reason ?? null).toBe(reason && `partyDocuments.errors.${reason}`);
  });
});
