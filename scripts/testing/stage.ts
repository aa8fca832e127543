import { spawn } from "node:child_process";
import { ROOT } from "../profile";
import { errorText } from "../refusal";
import type { Report } from "./report";

/** One part of a test run; it says itself how many tests it ran, how they ended and what failed. */
export type Stage = { name: string; run: () => Promise<Report> };

type Environment = Record<string, string>;

/** Runs the stages one after the other, prints what failed, a table and one last line, and says whether all is well. */
export async function runStages(stages: Stage[]): Promise<boolean> {
  const rows: { name: string; report: Report; seconds: number }[] = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const startedAt = Date.now();
    const report = await stage.run().catch((error: unknown) => {
      console.error(errorText(error));
      return { ...FAILED, failures: [{ name: stage.name, why: errorText(error) }] };
    });
    rows.push({
      name: stage.name,
      report: isNothing(report) ? FAILED : report,
      seconds: (Date.now() - startedAt) / 1000,
    });
  }
  console.log("");
  for (const { name, why } of rows.flatMap(({ report }) => report.failures)) console.log(`✗ ${name}\n  ${why}`);
  console.log("");
  for (const { name, report, seconds } of rows) {
    console.log(`${report.failed > 0 ? "✗" : "✓"} ${name.padEnd(34)} ${describe(report)} (${seconds.toFixed(1)} s)`);
  }
  const total = rows.map(({ report }) => report).reduce(add, NONE);
  console.log(`\n${describe(total)}`);
  return total.failed === 0 && total.passed > 0;
}

/** A stage that is one command and counts as one test. */
export function commandStage(name: string, args: string[], environment: Environment = {}): Stage {
  return { name, run: async () => ((await runNode(args, environment)) === 0 ? PASSED : FAILED) };
}

/** Runs a program of node_modules in this Node and returns its exit code. */
export function runNode(args: string[], environment: Environment = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** A runner that fails without a failed test (a file that does not load, a set-up that breaks) is a failure too. */
export function failUnlessZero(code: number, report: Report): Report {
  if (code === 0 || report.failed > 0) return report;
  const failures = report.failures.length > 0 ? report.failures : [{ name: "the runner", why: `ended with ${code}` }];
  return { ...report, failed: 1, failures };
}

const NONE: Report = { passed: 0, failed: 0, skipped: 0, failures: [] };
export const PASSED: Report = { ...NONE, passed: 1 };
export const FAILED: Report = { ...NONE, failed: 1 };

function add(a: Report, b: Report): Report {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

function isNothing({ passed, failed }: Report): boolean {
  return passed + failed === 0;
}

function describe({ passed, failed, skipped }: Report): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
