import "server-only";
import { z } from "zod";
import { PICTURE_LIMITS, type PictureReading, type PictureUse } from "@/lib/core/files/picture-reader/reading";
import { readApart } from "@/lib/core/files/read-apart";

/* The reader worked on a stranger's file, so its word is proven too. */
const readingSchema: z.ZodType<PictureReading> = z.union([
  z.object({
    format: z.enum(["JPG", "PNG"]),
    bytes: z.base64(),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    small: z.base64().nullable(),
  }),
  z.object({ refused: z.enum(["EMPTY", "TOO_BIG", "TOO_HEAVY", "TOO_MANY_PIXELS", "OTHER_KIND", "DAMAGED"]) }),
]);

/* Decoding is native code: it runs in the reader's process, which may load it and reads no other files. */
const reader = {
  main: "picture-reader/main.ts",
  packages: ["sharp", "@img", "detect-libc", "semver"],
  limits: PICTURE_LIMITS,
  isNative: true,
};

/**
 * The picture made anew from its pixels, so that nothing a camera or anybody else wrote into it is kept, or why it is not kept. The file
 * is read apart (`readApart`). As a PHOTO it is at most 300 KB.
 */
export async function readPicture(file: Uint8Array, use: PictureUse): Promise<PictureReading> {
  if (file.length > PICTURE_LIMITS.bytes) return { refused: "TOO_BIG" };
  const answer = await readApart({ ...reader, argument: use }, file);
  return answer === null ? { refused: "TOO_HEAVY" } : readingSchema.parse(answer);
}
