import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild, ensureClient, ensureNextTsconfig, NEXT_TSCONFIG } from "../build";
import { program } from "./program";
import { REPORT_FILE, type Report, readReport } from "./report";
import { commandStage, FAILED, failUnlessZero, PASSED, runNode, type Stage } from "./stage";

export const TEST_BUILD = ".next-test";
const HERE = import.meta.dirname;

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
        return typegen + types === 0 ? PASSED : FAILED;
      },
    },
  ];
}

/** The Vitest projects of these names. */
export function vitestStage(projects: string[]): Stage {
  const chosen = projects.flatMap((project) => ["--project", project]);
  return {
    name: projects.join(", "),
    run: () =>
      withReport((environment) => {
        const reporters = ["--reporter=default", `--reporter=${join(HERE, "vitest-reporter.ts")}`];
        return runNode([program("vitest", "vitest"), "run", ...chosen, ...reporters], environment);
      }),
  };
}

/** The product, built as people get it. */
export function buildStage(): Stage {
  return {
    name: "build",
    run: async () => {
      await ensureBuild(TEST_BUILD);
      return PASSED;
    },
  };
}

/** The journeys in a real browser. */
export function browserStage(chromium: string): Stage {
  return {
    name: "end to end",
    run: () =>
      withReport((environment) => {
        const reporters = `--reporter=list,${join(HERE, "browser-reporter.ts")}`;
        const args = [program("@playwright/test", "playwright"), "test", reporters];
        return runNode(args, { ...environment, CHROMIUM_PATH: chromium });
      }),
  };
}

/** Runs a runner whose reporter writes where the environment says, and reads how it ended. */
async function withReport(run: (environment: Record<string, string>) => Promise<number>): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "so-dang-bo-"));
  const file = join(folder, "report.json");
  try {
    const code = await run({ [REPORT_FILE]: file });
    return failUnlessZero(code, readReport(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
