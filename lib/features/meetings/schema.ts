import { z } from "zod";
import { day } from "@/lib/core/day";
import { MeetingKind, Presence } from "@/lib/core/db/generated/enums";
import {
  choice,
  count,
  dayField,
  id,
  optionalChoice,
  optionalNote,
  optionalText,
  partialDayField,
  text,
  version,
} from "@/lib/core/fields";

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
  place: text(),
  chairId: id(),
  writerId: id(),
};

export const openMeetingInput = z.strictObject({ branchId: id(), ...record });
export type OpenMeetingInput = z.output<typeof openMeetingInput>;

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

export const sendMinutesInput = z.strictObject({ id: id(), version: version() });
export type SendMinutesInput = z.output<typeof sendMinutesInput>;

export const signMinutesInput = z.strictObject({ id: id(), version: version(), signedOn: dayField() });
export type SignMinutesInput = z.output<typeof signMinutesInput>;

/** The year and branch that a list is narrowed to; what cannot be read narrows nothing. */
export const meetingFilter = z.object({
  year: count(1930, 2199).nullable().catch(null),
  branch: z.uuid().nullable().catch(null),
});
export type MeetingFilter = z.output<typeof meetingFilter>;
