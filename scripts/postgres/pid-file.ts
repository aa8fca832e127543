import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../refusal";

/** Above every system's largest process id, so PostgreSQL finds it dead and goes on to its own check for orphans. */
const IMPOSSIBLE_PID = "2147483646";

/** The process id in the cluster's postmaster.pid if that process lives and is this cluster's server, else null. */
export function runningPostmaster(cluster: string): number | null {
  const pid = recordedPid(cluster);
  return pid !== null && isAlive(pid) && isPostgresOf(cluster, pid) ? pid : null;
}

/**
 * Blanks the process id in postmaster.pid when it now belongs to something else, which would stop PostgreSQL from
 * starting. The file itself stays: PostgreSQL needs it to notice orphaned backends.
 */
export function blankForeignPid(cluster: string): void {
  const pid = recordedPid(cluster);
  if (pid === null || !isAlive(pid) || isPostgresOf(cluster, pid)) return;
  const file = join(cluster, "postmaster.pid");
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [IMPOSSIBLE_PID, ...rest].join("\n"));
}

function recordedPid(cluster: string): number | null {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(join(cluster, "postmaster.pid"), "utf8"), 10));
    return pid > 0 ? pid : null;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

function isPostgresOf(cluster: string, pid: number): boolean {
  if (!processName(pid).toLowerCase().includes("postgres")) return false;
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return true;
  }
}

function processName(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/comm`, "utf8");
    if (process.platform === "win32") {
      return execFileSync("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"], { encoding: "utf8" });
    }
    return execFileSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" });
  } catch {
    return "";
  }
}
