import { readFileSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

const failure = z.object({ name: z.string(), why: z.string() });
const report = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  failures: z.array(failure),
});

/** A test, a file or a set-up that failed: where it stands, and the first line of why. */
export type Failure = z.infer<typeof failure>;

/** How many tests a runner ran, how they ended, and what failed. */
export type Report = z.infer<typeof report>;

/** The variable that tells a runner's reporter where its report goes. */
export const REPORT_FILE = "TEST_REPORT_FILE";

/** Writes what a runner has to say to the file that its stage named. */
export function writeReport(content: Report): void {
  const file = process.env[REPORT_FILE];
  if (file) writeFileSync(file, JSON.stringify(content));
}

/** What the runner's reporter wrote. Throws where it wrote none. */
export function readReport(file: string): Report {
  return report.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The first line of a message, without the colours of a terminal. */
export function firstLine(message: string | undefined): string {
  return (
    stripVTControlCharacters(message ?? "")
      .trim()
      .split("\n", 1)[0] ?? ""
  );
}
