import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/core/day";
import {
  assignmentOn,
  EDIT_DAYS,
  editObstacle,
  type VisitFacts,
  visitObstacle,
} from "@/lib/features/visits/rules/visit";

const facts: VisitFacts = {
  ...{ branch: "Chi bộ bản Thử", visitor: "Đinh Văn Quân", meeting: null, reportedMeetingIds: [] },
  assignments: [
    { id: "first", startsOn: day("2022-01-01"), endsOn: day("2023-01-01") },
    { id: "second", startsOn: day("2023-06-01"), endsOn: null },
  ],
  today: day("2023-07-15"),
};
const held = (on: string) => ({ id: "meeting", heldOn: day(on) });

describe("a visit to a branch", () => {
  it("is of a day on which the visitor was in charge, the first and the last among them", () => {
    for (const on of ["2022-01-01", "2022-12-31", "2023-06-01", "2023-07-15"]) {
      expect(visitObstacle(day(on), facts)).toBeNull();
    }
    for (const on of ["2021-12-31", "2023-01-01", "2023-05-31"]) {
      expect(visitObstacle(day(on), facts)?.reason).toBe("visits.errors.notInCharge");
    }
    expect(visitObstacle(day("2023-07-16"), facts)?.reason).toBe("visits.errors.inFuture");
    expect([
      assignmentOn(facts.assignments, day("2022-12-31")),
      assignmentOn(facts.assignments, day("2023-06-01")),
    ]).toEqual(["first", "second"]);
  });

  it("names a meeting held in the same month, once", () => {
    const on = day("2022-03-20");
    expect(visitObstacle(on, { ...facts, meeting: held("2022-03-03") })).toBeNull();
    expect(visitObstacle(on, { ...facts, meeting: held("2022-04-03") })?.reason).toBe("visits.errors.otherMonth");
    expect(visitObstacle(on, { ...facts, meeting: held("2021-03-03") })?.reason).toBe("visits.errors.otherMonth");
    const again = { ...facts, meeting: held("2022-03-03"), reportedMeetingIds: ["meeting"] };
    expect(visitObstacle(on, again)?.reason).toBe("visits.errors.reportedBefore");
    const ahead = { ...facts, meeting: held("2023-07-20") };
    expect(visitObstacle(day("2023-07-15"), ahead)?.reason).toBe("visits.errors.notHeldYet");
  });

  it("is put right until the last of the days that are given for it", () => {
    const writtenOn = day("2023-06-01");
    const last = addDays(writtenOn, EDIT_DAYS);
    expect(editObstacle(writtenOn, last)).toBeNull();
    expect(editObstacle(writtenOn, addDays(last, 1))?.reason).toBe("visits.errors.tooLate");
  });
});
