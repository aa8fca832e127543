import { z } from "zod";
import { MeetingBody, MeetingKind } from "@/lib/core/db/generated/enums";
import { choice, count, dayField, id, text, version } from "@/lib/core/fields";
import { optionalTimeOfDay } from "@/lib/features/meetings/schema/time-of-day";

const record = {
  kind: choice(MeetingKind),
  heldOn: dayField(),
  startTime: optionalTimeOfDay(),
  place: text(),
  chairId: id(),
  writerId: id(),
};

export const openBodyMeetingInput = z.strictObject({ body: choice(MeetingBody), ...record });
export type OpenBodyMeetingInput = z.output<typeof openBodyMeetingInput>;

export const editBodyMeetingInput = z.strictObject({ id: id(), version: version(), ...record });
export type EditBodyMeetingInput = z.output<typeof editBodyMeetingInput>;

/** What a meeting of a body is opened or put right with; the month it counts for is that of its day. */
export type BodyMeetingRecord = Omit<OpenBodyMeetingInput, "body">;

/** The body that an address asks for; what cannot be read asks for none. */
export const askedBody = z.enum(MeetingBody).nullable().catch(null);

/** The year that the list of meetings of bodies is narrowed to. */
export const bodyMeetingFilter = z.object({ year: count(1930, 2199).nullable().catch(null) });
export type BodyMeetingFilter = z.output<typeof bodyMeetingFilter>;
