import "server-only";
import { z } from "zod";
import {
  ATTACHMENT_LIMITS,
  type AttachmentFormat,
  type AttachmentReading,
  type AttachmentRefusal,
} from "@/lib/core/files/attachment-reader/reading";
import type { Picture } from "@/lib/core/files/picture-reader/reading";
import { readApart } from "@/lib/core/files/read-apart";
import { readPicture } from "@/lib/core/files/read-picture";

/* The reader worked on a stranger's file, so its word is proven too. */
const readingSchema: z.ZodType<AttachmentReading> = z.union([
  z.object({
    format: z.enum(["PDF", "DOCX", "XLSX", "JPG", "PNG"]),
    mark: z.string().max(20).nullable(),
    stripped: z.base64().nullable(),
  }),
  z.object({
    refused: z.enum([
      "EMPTY",
      "TOO_BIG",
      "INFLATES",
      "TOO_HEAVY",
      "TOO_MANY_PIXELS",
      "LOCKED",
      "OLD_OFFICE",
      "OTHER_KIND",
      "DAMAGED",
      "MACROS",
    ]),
  }),
]);

const reader = { main: "attachment-reader/main.ts", packages: ["unpdf"], limits: ATTACHMENT_LIMITS };

/**
 * What a file that is to be kept is by its content, and the secrecy mark that stands alone in its text; or why it is not kept. The
 * file is read apart (`readApart`), a picture once more to be made anew (`readPicture`). Text is read in Word, Excel and PDF files;
 * in pictures, and so in scans, nobody reads it.
 */
export async function readAttachment(file: Uint8Array): Promise<AttachmentReading> {
  const reading = await readContent(file);
  if ("refused" in reading || reading.stripped === null) return reading;
  const picture = await readPicture(Buffer.from(reading.stripped, "base64"), "WHOLE");
  return "refused" in picture ? picture : { ...reading, stripped: picture.bytes };
}

/** A file that has been read where a picture is kept as a photo: `photo` is null for every other file. */
export type EvidenceReading =
  | { readonly refused: AttachmentRefusal }
  | { readonly format: AttachmentFormat; readonly mark: string | null; readonly photo: Picture | null };

/**
 * As `readAttachment`, for what shows that something was done: a picture becomes a photo, made from the file as it was sent, since
 * what a camera writes into it tells which side is up.
 */
export async function readEvidence(file: Uint8Array): Promise<EvidenceReading> {
  const reading = await readContent(file);
  if ("refused" in reading) return reading;
  const { format, mark, stripped } = reading;
  if (stripped === null) return { format, mark, photo: null };
  const photo = await readPicture(file, "PHOTO");
  return "refused" in photo ? photo : { format: photo.format, mark, photo };
}

async function readContent(file: Uint8Array): Promise<AttachmentReading> {
  if (file.length > ATTACHMENT_LIMITS.bytes) return { refused: "TOO_BIG" };
  const answer = await readApart(reader, file);
  return answer === null ? { refused: "TOO_HEAVY" } : readingSchema.parse(answer);
}
