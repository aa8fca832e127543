import { z } from "zod";
import { count, dayField, id, note, optionalId, optionalNote, version } from "@/lib/core/fields";

const report = {
  visitedOn: dayField(),
  meetingId: optionalId(),
  situation: note(5000),
  meetingOpinion: optionalNote(5000),
};

/** Without a visitor the report is on one's own visit. */
export const reportVisitInput = z.strictObject({ branchId: id(), visitorId: optionalId(), ...report });
export type ReportVisitInput = z.output<typeof reportVisitInput>;

export const editVisitInput = z.strictObject({ id: id(), version: version(), ...report });
export type EditVisitInput = z.output<typeof editVisitInput>;

/** The year, branch and person in charge that lists are narrowed to; what cannot be read narrows nothing. */
export const visitFilter = z.object({
  year: count(1930, 2199).nullable().catch(null),
  branch: z.uuid().nullable().catch(null),
  person: z.uuid().nullable().catch(null),
});
export type VisitFilter = z.output<typeof visitFilter>;
