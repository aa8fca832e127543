import { z } from "zod";
import { optionalText, text } from "@/lib/core/fields";
import { foldText } from "@/lib/core/text/fold";

const TIME = /^(\d{1,2})\s*(?:[:.hg]|gio)\s*(\d{2})?(?:\s*phut)?$/;

/* With a colon, a point, or the word for hours, in full or by its letter: all ways of writing one time of day. */
function timeFrom(typed: string, context: z.core.$RefinementCtx): string {
  const [, hour, minute = "00"] = TIME.exec(foldText(typed)) ?? [];
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60) return `${hour.padStart(2, "0")}:${minute}`;
  context.addIssue({ code: "custom", message: "meetings.errors.time" });
  return z.NEVER;
}

/** A time of day, kept as `19:30`. */
export const timeOfDay = () => text(20).transform(timeFrom);
/** A time of day, or null. */
export const optionalTimeOfDay = () =>
  optionalText(20).transform((typed, context) => (typed === null ? null : timeFrom(typed, context)));
