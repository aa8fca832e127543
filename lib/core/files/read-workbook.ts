import "server-only";
import { z } from "zod";
import { readApart } from "@/lib/core/files/read-apart";
import { LIMITS } from "@/lib/core/files/reader/limits";
import type { FileReading } from "@/lib/core/files/reader/sheet";

/* The reader worked on a stranger's file, so its word is proven too. */
const place = z.number().int().min(0);
const readingSchema: z.ZodType<FileReading> = z.union([
  z.object({
    format: z.enum(["XLSX", "ODS", "CSV"]),
    sheets: z.array(
      z.object({
        name: z.string(),
        rows: z.array(
          z.array(z.union([z.string(), z.number(), z.null(), z.object({ serial: z.number() }), z.boolean()])),
        ),
        merges: z.array(z.object({ top: place, left: place, bottom: place, right: place })),
        formulas: place,
      }),
    ),
  }),
  z.object({
    refused: z.enum([
      "EMPTY",
      "TOO_BIG",
      "INFLATES",
      "TOO_MANY_ROWS",
      "TOO_MANY_COLUMNS",
      "TOO_HEAVY",
      "OLD_EXCEL",
      "MACROS",
      "BINARY_EXCEL",
      "WEB_PAGE",
      "XML_EXCEL",
      "LOCKED",
      "OTHER_KIND",
      "DAMAGED",
    ]),
  }),
]);

/**
 * What is in the sheets of an uploaded file, by its content, whatever its name. The file is read apart (`readApart`); whatever
 * goes wrong there is a refusal here.
 */
export async function readWorkbook(file: Uint8Array): Promise<FileReading> {
  if (file.length > LIMITS.bytes) return { refused: "TOO_BIG" };
  const answer = await readApart({ main: "reader/main.ts", packages: ["hucre"], limits: LIMITS }, file);
  return answer === null ? { refused: "TOO_HEAVY" } : readingSchema.parse(answer);
}
