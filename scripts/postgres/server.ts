import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { errorCode, Refusal } from "../refusal";
import type { Binaries } from "./binaries";
import { ADMIN } from "./initialise";
import { blankForeignPid, runningPostmaster } from "./pid-file";
import type { Place } from "./place";
import { type PortChoice, rememberedPort } from "./port";

export type Server = { port: number; adopted: boolean };

const START_LIMIT_MS = 60_000;
const LOG_LIMIT = 5_000_000;

/**
 * Brings the cluster's server up, or adopts the one that runs already. Tries for 60 seconds, because processes of a
 * killed server may still be leaving.
 */
export async function startServer(
  place: Place,
  binaries: Binaries,
  password: string,
  choosePort: PortChoice,
): Promise<Server> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const running = await adoptable(place, password);
    if (running !== null) return { port: running, adopted: true };
    if (runningPostmaster(place.cluster) === null) {
      blankForeignPid(place.cluster);
      const port = await choosePort(place);
      if (port !== null && (await launch(place, binaries, port, password, deadline))) return { port, adopted: false };
    }
    await sleep(250);
  }
  throw new Refusal(`The database did not start within a minute (${lastComplaint(place)}): see ${logFile(place)}.`);
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(place: Place, binaries: Binaries): Promise<void> {
  const pid = runningPostmaster(place.cluster);
  if (pid === null) return;
  if (process.platform === "win32") spawn(binaries.pgCtl, ["stop", "-D", place.cluster, "-m", "fast"]);
  else process.kill(pid, "SIGINT");
  const deadline = Date.now() + START_LIMIT_MS;
  while (runningPostmaster(place.cluster) === pid && Date.now() < deadline) await sleep(50);
}

async function adoptable(place: Place, password: string): Promise<number | null> {
  const port = rememberedPort(place);
  if (port === null || runningPostmaster(place.cluster) === null) return null;
  return (await answers(place, port, password)) ? port : null;
}

async function launch(place: Place, binaries: Binaries, port: number, password: string, deadline: number) {
  const child = spawnPostgres(place, binaries, port);
  const ended = new Promise<"ended">((resolve) => {
    child.once("exit", () => resolve("ended"));
    child.once("error", () => resolve("ended"));
  });
  while (Date.now() < deadline) {
    if (await answersOrStop(child, place, port, password)) {
      child.unref();
      return true;
    }
    if ((await Promise.race([ended, sleep(60)])) === "ended") return false;
  }
  return false;
}

async function answersOrStop(child: ChildProcess, place: Place, port: number, password: string): Promise<boolean> {
  return answers(place, port, password).catch((error: unknown) => {
    child.kill("SIGINT");
    throw error;
  });
}

/** In its own process group, so that Ctrl-C reaches the app first and the database only through it. */
function spawnPostgres(place: Place, binaries: Binaries, port: number): ChildProcess {
  const log = openLog(place);
  try {
    return spawn(binaries.postgres, ["-D", place.cluster, "-p", String(port)], {
      cwd: place.cluster,
      detached: true,
      stdio: ["ignore", log, log],
      env: { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", SYSTEMROOT: process.env.SYSTEMROOT },
      ...(place.runAs && { uid: place.runAs.uid, gid: place.runAs.gid }),
    });
  } finally {
    closeSync(log);
  }
}

function openLog(place: Place): number {
  const file = logFile(place);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function logFile(place: Place): string {
  return join(place.home, "postgres.log");
}

function lastComplaint(place: Place): string {
  const lines = readFileSync(logFile(place), "utf8").split("\n");
  return lines.findLast((line) => line.includes("FATAL:"))?.replace(/^.*FATAL: +/, "") ?? "without a reason";
}

/** True only for our own cluster: another server on that port has another password or another data folder. */
async function answers(place: Place, port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: ADMIN,
    password,
    database: "postgres",
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
    return resolve(rows[0]?.folder ?? "") === resolve(place.cluster);
  } catch (error) {
    if (errorCode(error) === "28P01" && runningPostmaster(place.cluster) !== null) throw foreignSecrets(place);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function foreignSecrets(place: Place): Refusal {
  return new Refusal(
    `The database in ${place.home} was made with another secrets file: put that secrets.json back into the data folder, or move ${place.home} away to begin anew.`,
  );
}
