import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ensureBuild, ensureClient, ensureNextTsconfig, NEXT_TSCONFIG } from "../build";
import { program } from "./program";
import { type Counts, commandStage, failUnlessZero, runNode, type Stage } from "./stage";

export const TEST_BUILD = ".next-test";

/** Format, lint and types. Lint reads types, so the database client and the route types are there before it. */
export function staticStages(): Stage[] {
  ensureClient();
  ensureNextTsconfig();
  return [
    commandStage("format", [program("@biomejs/biome", "biome"), "ci", "."]),
    commandStage("lint", [program("oxlint", "oxlint"), "--type-aware", "--deny-warnings"]),
    {
      name: "types",
      run: async () => {
        const typegen = await runNode([program("next", "next"), "typegen"], { NEXT_TSCONFIG });
        const types = await runNode([program("typescript", "tsc"), "--noEmit"]);
        return { passed: typegen + types === 0 ? 1 : 0, failed: typegen + types === 0 ? 0 : 1, skipped: 0 };
      },
    },
  ];
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number() });

/** The Vitest projects of these names. */
export function vitestStage(projects: string[]): Stage {
  const chosen = projects.flatMap((project) => ["--project", project]);
  return {
    name: projects.join(", "),
    run: () =>
      withReport(async (report) => {
        const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
        const code = await runNode([program("vitest", "vitest"), "run", ...chosen, ...reporters]);
        const result = vitestReport.parse(JSON.parse(readFileSync(report, "utf8")));
        const { numPassedTests: passed, numFailedTests: failed, numTotalTests: total } = result;
        return failUnlessZero(code, { passed, failed, skipped: total - passed - failed });
      }),
  };
}

/** The product, built as people get it. */
export function buildStage(): Stage {
  return {
    name: "build",
    run: async () => {
      await ensureBuild(TEST_BUILD);
      return { passed: 1, failed: 0, skipped: 0 };
    },
  };
}

const browserReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** The journeys in a real browser. */
export function browserStage(chromium: string): Stage {
  return {
    name: "end to end",
    run: () =>
      withReport(async (report) => {
        const args = [program("@playwright/test", "playwright"), "test", "--reporter=list,json"];
        const code = await runNode(args, { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
        const { stats } = browserReport.parse(JSON.parse(readFileSync(report, "utf8")));
        const counts = { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
        return failUnlessZero(code, counts);
      }),
  };
}

async function withReport(work: (report: string) => Promise<Counts>): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "so-dang-bo-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
