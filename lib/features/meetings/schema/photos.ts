import { z } from "zod";
import { id } from "@/lib/core/fields";

/** How many photos minutes have at most: a notebook's pages for one meeting, with room to spare. */
export const MOST_PHOTOS = 12;

/** A photo as the route that counts its bytes hands it over. */
export const attachPhotoInput = z.strictObject({ meetingId: z.uuid(), bytes: z.instanceof(Uint8Array) });
export type AttachPhotoInput = z.output<typeof attachPhotoInput>;

export const removePhotoInput = z.strictObject({ id: id() });
export type RemovePhotoInput = z.output<typeof removePhotoInput>;
