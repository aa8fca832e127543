import { z } from "zod";
import { dayField, id, note, optionalId, optionalNote, optionalText, version } from "@/lib/core/fields";

export const recordRegulationInput = z.strictObject({
  branchId: id(),
  adoptedOn: dayField(),
  meetingId: optionalId(),
  startsOn: dayField(),
  numberAndSign: optionalText(60),
  changes: optionalNote(1000),
});
export type RecordRegulationInput = z.output<typeof recordRegulationInput>;

export const annulRegulationInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type AnnulRegulationInput = z.output<typeof annulRegulationInput>;

/** A file as the route that counts it hands it over. */
export const attachRegulationInput = z.strictObject({
  regulationId: z.uuid(),
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
});
export type AttachRegulationInput = z.output<typeof attachRegulationInput>;

/** How a version stands on a day. */
export type VersionStanding = "IN_FORCE" | "COMING" | "REPLACED" | "ANNULLED";

/** How a branch stands with its working regulations on a day: those in force are of its term, or older; they come, or there are none. */
export const regulationStandings = ["CURRENT", "OLDER_TERM", "COMING", "NONE"] as const;
export type RegulationStanding = (typeof regulationStandings)[number];
