import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { openCourse } from "@/lib/features/training/commands/keep-courses";
import { sendToCourse } from "@/lib/features/training/commands/send-to-course";
import type { OpenCourseInput } from "@/lib/features/training/schema/courses";
import { ownerRows } from "../../support/register";

/** A course for branch committees in September 2021, without a limit of seats. */
export const courseInput: OpenCourseInput = {
  name: "Lớp bồi dưỡng bí thư chi bộ và chi ủy viên",
  kind: "BRANCH_WORK",
  organizer: "Trung tâm Chính trị huyện",
  place: null,
  decisionNumber: "12-QĐ/HU",
  startsOn: day("2021-09-06"),
  lastDay: day("2021-09-10"),
  seats: null,
};

/** Opens a course; what is not named is as in `courseInput`. */
export async function openedCourse(by: Actor, of: Partial<OpenCourseInput> = {}): Promise<string> {
  return (await openCourse(by, { ...courseInput, ...of })).id;
}

/** Opens a course and sends these members to it; its version is 2 then. */
export async function courseWith(by: Actor, memberId: readonly string[], of: Partial<OpenCourseInput> = {}) {
  const id = await openedCourse(by, of);
  await sendToCourse(by, { id, version: 1, memberId: [...memberId] });
  return id;
}

/** The ids of the people in a course, by member. */
export async function participantsOf(courseId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await ownerRows<{ id: string; memberId: string }>(
    `SELECT id, "memberId" FROM "CourseParticipant" WHERE "courseId" = $1`,
    [courseId],
  );
  return new Map(rows.map(({ id, memberId }) => [memberId, id]));
}

/** The one participant of a course. */
export async function participantOf(courseId: string, memberId: string): Promise<string> {
  const id = (await participantsOf(courseId)).get(memberId);
  if (!id) throw new Error("not in the course");
  return id;
}

/** What is entered for somebody who has passed. */
export const passed = { result: "PASSED", reason: null, certificateNumber: "15/GCN", certificateOn: null } as const;
