import { fork } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./profile";

const PASSED_ON = ["PATH", "HOME", "TMPDIR", "TEMP", "LANG", "TZ", "SYSTEMROOT"];

/** Runs one script of scripts/apart in a process of its own with just this environment; true when it went well. */
export function runApart(script: string, environment: Record<string, string>): Promise<boolean> {
  const child = fork(join(ROOT, "scripts", "apart", `${script}.ts`), [], {
    cwd: ROOT,
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    env: { ...passedOn(), ...environment, NODE_ENV: "production" },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

/** What every process of ours needs from the system's environment. */
export function passedOn(names: string[] = []): Record<string, string> {
  const entries = [...PASSED_ON, ...names].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
