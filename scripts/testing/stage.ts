import { spawn } from "node:child_process";
import { ROOT } from "../profile";
import { errorText } from "../refusal";

export type Counts = { passed: number; failed: number; skipped: number };

/** One part of a test run; it says itself how many tests it ran and how they ended. */
export type Stage = { name: string; run: () => Promise<Counts> };

type Environment = Record<string, string>;

/** Runs the stages one after the other, prints a table and one last line, and says whether all is well. */
export async function runStages(stages: Stage[]): Promise<boolean> {
  const rows: { name: string; counts: Counts; seconds: number }[] = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const startedAt = Date.now();
    const counts = await stage.run().catch((error: unknown) => {
      console.error(errorText(error));
      return FAILED;
    });
    rows.push({
      name: stage.name,
      counts: isNothing(counts) ? FAILED : counts,
      seconds: (Date.now() - startedAt) / 1000,
    });
  }
  console.log("");
  for (const { name, counts, seconds } of rows) {
    console.log(`${counts.failed > 0 ? "✗" : "✓"} ${name.padEnd(34)} ${describe(counts)} (${seconds.toFixed(1)} s)`);
  }
  const total = rows.map(({ counts }) => counts).reduce(add, NONE);
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
export function failUnlessZero(code: number, counts: Counts): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function isNothing({ passed, failed }: Counts): boolean {
  return passed + failed === 0;
}

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
