import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { loadCourse, loadParticipant } from "@/lib/features/training/commands/load-course";
import { listCoursePeople } from "@/lib/features/training/queries/course-people";
import { sendingObstacle, takeOffObstacle } from "@/lib/features/training/rules/courses";
import type { SendToCourseInput, TakeOffCourseInput } from "@/lib/features/training/schema/courses";

/**
 * Sends members to a course. Refuses who is no member on its first day, and more people than it has seats (RULE); who is in it
 * already, and a course that somebody changed or sent people to meanwhile (CONFLICT).
 */
export function sendToCourse(actor: Actor, input: SendToCourseInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "sendToCourse", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { committeeId } = actor;
    const { id, version, memberId: ids } = input;
    const course = await loadCourse(context, id);
    const people = await listCoursePeople(tx, actor, ids);
    if (people.length < ids.length) throw notFound();
    const twice = people.find((one) => course.people.some(({ memberId }) => memberId === one.memberId));
    if (twice) throw new DomainError("CONFLICT", "training.errors.sentAlready", { name: twice.name }, "memberId");
    requireNoObstacle(sendingObstacle({ ...course, taken: course.people.length }, people));

    const written = await tx.trainingCourse.updateMany({
      where: { committeeId, id, version },
      data: { version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const rows = people.map(({ memberId }) => ({ committeeId, id: randomUUID(), courseId: id, memberId }));
    await tx.courseParticipant.createMany({ data: rows });
    audit({
      type: "course.peopleEnrolled",
      subject: { kind: "course", id, name: course.name },
      params: { count: people.length },
      changes: rows.map((row, place) => ({
        record: "CourseParticipant",
        recordId: row.id,
        before: null,
        after: { member: people[place]?.name ?? null, course: course.name, result: "ATTENDING" },
      })),
    });
    return { id };
  });
}

/**
 * Takes somebody off a course to which they were sent by mistake, with the reason. Refuses who has a result (RULE), and an older
 * version (CONFLICT).
 */
export function takeOffCourse(actor: Actor, input: TakeOffCourseInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "takeOffCourse", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, takeOffReason: reason } = input;
    const one = await loadParticipant(context, id);
    requireNoObstacle(takeOffObstacle(one.result));
    const where = { committeeId: actor.committeeId, id, version };
    const written = await tx.courseParticipant.deleteMany({ where });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    audit({
      type: "course.personRemoved",
      subject: { kind: "course", id: one.courseId, name: one.course.name },
      reason,
      changes: [
        {
          record: "CourseParticipant",
          recordId: id,
          before: { member: one.member.fullName, course: one.course.name, result: one.result },
          after: null,
        },
      ],
    });
    return { id: one.courseId };
  });
}
