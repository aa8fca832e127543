import { z } from "zod";
import { CourseKind, CourseResult } from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  name,
  optionalDay,
  optionalText,
  several,
  text,
  version,
} from "@/lib/core/fields";

/** The most people that one form sends to a course. */
export const MOST_SENT = 500;

const seats = () =>
  z
    .union([z.literal("").transform(() => null), count(1, 10_000)])
    .optional()
    .transform((value) => value ?? null);

const course = {
  name: text(200),
  kind: choice(CourseKind),
  organizer: name(200),
  place: optionalText(200),
  decisionNumber: optionalText(60),
  startsOn: dayField(),
  lastDay: dayField(),
  seats: seats(),
};

export const openCourseInput = z.strictObject(course);
export type OpenCourseInput = z.output<typeof openCourseInput>;

export const editCourseInput = z.strictObject({ id: id(), version: version(), ...course });
export type EditCourseInput = z.output<typeof editCourseInput>;

export const sendToCourseInput = z.strictObject({
  id: id(),
  version: version(),
  memberId: several(id(), MOST_SENT).refine((ids) => ids.length > 0, { error: "training.errors.nobody" }),
});
export type SendToCourseInput = z.output<typeof sendToCourseInput>;

export const recordResultInput = z.strictObject({
  id: id(),
  version: version(),
  result: choice(CourseResult),
  reason: optionalText(200),
  certificateNumber: optionalText(60),
  certificateOn: optionalDay(),
});
export type RecordResultInput = z.output<typeof recordResultInput>;

export const takeOffCourseInput = z.strictObject({ id: id(), version: version(), takeOffReason: text(200) });
export type TakeOffCourseInput = z.output<typeof takeOffCourseInput>;

/** Which people of a year or of a course are shown. */
export const shownPeople = ["ALL", ...Object.values(CourseResult)] as const;
export type ShownPeople = (typeof shownPeople)[number];

/** The year that the list is narrowed to and whose people it shows; what cannot be read narrows nothing. */
export const courseFilter = z.object({
  year: count(1930, 2199).nullable().catch(null),
  show: z.enum(shownPeople).nullable().catch(null),
});
export type CourseFilter = z.output<typeof courseFilter>;

/** The groups of people that are sent to courses together, by the office they hold. */
export const officeGroups = ["BRANCH_SECRETARIES", "BRANCH_COMMITTEES", "PARTY_COMMITTEE"] as const;
export type OfficeGroup = (typeof officeGroups)[number];

/** From whom people are chosen: a group, or a branch by its id; null where nothing that can be read is asked for. */
export const peopleSource = z
  .union([z.enum(officeGroups), z.uuid()])
  .nullable()
  .catch(null);
export type PeopleSource = z.output<typeof peopleSource>;
