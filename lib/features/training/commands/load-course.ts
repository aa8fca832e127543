import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { authorize, notFound } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { canKeepCourse } from "@/lib/features/training/policy";
import { coursePerson, getCoursePerson, getPeopleScope } from "@/lib/features/training/queries/course-people";

/** A course with everybody in it. Refuses one that the actor does not read (NOT_FOUND) or keep (FORBIDDEN). */
export async function loadCourse({ tx, actor }: CommandContext, id: string) {
  const row = await tx.trainingCourse.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    include: {
      participants: { where: getPeopleScope(actor), select: { certificateOn: true, member: { select: coursePerson } } },
    },
  });
  if (!row) throw notFound();
  authorize(canKeepCourse(actor));
  const { participants, ...course } = row;
  const people = participants.map(({ member, certificateOn }) => ({
    ...getCoursePerson(member),
    certificateOn: fromDbDate(certificateOn),
  }));
  return { ...withPeriod(course), people };
}

/** Somebody in a course, with the course. Refuses as `loadCourse` does. */
export async function loadParticipant({ tx, actor }: CommandContext, id: string) {
  const row = await tx.courseParticipant.findFirst({
    where: { AND: [{ committeeId: actor.committeeId, id }, getPeopleScope(actor)] },
    relationLoadStrategy: "join",
    include: {
      member: { select: { fullName: true } },
      course: { select: { name: true, startsOn: true, endsOn: true } },
    },
  });
  if (!row) throw notFound();
  authorize(canKeepCourse(actor));
  return { ...row, certificateOn: fromDbDate(row.certificateOn), course: withPeriod(row.course) };
}
