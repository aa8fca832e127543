import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import type { Interval } from "@/lib/core/day/interval";
import {
  changeObstacle,
  countResults,
  courseObstacle,
  isTheoryAtLeast,
  passedOn,
  resultObstacle,
  sendingObstacle,
  takeOffObstacle,
  theoryOf,
} from "@/lib/features/training/rules/courses";

const from = (first: string, end: string | null = null): Interval => ({
  startsOn: day(first),
  endsOn: end === null ? null : day(end),
});
const person = (name: string, ...stays: Interval[]) => ({ memberId: name, name, stays });
const member = person("Lò Văn A", from("2015-01-01"));
const startsOn = day("2021-09-06");
const course = { startsOn, seats: 2, taken: 1 };
const reasonOf = (found: { reason: string } | null) => found?.reason.replace("training.errors.", "") ?? null;

describe("sending people to a course", () => {
  it("takes members of the first day, also those who left later", () => {
    const left = person("Lò Văn B", from("2015-01-01", "2021-09-07"));
    expect(sendingObstacle({ ...course, seats: null }, [member, left])).toBeNull();
  });

  it("refuses by name who is no member on the first day", () => {
    const gone = person("Lò Văn C", from("2015-01-01", "2021-09-06"));
    expect(sendingObstacle(course, [gone])).toMatchObject({ params: { name: "Lò Văn C", day: "06/09/2021" } });
    expect(reasonOf(sendingObstacle(course, [person("Lò Văn D", from("2021-09-07"))]))).toBe("noMember");
  });

  it("fills the seats and not one more", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.nat(8), (seats, taken, chosen) => {
        const people = Array.from({ length: chosen }, () => member);
        const fits = chosen === 0 || taken + chosen <= seats;
        expect(reasonOf(sendingObstacle({ startsOn, seats, taken }, people))).toBe(fits ? null : "noSeats");
      }),
    );
  });
});

describe("changing a course", () => {
  const input = { startsOn, lastDay: day("2021-09-10"), seats: 1 };
  const inIt = { ...member, certificateOn: day("2021-09-10") };

  it("keeps everybody a seat, a member on the first day, and the certificate after it", () => {
    expect(changeObstacle(input, [inIt])).toBeNull();
    expect(reasonOf(changeObstacle(input, [inIt, inIt]))).toBe("seatsTaken");
    expect(reasonOf(changeObstacle({ ...input, startsOn: day("2014-12-31") }, [inIt]))).toBe("noMember");
    const later = { ...input, startsOn: day("2021-09-11"), lastDay: day("2021-09-12") };
    expect(reasonOf(changeObstacle(later, [inIt]))).toBe("certificateEarlier");
  });

  it("may be a course of one day, and never ends before it starts", () => {
    expect(courseObstacle({ startsOn, lastDay: startsOn })).toBeNull();
    expect(reasonOf(courseObstacle({ startsOn, lastDay: day("2021-09-05") }))).toBe("endsBeforeStart");
  });
});

describe("how a course ended", () => {
  const when = { startsOn, today: day("2022-01-01") };
  const none = { reason: null, certificateNumber: null, certificateOn: null };

  it("is said with a reason where it was not passed, and with a certificate only where it was", () => {
    expect(resultObstacle({ ...none, result: "PASSED", certificateNumber: "1" }, when)).toBeNull();
    expect(resultObstacle({ ...none, result: "NOT_PASSED", reason: "Ốm" }, when)).toBeNull();
    expect(resultObstacle({ ...none, result: "ATTENDING" }, when)).toBeNull();
    expect(reasonOf(resultObstacle({ ...none, result: "NOT_PASSED" }, when))).toBe("noReason");
    expect(reasonOf(resultObstacle({ ...none, result: "PASSED", reason: "Ốm" }, when))).toBe("reasonOfPassed");
    const certificate = { ...none, certificateNumber: "1" };
    expect(reasonOf(resultObstacle({ ...certificate, result: "ATTENDING" }, when))).toBe("certificateOfNobody");
  });

  it("has no certificate from before the course or of the future, and none before it began", () => {
    const on = (typed: string) => ({ ...none, result: "PASSED" as const, certificateOn: day(typed) });
    expect(resultObstacle(on("2021-09-06"), when)).toBeNull();
    expect(reasonOf(resultObstacle(on("2021-09-05"), when))).toBe("certificateTooEarly");
    expect(reasonOf(resultObstacle(on("2022-01-02"), when))).toBe("certificateInFuture");
    const early = { startsOn, today: day("2021-09-05") };
    expect(reasonOf(resultObstacle({ ...none, result: "PASSED" }, early))).toBe("notBegun");
  });

  it("counts from the certificate, or else from the last day", () => {
    const of = from("2021-09-06", "2021-09-11");
    expect(passedOn({ result: "PASSED", certificateOn: day("2021-09-20"), course: of })).toBe("2021-09-20");
    expect(passedOn({ result: "PASSED", certificateOn: null, course: of })).toBe("2021-09-10");
    expect(passedOn({ result: "ATTENDING", certificateOn: null, course: of })).toBeNull();
  });

  it("keeps somebody in the course once entered", () => {
    expect(takeOffObstacle("ATTENDING")).toBeNull();
    expect(reasonOf(takeOffObstacle("PASSED"))).toBe("resultEntered");
  });

  it("adds up", () => {
    const results = fc.array(fc.constantFrom("ATTENDING", "PASSED", "NOT_PASSED"));
    fc.assert(
      fc.property(results, (all) => {
        const { people, attending, passed, notPassed } = countResults(all.map((result) => ({ result })));
        expect(attending + passed + notPassed).toBe(people);
      }),
    );
  });
});

describe("political theory", () => {
  it("comes from its three courses alone, and a higher level covers a lower one", () => {
    expect(theoryOf("INTERMEDIATE_THEORY")).toBe("INTERMEDIATE");
    expect(theoryOf("BRANCH_WORK")).toBeNull();
    expect(isTheoryAtLeast("ADVANCED", "ELEMENTARY")).toBe(true);
    expect(isTheoryAtLeast("ELEMENTARY", "ELEMENTARY")).toBe(true);
    expect(isTheoryAtLeast("NONE", "ELEMENTARY")).toBe(false);
  });
});
