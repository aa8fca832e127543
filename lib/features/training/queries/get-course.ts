import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import type { CourseKind, CourseResult, TheoryLevel } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canEditMember } from "@/lib/features/members/policy";
import { canKeepCourse, canListTraining, visibleTraining } from "@/lib/features/training/policy";
import { getPeopleScope, getStayOn } from "@/lib/features/training/queries/course-people";
import { countResults, isTheoryAtLeast, type ResultCounts, theoryOf } from "@/lib/features/training/rules/courses";

/** Somebody in a course, with how it ended. */
export type ParticipantView = {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly branch: string | null;
  readonly result: CourseResult;
  readonly reason: string | null;
  readonly certificateNumber: string | null;
  readonly certificateOn: Day | null;
  readonly version: number;
  /** The recorded theory level, where it is lower than what the course that was passed leads to. */
  readonly lowerTheory: { readonly level: TheoryLevel; readonly canEdit: boolean } | null;
};

/** A course with those of its people that the reader sees. */
export type CourseView = {
  readonly id: string;
  readonly name: string;
  readonly kind: CourseKind;
  readonly organizer: string;
  readonly place: string | null;
  readonly decisionNumber: string | null;
  readonly startsOn: Day;
  readonly lastDay: Day;
  readonly seats: number | null;
  readonly version: number;
  readonly isOwnOnly: boolean;
  /** The theory level that the course leads to. */
  readonly theory: TheoryLevel | null;
  readonly counts: ResultCounts;
  readonly people: readonly ParticipantView[];
  readonly can: { readonly keep: boolean };
};

/** One course. Refuses with NOT_FOUND who reads no courses, and one that nobody the reader sees was sent to. */
export async function getCourse(actor: Actor, id: string): Promise<CourseView> {
  if (!canListTraining(actor)) throw notFound();
  const { committeeId, today } = actor;
  const isOwnOnly = !visibleTraining(actor).all;
  return readAs(actor, async (tx) => {
    const row = await tx.trainingCourse.findFirst({
      where: { AND: [{ committeeId, id }, isOwnOnly ? { participants: { some: getPeopleScope(actor) } } : {}] },
      relationLoadStrategy: "join",
      include: {
        participants: {
          where: getPeopleScope(actor),
          orderBy: [{ member: { sortKey: "asc" } }, { id: "asc" }],
          include: {
            member: {
              select: { fullName: true, profile: { select: { theoryLevel: true } }, memberships: getStayOn(today) },
            },
          },
        },
      },
    });
    if (!row) throw notFound();
    const { participants, committeeId: _committee, ...course } = row;
    const theory = theoryOf(course.kind);
    const people = participants.map(({ member, certificateOn, ...one }): ParticipantView => {
      const [stay] = member.memberships;
      const recorded = member.profile?.theoryLevel;
      const isLower =
        theory !== null && one.result === "PASSED" && recorded !== undefined && !isTheoryAtLeast(recorded, theory);
      return {
        id: one.id,
        memberId: one.memberId,
        name: member.fullName,
        branch: stay?.branch.name ?? null,
        result: one.result,
        reason: one.reason,
        certificateNumber: one.certificateNumber,
        certificateOn: fromDbDate(certificateOn),
        version: one.version,
        lowerTheory: isLower ? { level: recorded, canEdit: canEditMember(actor, stay?.branchId ?? null) } : null,
      };
    });
    const days = withPeriod(course);
    return {
      ...course,
      startsOn: days.startsOn,
      lastDay: lastDayOf(days) ?? days.startsOn,
      isOwnOnly,
      theory,
      counts: countResults(people),
      people,
      can: { keep: canKeepCourse(actor) },
    };
  });
}
