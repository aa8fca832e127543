import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { typedForm } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { loadCourse } from "@/lib/features/training/commands/load-course";
import { canListTraining, canOpenCourse } from "@/lib/features/training/policy";
import { changeObstacle, courseObstacle } from "@/lib/features/training/rules/courses";
import type { EditCourseInput, OpenCourseInput } from "@/lib/features/training/schema/courses";

/** Enters a course that members are sent to. Refuses one that ends before it starts (RULE). */
export function openCourse(actor: Actor, input: OpenCourseInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "openCourse", input, ...sending }, async ({ tx, actor, audit }) => {
    if (!canListTraining(actor)) throw notFound();
    authorize(canOpenCourse(actor));
    requireNoObstacle(courseObstacle(input));
    const id = randomUUID();
    const data = { committeeId: actor.committeeId, id, ...columnsOf(input) };
    await tx.trainingCourse.create({ data, select: { id: true } });
    audit({
      type: "course.opened",
      subject: { kind: "course", id, name: input.name },
      changes: [{ record: "TrainingCourse", recordId: id, before: null, after: valuesOf(input) }],
    });
    return { id };
  });
}

/**
 * Puts right what was entered of a course. Refuses fewer seats than people, a first day on which somebody in it was no member or
 * that is later than a certificate, and an end before the start (RULE); an older version with both versions' values (CONFLICT).
 */
export function editCourse(actor: Actor, input: EditCourseInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editCourse", input, ...sending }, async (context) => {
    const { tx, actor, audit } = context;
    const { id, version, ...record } = input;
    const { startsOn, endsOn, people, ...course } = await loadCourse(context, id);
    requireNoObstacle(changeObstacle(record, people));
    const stored = { ...course, startsOn, lastDay: lastDayOf({ startsOn, endsOn }) ?? startsOn };
    const written = await tx.trainingCourse.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...columnsOf(record), version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(typedValues(stored), stored.version);
    const change = changedValues(valuesOf(stored), valuesOf(record));
    audit({
      type: "course.edited",
      subject: { kind: "course", id, name: record.name },
      changes: change ? [{ record: "TrainingCourse", recordId: id, ...change }] : [],
    });
    return { id };
  });
}

function columnsOf({ startsOn, lastDay, ...columns }: OpenCourseInput) {
  const { startsOn: first, endsOn } = dbPeriod(startsOn, lastDay);
  return { ...columns, startsOn: first, endsOn: endsOn ?? first };
}

function valuesOf({
  name,
  kind,
  organizer,
  place,
  decisionNumber,
  startsOn,
  lastDay,
  seats,
}: OpenCourseInput): AuditValues {
  return { name, kind, organizer, place, decisionNumber, startsOn, lastDay, seats };
}

function typedValues({ startsOn, lastDay, seats, ...course }: OpenCourseInput): Record<string, string> {
  return {
    name: course.name,
    kind: course.kind,
    organizer: course.organizer,
    place: course.place ?? "",
    decisionNumber: course.decisionNumber ?? "",
    startsOn: typedForm(startsOn),
    lastDay: typedForm(lastDay),
    seats: seats === null ? "" : String(seats),
  };
}
