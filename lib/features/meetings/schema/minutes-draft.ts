import { z } from "zod";
import { id, optionalNote, version } from "@/lib/core/fields";

/** A control of one item of the minutes: which part of it, and its place. */
export const MINUTES_ITEM = /^(title|opinions|conclusion|yes|no|other)-([1-9]\d?)$/;

const isOfMinutes = (control: string) => control === "conclusion" || MINUTES_ITEM.test(control);

/** The text of each control of the minutes, by its name; empty ones are left out. */
export const draftEntries = z
  .record(z.string().refine(isOfMinutes, "refusals.unknownField"), optionalNote())
  .transform((typed) =>
    Object.fromEntries(Object.entries(typed).flatMap(([control, text]) => (text === null ? [] : [[control, text]]))),
  );
export type DraftEntries = z.output<typeof draftEntries>;

/** Minutes as far as they have been typed, whatever stands in their controls. */
export const keepDraftInput = z.strictObject({ id: id(), version: version(), entries: draftEntries });
export type KeepDraftInput = z.output<typeof keepDraftInput>;

export const dropDraftInput = z.strictObject({ id: id() });
export type DropDraftInput = z.output<typeof dropDraftInput>;
