import { type Day, typedForm } from "@/lib/core/day";
import { endAfter, type Interval, isInForceOn, lastDayOf } from "@/lib/core/day/interval";
import type { CourseKind, CourseResult, TheoryLevel } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { OpenCourseInput, RecordResultInput } from "@/lib/features/training/schema/courses";

/** Somebody with the times in which they officially were in a branch. */
export type CoursePerson = { readonly memberId: string; readonly name: string; readonly stays: readonly Interval[] };

const THEORY_RANKS: Readonly<Record<TheoryLevel, number>> = { NONE: 0, ELEMENTARY: 1, INTERMEDIATE: 2, ADVANCED: 3 };

const THEORY_OF: Readonly<Partial<Record<CourseKind, TheoryLevel>>> = {
  ELEMENTARY_THEORY: "ELEMENTARY",
  INTERMEDIATE_THEORY: "INTERMEDIATE",
  ADVANCED_THEORY: "ADVANCED",
};

/** The level of political theory that a course of this kind leads to; null for every other kind. */
export function theoryOf(kind: CourseKind): TheoryLevel | null {
  return THEORY_OF[kind] ?? null;
}

/** Whether the one level is the other or a higher one. */
export function isTheoryAtLeast(level: TheoryLevel, least: TheoryLevel): boolean {
  return THEORY_RANKS[level] >= THEORY_RANKS[least];
}

/** The day from which a course counts as passed: of the certificate, or else its last day; null where it was not passed. */
export function passedOn(of: {
  readonly result: CourseResult;
  readonly certificateOn: Day | null;
  readonly course: Interval;
}): Day | null {
  return of.result === "PASSED" ? (of.certificateOn ?? lastDayOf(of.course)) : null;
}

/** How many of them there are by result; the four parts add up. */
export function countResults(people: readonly { readonly result: CourseResult }[]) {
  const count = (result: CourseResult) => people.filter((one) => one.result === result).length;
  return {
    people: people.length,
    attending: count("ATTENDING"),
    passed: count("PASSED"),
    notPassed: count("NOT_PASSED"),
  };
}

/** How many people there are in all and by result. */
export type ResultCounts = ReturnType<typeof countResults>;

/** Why a course cannot be so: it ends before it starts. */
export function courseObstacle({ startsOn, lastDay }: Pick<OpenCourseInput, "startsOn" | "lastDay">): Obstacle | null {
  if (startsOn <= lastDay) return null;
  return { reason: "training.errors.endsBeforeStart", params: { day: typedForm(startsOn) }, field: "lastDay" };
}

/** Why these people cannot be sent: somebody is no member on the first day, or they are more than the seats with those already there. */
export function sendingObstacle(
  course: Pick<Interval, "startsOn"> & { readonly seats: number | null; readonly taken: number },
  people: readonly CoursePerson[],
): Obstacle | null {
  const stranger = notMemberOn(people, course.startsOn);
  if (stranger) return { ...stranger, field: "memberId" };
  if (course.seats === null) return null;
  const free = Math.max(course.seats - course.taken, 0);
  if (people.length <= free) return null;
  const params = { free, chosen: people.length };
  return { reason: "training.errors.noSeats", params, field: "memberId" };
}

/** Why a course with people in it cannot be changed to that: too few seats for them, or a first day on which somebody was no member. */
export function changeObstacle(
  input: Pick<OpenCourseInput, "startsOn" | "lastDay" | "seats">,
  people: readonly (CoursePerson & { readonly certificateOn: Day | null })[],
): Obstacle | null {
  if (input.seats !== null && input.seats < people.length) {
    return { reason: "training.errors.seatsTaken", params: { taken: people.length }, field: "seats" };
  }
  const stranger = notMemberOn(people, input.startsOn);
  if (stranger) return { ...stranger, field: "startsOn" };
  const early = people.find((one) => one.certificateOn !== null && one.certificateOn < input.startsOn);
  if (!early) return courseObstacle(input);
  return { reason: "training.errors.certificateEarlier", params: { name: early.name }, field: "startsOn" };
}

/**
 * Why a result cannot be: the course has not begun, who has not passed says no reason or has a certificate, or the certificate
 * is from before the course or of the future.
 */
export function resultObstacle(
  input: Pick<RecordResultInput, "result" | "reason" | "certificateNumber" | "certificateOn">,
  { startsOn, today }: { readonly startsOn: Day; readonly today: Day },
): Obstacle | null {
  const { result, reason, certificateNumber, certificateOn } = input;
  if (result !== "ATTENDING" && today < startsOn) {
    return { reason: "training.errors.notBegun", params: { day: typedForm(startsOn) }, field: "result" };
  }
  if (result === "NOT_PASSED" && reason === null) return { reason: "training.errors.noReason", field: "reason" };
  if (result !== "NOT_PASSED" && reason !== null) return { reason: "training.errors.reasonOfPassed", field: "reason" };
  if (result !== "PASSED" && (certificateNumber !== null || certificateOn !== null)) {
    return { reason: "training.errors.certificateOfNobody", field: "certificateNumber" };
  }
  if (certificateOn !== null && certificateOn < startsOn) {
    return {
      reason: "training.errors.certificateTooEarly",
      params: { day: typedForm(startsOn) },
      field: "certificateOn",
    };
  }
  return certificateOn !== null && certificateOn > today
    ? { reason: "training.errors.certificateInFuture", field: "certificateOn" }
    : null;
}

/** Why somebody cannot be taken off a course: how it ended for them has been entered. */
export function takeOffObstacle(result: CourseResult): Obstacle | null {
  return result === "ATTENDING" ? null : { reason: "training.errors.resultEntered" };
}

/** The year that is shown unasked: that of the last course that has begun, or this year. */
export function usualYear(lastStartsOn: Day | null, today: Day): number {
  return Number((lastStartsOn ?? today).slice(0, 4));
}

/** The half-open period of a course from its first and last day. */
export function courseInterval({ startsOn, lastDay }: { startsOn: Day; lastDay: Day }): Interval {
  return { startsOn, endsOn: endAfter(lastDay) };
}

function notMemberOn(people: readonly CoursePerson[], on: Day): Obstacle | null {
  const stranger = people.find(({ stays }) => !stays.some((stay) => isInForceOn(stay, on)));
  return stranger ? { reason: "training.errors.noMember", params: { name: stranger.name, day: typedForm(on) } } : null;
}
