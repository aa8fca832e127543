import "server-only";
import { z } from "zod";
import { readApart } from "@/lib/core/files/read-apart";
import { type TagSeen, TEMPLATE_LIMITS, type TemplateReading } from "@/lib/core/files/template-reader/reading";

/* The reader worked on a stranger's file, so its word is proven too. */
const tagSchema: z.ZodType<TagSeen> = z.object({
  tag: z.string(),
  kind: z.enum(["FIELD", "LOOP", "OTHER"]),
  get inside() {
    return z.array(tagSchema);
  },
});
const readingSchema: z.ZodType<TemplateReading> = z.union([
  z.object({
    packed: z.base64(),
    tags: z.array(tagSchema),
    faults: z.array(
      z.object({
        kind: z.enum(["UNCLOSED_TAG", "UNOPENED_TAG", "UNCLOSED_LOOP", "UNOPENED_LOOP", "CROSSED_LOOPS", "OTHER"]),
        near: z.string(),
      }),
    ),
  }),
  z.object({
    refused: z.enum([
      "EMPTY",
      "TOO_BIG",
      "INFLATES",
      "TOO_HEAVY",
      "LOCKED",
      "OLD_WORD",
      "OTHER_KIND",
      "DAMAGED",
      "MACROS",
      "LINKS",
      "EMBEDDED",
      "FIELDS",
    ]),
  }),
]);

const reader = {
  main: "template-reader/main.ts",
  packages: ["docxtemplater", "pizzip", "pako", "@xmldom"],
  limits: TEMPLATE_LIMITS,
};

/**
 * The tags of an uploaded template and their faults, and its parts packed anew; or why it is none: what runs, fetches or hides is
 * refused. The file is read apart (`readApart`).
 */
export async function readTemplate(file: Uint8Array): Promise<TemplateReading> {
  if (file.length > TEMPLATE_LIMITS.bytes) return { refused: "TOO_BIG" };
  const answer = await readApart(reader, file);
  return answer === null ? { refused: "TOO_HEAVY" } : readingSchema.parse(answer);
}
