import { z } from "zod";
import { day } from "@/lib/core/day";
import { MeetingCriterion, MeetingGrade, MeetingKind, Presence } from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  note,
  optionalChoice,
  optionalDay,
  optionalNote,
  optionalText,
  partialDayField,
  text,
  version,
} from "@/lib/core/fields";
import { MINUTES_ITEM } from "@/lib/features/meetings/schema/minutes-draft";
import { optionalTimeOfDay, timeOfDay } from "@/lib/features/meetings/schema/time-of-day";

/** A month typed as month/year; a whole day stands for its month. */
const month = () =>
  partialDayField().transform((typed, context) => {
    if (typed.length >= 7) return day(`${typed.slice(0, 7)}-01`);
    context.addIssue({ code: "custom", message: "meetings.errors.month" });
    return z.NEVER;
  });

const record = {
  kind: choice(MeetingKind),
  monthOn: month(),
  heldOn: dayField(),
  startTime: optionalTimeOfDay(),
  place: text(),
  chairId: id(),
  writerId: id(),
};

export const openMeetingInput = z.strictObject({ branchId: id(), ...record });
export type OpenMeetingInput = z.output<typeof openMeetingInput>;

/** The month that an address asks for, as `2026-10`; what cannot be read asks for none. */
export const meetingMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((typed) => day(`${typed}-01`))
  .nullable()
  .catch(null);

export const inviteInput = z.strictObject({
  ...{ id: id(), version: version() },
  ...{ startTime: timeOfDay(), enclosures: optionalNote(2000) },
});
export type InviteInput = z.output<typeof inviteInput>;

export const editMeetingInput = z.strictObject({ id: id(), version: version(), ...record });
export type EditMeetingInput = z.output<typeof editMeetingInput>;

/** What a meeting is opened or put right with. */
export type MeetingRecord = Omit<OpenMeetingInput, "branchId">;

/** One line of the roll as the form sends it. */
export type RollEntry = {
  readonly memberId: string;
  readonly presence: Presence;
  readonly reason: string | null;
};

/** The roll of a whole branch, as the command takes it. */
export type TakeAttendanceInput = {
  readonly id: string;
  readonly version: number;
  readonly guests: string | null;
  readonly entries: readonly RollEntry[];
};

const LINE = /^(at|why)-([0-9a-f-]{36})$/;
const rollFields = z.looseObject({ id: id(), version: version(), guests: optionalNote(2000) });

/**
 * The roll as the form sends it: per member `at-<member>` with the presence, empty where nobody has said, and `why-<member>`
 * with the reason of who is excused. Any other control is refused.
 */
export const takeAttendanceInput = rollFields.transform((typed, context): TakeAttendanceInput => {
  const { id: meetingId, version: seen, guests, ...controls } = typed;
  const reasons = new Map<string, string | null>();
  const said = new Map<string, Presence | null>();
  for (const [control, value] of Object.entries(controls)) {
    const [, part, memberId] = LINE.exec(control) ?? [];
    if (memberId === undefined) {
      context.addIssue({ code: "custom", message: "refusals.unknownField" });
      continue;
    }
    const parsed = part === "at" ? optionalChoice(Presence).safeParse(value) : optionalText().safeParse(value);
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message ?? "refusals.fillIn";
      context.addIssue({ code: "custom", message, path: [control] });
    } else if (part === "at") said.set(memberId, optionalChoice(Presence).parse(value));
    else reasons.set(memberId, parsed.data);
  }
  const entries = [...said].flatMap(([memberId, of]): RollEntry[] => {
    if (of === null) return [];
    return [{ memberId, presence: of, reason: of === "ABSENT_EXCUSED" ? (reasons.get(memberId) ?? null) : null }];
  });
  return { id: meetingId, version: seen, guests, entries };
});

/** One item of the agenda as the form sends it. */
export type MinutesItem = {
  readonly position: number;
  readonly title: string;
  readonly opinions: string | null;
  readonly conclusion: string | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly other: number | null;
};

/** The whole text of the minutes, as the command takes it. */
export type WriteMinutesInput = {
  readonly id: string;
  readonly version: number;
  readonly conclusion: string | null;
  readonly items: readonly MinutesItem[];
};

const votes = () =>
  z
    .union([z.literal("").transform(() => null), count(0, 10_000)])
    .optional()
    .transform((value) => value ?? null);
const itemFields = z.strictObject({
  title: optionalText(300),
  opinions: optionalNote(),
  conclusion: optionalNote(),
  yes: votes(),
  no: votes(),
  other: votes(),
});
const minutesFields = z.looseObject({ id: id(), version: version(), conclusion: optionalNote() });

/**
 * The minutes as the form sends them: per item `title-<n>`, `opinions-<n>`, `conclusion-<n>` and the votes `yes-<n>`, `no-<n>`,
 * `other-<n>`. An item without any content is left out and the rest moves up; any other control is refused.
 */
export const writeMinutesInput = minutesFields.transform((typed, context): WriteMinutesInput => {
  const { id: meetingId, version: seen, conclusion, ...controls } = typed;
  const byPlace = new Map<number, Record<string, unknown>>();
  for (const [control, value] of Object.entries(controls)) {
    const [, part, place] = MINUTES_ITEM.exec(control) ?? [];
    if (part === undefined) context.addIssue({ code: "custom", message: "refusals.unknownField" });
    else byPlace.set(Number(place), { ...byPlace.get(Number(place)), [part]: value });
  }
  const items: MinutesItem[] = [];
  for (const [place, fields] of [...byPlace].toSorted(([one], [other]) => one - other)) {
    const parsed = itemFields.safeParse(fields);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        context.addIssue({ ...issue, code: "custom", path: [`${issue.path.join("")}-${place}`] });
      }
      continue;
    }
    const { title, ...rest } = parsed.data;
    const isEmpty = title === null && Object.values(rest).every((value) => value === null);
    if (isEmpty) continue;
    if (title === null) {
      context.addIssue({ code: "custom", message: "meetings.errors.noTitle", path: [`title-${place}`] });
    } else items.push({ position: items.length + 1, title, ...rest });
  }
  return { id: meetingId, version: seen, conclusion, items };
});

export const takeOverPenInput = z.strictObject({ id: id(), version: version() });
export type TakeOverPenInput = z.output<typeof takeOverPenInput>;

export const addAddendumInput = z.strictObject({ id: id(), text: note(5000), reason: text() });
export type AddAddendumInput = z.output<typeof addAddendumInput>;

export const sendMinutesInput = z.strictObject({
  ...{ id: id(), version: version() },
  ...{ nextOn: optionalDay(), nextTime: optionalTimeOfDay(), nextPlace: optionalText() },
});
export type SendMinutesInput = z.output<typeof sendMinutesInput>;

export const signMinutesInput = z.strictObject({ id: id(), version: version(), signedOn: dayField() });
export type SignMinutesInput = z.output<typeof signMinutesInput>;

/** What a meeting is scored by, in the order of the form; which of them count, and how much, the rules of the day say. */
export const meetingCriteria = Object.values(MeetingCriterion);

const points = () =>
  z
    .union([z.literal("").transform(() => null), count(0, 100)])
    .optional()
    .transform((value) => value ?? null);

/** The points of a meeting as the form sends them: one control for each criterion, named by it. */
export const scoreMeetingInput = z.strictObject({
  id: id(),
  version: version().optional(),
  weaknesses: optionalNote(),
  TIME: points(),
  ATTENDANCE: points(),
  PREPARATION: points(),
  STEPS: points(),
  CONTENT: points(),
  CHAIRING: points(),
  PRINCIPLES: points(),
  RESULTS: points(),
  CLOSING: points(),
});
export type ScoreMeetingInput = z.output<typeof scoreMeetingInput>;

export const gradeMeetingInput = z.strictObject({
  id: id(),
  version: version(),
  grade: choice(MeetingGrade),
  reason: optionalText(),
});
export type GradeMeetingInput = z.output<typeof gradeMeetingInput>;

/** The year and branch that a list is narrowed to; what cannot be read narrows nothing. */
export const meetingFilter = z.object({
  year: count(1930, 2199).nullable().catch(null),
  branch: z.uuid().nullable().catch(null),
});
export type MeetingFilter = z.output<typeof meetingFilter>;

/** Where a meeting whose minutes were sent can stand: its decided grade, waiting for one, or not scored. */
export const gradeStandings = [...Object.values(MeetingGrade), "WAITING", "UNSCORED"] as const;
export type GradeStanding = (typeof gradeStandings)[number];

/** Which meetings of a year the list of grades shows: those of a decided grade, those still to be decided, or those not scored. */
export const gradeFilter = z.object({
  year: count(1930, 2199).nullable().catch(null),
  show: z.enum(gradeStandings).nullable().catch(null),
});
export type GradeFilter = z.output<typeof gradeFilter>;
