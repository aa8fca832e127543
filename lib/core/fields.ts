import { z } from "zod";
import { type Day, type PartialDay, parseDay, WIDEST_RANGE } from "@/lib/core/day";
import { parsePartialDay } from "@/lib/core/day/partial-day";
import { cleanLines, cleanName, cleanText } from "@/lib/core/text/clean";
import { secrecyMarkIn } from "@/lib/core/text/secrecy";

/* Builders for the fields of forms: every one takes what was typed and says, by message key, what to do about it. */

type Refuse = z.core.$RefinementCtx<string>;

function refuse(context: Refuse, key: string, values: Record<string, string | number> = {}): never {
  context.addIssue({ code: "custom", message: key, params: { key, values } });
  return z.NEVER;
}

function textOf(clean: (typed: string) => { text: string }, max: number, isRequired: "required" | "optional") {
  return z.string({ error: "refusals.fields.required" }).transform((typed, context) => {
    const { text } = clean(typed);
    if (text.length > max) return refuse(context, "refusals.tooLong", { max });
    if (text === "" && isRequired === "required") return refuse(context, "refusals.fields.required");
    const mark = secrecyMarkIn(text);
    if (mark !== null) return refuse(context, "refusals.secrecyMark", { mark });
    return text;
  });
}

/** One line of text, cleaned; up to 200 characters. */
export const text = (max = 200) => textOf(cleanText, max, "required");
/** One line of text or null. An absent control counts as empty. */
export const optionalText = (max = 200) =>
  textOf(cleanText, max, "optional")
    .transform((value) => value || null)
    .optional()
    .transform((value) => value ?? null);
/** A person's or place's name as its papers have it, lookalike letters corrected. */
export const name = (max = 120) => textOf(cleanName, max, "required");
/** Several lines, up to 10,000 characters, or null. */
export const optionalNote = (max = 10_000) =>
  textOf(cleanLines, max, "optional")
    .transform((value) => value || null)
    .optional()
    .transform((value) => value ?? null);
/** Several lines, up to 10,000 characters. */
export const note = (max = 10_000) => textOf(cleanLines, max, "required");

/** An id of a record. */
export const id = () => z.uuid({ error: "refusals.fields.choose" });
/** An id of a record, or null where nothing is chosen. */
export const optionalId = () =>
  z
    .union([z.literal(""), z.uuid()], { error: "refusals.fields.choose" })
    .optional()
    .transform((value) => value || null);
/** The values of an enumeration, as the generated enums hold them. */
type Enumeration = Readonly<Record<string, string>>;
/** One of an enumeration. */
export const choice = <const T extends Enumeration>(values: T) => z.enum(values, { error: "refusals.fields.choose" });
/** One of an enumeration, or null. */
export const optionalChoice = <const T extends Enumeration>(values: T) =>
  z
    .union([z.literal("").transform(() => null), z.enum(values)], { error: "refusals.fields.choose" })
    .optional()
    .transform((value) => value ?? null);
/** A whole number in the given range. */
export const count = (min = 0, max = 100_000) =>
  z.string({ error: "refusals.fields.required" }).transform((typed, context) => {
    const digits = typed.trim();
    const value = Number(digits);
    if (!/^\d{1,10}$/.test(digits) || value < min || value > max) {
      return refuse(context, "refusals.fields.count", { min, max });
    }
    return value;
  });
const LARGEST_INTEGER = 2_147_483_647;
/** The version a form was opened at. */
export const version = () => count(1, LARGEST_INTEGER);
/** A ticked box. */
export const tick = () =>
  z
    .literal("on")
    .optional()
    .transform((value) => value === "on");

function dayFrom(typed: string, context: Refuse): Day | null {
  const parsed = parseDay(typed, WIDEST_RANGE);
  switch (parsed.kind) {
    case "day":
      return parsed.day;
    case "empty":
      return null;
    default:
      return refuse(context, `refusals.fields.day.${parsed.kind}`, { typed: typed.trim() });
  }
}

/** A day typed as day/month/year. */
export const dayField = () =>
  z.string({ error: "refusals.fields.day.required" }).transform((typed, context): Day => {
    const found = dayFrom(typed, context);
    return found ?? refuse(context, "refusals.fields.day.required");
  });
/** A day typed as day/month/year, or null. */
export const optionalDay = () =>
  z
    .string()
    .transform((typed, context) => dayFrom(typed, context))
    .optional()
    .transform((value) => value ?? null);

function partialDayFrom(typed: string, context: Refuse): PartialDay | null {
  const parsed = parsePartialDay(typed, WIDEST_RANGE);
  switch (parsed.kind) {
    case "partialDay":
      return parsed.partialDay;
    case "empty":
      return null;
    default:
      return refuse(context, `refusals.fields.day.${parsed.kind}`, { typed: typed.trim() });
  }
}

/** A day, a month or only a year, as the paper has it. */
export const partialDayField = () =>
  z.string({ error: "refusals.fields.day.required" }).transform((typed, context): PartialDay => {
    const found = partialDayFrom(typed, context);
    return found ?? refuse(context, "refusals.fields.day.required");
  });
/** A day, a month or only a year, or null. */
export const optionalPartialDay = () =>
  z
    .string()
    .transform((typed, context) => partialDayFrom(typed, context))
    .optional()
    .transform((value) => value ?? null);
/** Boxes of one name: none, one or several ticked. */
export const several = <Output>(of: z.ZodType<Output, string>, most = 500) =>
  z
    .union([z.array(of).max(most), of.transform((one) => [one])])
    .optional()
    .transform((found): Output[] => found ?? []);
