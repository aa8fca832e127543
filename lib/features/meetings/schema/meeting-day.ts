import { z } from "zod";
import { dayOf } from "@/lib/core/day";
import { count, dayField, id, optionalText, text } from "@/lib/core/fields";
import { optionalTimeOfDay, timeOfDay } from "@/lib/features/meetings/schema/time-of-day";

/** How a form says the last day of the month. */
export const LAST_DAY = "last";
/** The last date that every month has. */
export const LAST_DATE = 28;

/** A date of any year as forms and sentences write it, `15/05`. */
export function typedDate(date: string): string {
  return date.split("-").toReversed().join("/");
}

const LEAP_YEAR = 2000;
const DATE = /^(\d{1,2})[-/.](\d{1,2})$/;

/** A day of any year typed as day/month, kept as `05-15`, or null. */
const optionalDate = () =>
  optionalText(10).transform((typed, context) => {
    if (typed === null) return null;
    const [, date = "0", month = "0"] = DATE.exec(typed) ?? [];
    const found = dayOf(LEAP_YEAR, Number(month), Number(date));
    if (found !== null) return found.slice(5);
    context.addIssue({ code: "custom", message: "meetings.errors.seasonDate" });
    return z.NEVER;
  });

export const fixMeetingDayInput = z.strictObject({
  branchId: id(),
  /** That of the rule in force as the form knew it; 0 where there was none. */
  version: count(),
  startsOn: dayField(),
  monthDay: z.union([z.literal(LAST_DAY).transform(() => null), count(1, LAST_DATE)], {
    error: "refusals.fields.choose",
  }),
  startTime: timeOfDay(),
  place: text(),
  seasonFrom: optionalDate(),
  seasonTo: optionalDate(),
  seasonTime: optionalTimeOfDay(),
});
export type FixMeetingDayInput = z.output<typeof fixMeetingDayInput>;

export const endMeetingDayInput = z.strictObject({ branchId: id(), version: count(), lastDay: dayField() });
export type EndMeetingDayInput = z.output<typeof endMeetingDayInput>;
