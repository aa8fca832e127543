import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./profile";

/**
 * Runs one script that uses the app's own code in a process of its own, with only the app's environment, and returns
 * what it sends back. Null when the script does not exist.
 */
export function runApart(script: string, environment: Record<string, string>): Promise<unknown> {
  const file = join(ROOT, script);
  if (!existsSync(file)) return Promise.resolve(null);
  const child = fork(file, [], {
    cwd: ROOT,
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    env: { ...environment, NODE_ENV: "production" },
  });
  let answer: unknown = null;
  child.on("message", (message) => {
    answer = message;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve(answer) : reject(new Error(`${script} ended with ${code}`))));
  });
}
