import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, firstDayOfYear, fromDbDate, lastDayOfYear, toDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { Tx } from "@/lib/core/db/context";
import type { CourseKind, CourseResult } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canListTraining, canOpenCourse, canReadPlan, visibleTraining } from "@/lib/features/training/policy";
import { getPeopleScope, getStayOn } from "@/lib/features/training/queries/course-people";
import { countResults, type ResultCounts, usualYear } from "@/lib/features/training/rules/courses";
import type { CourseFilter } from "@/lib/features/training/schema/courses";

/** A course as the year shows it, with how many of its people the reader sees, by result. */
export type CourseLine = {
  readonly id: string;
  readonly name: string;
  readonly kind: CourseKind;
  readonly organizer: string;
  readonly startsOn: Day;
  readonly lastDay: Day;
  readonly seats: number | null;
  readonly counts: ResultCounts;
};

/** Somebody in a course of the year. */
export type YearPerson = {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly branch: string | null;
  readonly courseId: string;
  readonly course: string;
  readonly result: CourseResult;
};

/** The courses that begin in a year. */
export type CourseYear = {
  readonly year: number;
  /** Whether only people of the reader's own branches are counted and shown. */
  readonly isOwnOnly: boolean;
  readonly courses: readonly CourseLine[];
  readonly counts: ResultCounts;
  /** Those asked for, by given name; null where courses are shown. */
  readonly people: readonly YearPerson[] | null;
  readonly can: { readonly open: boolean; readonly readPlan: boolean };
};

/**
 * The courses that begin in a year and that somebody the reader sees was sent to; for who reads the register, all. Unasked, the
 * year of the last course. Refuses with NOT_FOUND who reads no courses.
 */
export async function listCourses(actor: Actor, filter: CourseFilter): Promise<CourseYear> {
  if (!canListTraining(actor)) throw notFound();
  const isOwnOnly = !visibleTraining(actor).all;
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const year = filter.year ?? (await findUsualYear(tx, actor));
    const rows = await tx.trainingCourse.findMany({
      where: {
        AND: [
          { committeeId, startsOn: daysOf(year) },
          isOwnOnly ? { participants: { some: getPeopleScope(actor) } } : {},
        ],
      },
      orderBy: [{ startsOn: "desc" }, { name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, kind: true, organizer: true, startsOn: true, endsOn: true, seats: true },
    });
    const people = await tx.courseParticipant.findMany({
      where: { AND: [{ committeeId, course: { startsOn: daysOf(year) } }, getPeopleScope(actor)] },
      orderBy: [{ member: { sortKey: "asc" } }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: {
        id: true,
        memberId: true,
        courseId: true,
        result: true,
        member: { select: { fullName: true, memberships: getStayOn(today) } },
      },
    });
    const courses = rows.map((row): CourseLine => {
      const days = withPeriod(row);
      const counts = countResults(people.filter((one) => one.courseId === row.id));
      return { ...row, startsOn: days.startsOn, lastDay: lastDayOf(days) ?? days.startsOn, counts };
    });
    const { show } = filter;
    const shown = people
      .filter(({ result }) => show === "ALL" || result === show)
      .map(({ member, ...one }): YearPerson => {
        const course = courses.find(({ id }) => id === one.courseId)?.name ?? "";
        return { ...one, name: member.fullName, branch: member.memberships[0]?.branch.name ?? null, course };
      });
    const counts = countResults(people);
    const can = { open: canOpenCourse(actor), readPlan: canReadPlan(actor) };
    return { year, isOwnOnly, courses, counts, people: show === null ? null : shown, can };
  });
}

async function findUsualYear(tx: Tx, actor: Actor): Promise<number> {
  const { committeeId, today } = actor;
  const isOwnOnly = !visibleTraining(actor).all;
  const last = await tx.trainingCourse.findFirst({
    where: {
      AND: [
        { committeeId, startsOn: { lte: toDbDate(today) } },
        isOwnOnly ? { participants: { some: getPeopleScope(actor) } } : {},
      ],
    },
    orderBy: { startsOn: "desc" },
    select: { startsOn: true },
  });
  return usualYear(last && fromDbDate(last.startsOn), today);
}

const daysOf = (year: number) => ({ gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) });
